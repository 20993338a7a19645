package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs PostgreSQL's programs. They refuse to run as root; root runs them in a user namespace, where they see themselves as
 * nobody and their files as their own.
 */
record Programs(Binaries binaries, DataDirectory data) {

    private static final Logger log = LoggerFactory.getLogger(Programs.class);

    /** Runs it to its end; whatever it says when it fails becomes the message. */
    void run(int seconds, String program, String... arguments) {
        var said = output(seconds, null, program, arguments);
        if (said != null) {
            throw new IllegalStateException(program + " failed: " + said);
        }
    }

    /** False when it failed; what it said is logged. */
    boolean tryRun(int seconds, String program, String... arguments) {
        var said = output(seconds, null, program, arguments);
        if (said != null) {
            log.warn("{} {}: {}", program, arguments[0], said);
        }
        return said == null;
    }

    /** Gives the program its standard input. */
    void feed(int seconds, String input, String program, String... arguments) {
        var said = output(seconds, input, program, arguments);
        if (said != null) {
            throw new IllegalStateException(program + " failed: " + said);
        }
    }

    /** Null when all went well, what it said otherwise. */
    private @Nullable String output(int seconds, @Nullable String input, String program, String... arguments) {
        var command = new ArrayList<String>(asOrdinaryUser());
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        try {
            var out = Files.createTempFile(data.folder("log"), program, ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .directory(data.root().toFile());
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", "C");
                var process = builder.start();
                try (var in = process.getOutputStream()) {
                    if (input != null) {
                        in.write(input.getBytes(StandardCharsets.UTF_8));
                    }
                }
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return "no end after " + seconds + " s";
                }
                return process.exitValue() == 0 ? null : Files.readString(out).strip();
            } finally {
                Files.delete(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> asOrdinaryUser() {
        if (!isRoot()) {
            return List.of();
        }
        if (!namespacesWork()) {
            throw new StartRefused("PostgreSQL does not run as root, and user namespaces are switched off here: "
                    + "start as an ordinary user, for example `useradd -m motcua && su motcua -c bin/run`.");
        }
        return List.of("unshare", "-U", "--");
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean namespacesWork() {
        try {
            return new ProcessBuilder("unshare", "-U", "--", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
