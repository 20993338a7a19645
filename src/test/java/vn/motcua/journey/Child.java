package vn.motcua.journey;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A process that the tests started from the product's own classes; ended by its number only. */
record Child(Process process, Path output) {

    private static final Path BASE =
            Path.of(System.getProperty("motcua.basedir", ".")).toAbsolutePath().normalize();

    /** As bin/run starts it, but with the compiler that starts fast. */
    static Child start(Path output, List<String> jvm, String main, List<String> options) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), main));
        command.addAll(options);
        try {
            Files.createDirectories(output.getParent());
            return new Child(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                            .start(),
                    output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Path base() {
        return BASE;
    }

    /** Waits until the address answers 200; a child that ends before says why. */
    void awaitReady(String address) {
        var end = System.nanoTime() + Duration.ofSeconds(300).toNanos();
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .build();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended: " + said());
            }
            try {
                if (Client.HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Client.pause(100);
        }
        throw new IllegalStateException("Not ready after five minutes: " + said());
    }

    /** As kill -9. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** As SIGTERM. */
    void stop() {
        process.destroy();
        ended();
    }

    String said() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void ended() {
        try {
            if (!process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classPath() {
        var libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return BASE.resolve("target/classes") + File.pathSeparator + libraries;
    }
}
