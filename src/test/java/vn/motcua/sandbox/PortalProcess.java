package vn.motcua.sandbox;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The portal as bin/run starts it: a process of its own, without the tests' classes, with or without the sandbox's. */
final class PortalProcess implements AutoCloseable {

    final int port;
    final int management;
    private final Path output;
    private final Process process;

    PortalProcess(Path data, boolean withSandbox, String... options) throws IOException {
        port = freePort();
        management = freePort();
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(data, withSandbox),
                "vn.motcua.Motcua",
                "--server.port=" + port,
                "--motcua.management-port=" + management,
                "--motcua.data=" + data));
        command.addAll(List.of(options));
        output = data.resolveSibling(data.getFileName() + ".out");
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(this::isReady);
    }

    HttpResponse<String> get(int door, String path, String... header) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + path));
        try {
            return World.HTTP.send(
                    (header.length == 0 ? request : request.header(header[0], header[1])).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The portal ended: " + said());
        }
        try {
            return get(port, "/health/ready").statusCode() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath(Path data, boolean withSandbox) throws IOException {
        var classes = Path.of(System.getProperty("motcua.basedir", "."), "target", "classes")
                .toAbsolutePath();
        var product =
                withSandbox ? classes : withoutSandbox(classes, data.resolveSibling(data.getFileName() + "-classes"));
        var libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return product + File.pathSeparator + libraries;
    }

    /** What the product's jar holds. */
    private static Path withoutSandbox(Path classes, Path copy) throws IOException {
        try (var files = Files.walk(classes)) {
            for (var file : files.toList()) {
                var inside = classes.relativize(file);
                if (!inside.startsWith("vn/motcua/sandbox")
                        && !inside.toString().startsWith("messages/sandbox_")) {
                    Files.copy(file, copy.resolve(inside));
                }
            }
        }
        return copy;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
