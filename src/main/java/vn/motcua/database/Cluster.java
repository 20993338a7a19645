package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL of one data directory: durable, reached on loopback with passwords only (scram-sha-256), its
 * programs and data readable by its user alone. It outlives a killed portal; the next start stops it and starts it anew.
 */
public final class Cluster implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final int START_SECONDS = 120;
    private static final int STOP_SECONDS = 30;
    private static final int PORT_TRIES = 5;

    private final DataDirectory data;
    private final Programs programs;
    private final DataDirectory.Hold hold;
    private final Properties passwords;
    private final int port;

    private Cluster(DataDirectory data, Programs programs, DataDirectory.Hold hold, Properties passwords, int port) {
        this.data = data;
        this.programs = programs;
        this.hold = hold;
        this.passwords = passwords;
        this.port = port;
    }

    /** Starts it, making it first where there is none. Refuses data of another major version, and a directory in use. */
    public static Cluster start(DataDirectory data) {
        var hold = data.hold();
        try {
            var binaries = Binaries.unpacked(data);
            var programs = new Programs(binaries, data);
            var passwords = passwords(data);
            if (Files.exists(data.cluster())) {
                refuseOtherMajor(data, binaries.major());
                stopLeftOver(data, programs);
            } else {
                NewCluster.create(data, programs, passwords);
            }
            return new Cluster(data, programs, hold, passwords, startServer(data, programs));
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /** Where a running portal's cluster is reached, without holding or stopping it; empty when none runs. */
    public static Optional<Access> running(DataDirectory data) {
        return livePostmaster(data)
                .map(lines ->
                        access(passwords(data), Integer.parseInt(lines.get(3).strip())));
    }

    public Access access() {
        return access(passwords, port);
    }

    /** Connections of the superuser, for the operator's tool: a restore loads rows without firing triggers. */
    public javax.sql.DataSource superuser() {
        return access().as("postgres", passwords.getProperty("postgres"));
    }

    private static Access access(Properties passwords, int port) {
        return new Access(
                "jdbc:postgresql://127.0.0.1:" + port + "/motcua",
                passwords.getProperty("owner"),
                passwords.getProperty("app"));
    }

    private static Properties passwords(DataDirectory data) {
        return data.secrets("database", List.of("postgres", "owner", "app", "auditor"));
    }

    private static void refuseOtherMajor(DataDirectory data, int major) {
        try {
            var found = Integer.parseInt(
                    Files.readString(data.cluster().resolve("PG_VERSION")).strip());
            if (found != major) {
                throw new StartRefused(
                        ("%1$s holds data of PostgreSQL %2$d and this release brings %3$d: with the release that ran it, "
                                        + "`bin/motcua --data %1$s backup FILE`; then, with this one, "
                                        + "`bin/motcua --data NEW-DIR restore FILE` and `bin/run --data NEW-DIR`.")
                                .formatted(data.root(), found, major));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of postmaster.pid when the process it names is a PostgreSQL that works on our data. */
    private static Optional<List<String>> livePostmaster(DataDirectory data) {
        try {
            var lines = Files.readAllLines(data.cluster().resolve("postmaster.pid"));
            var command = Path.of("/proc", lines.getFirst().strip(), "cmdline");
            return lines.size() > 3
                            && Files.exists(command)
                            && Files.readString(command).contains(data.cluster().toString() + '\0')
                    ? Optional.of(lines)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** After a kill of the portal alone its PostgreSQL still runs; after a kill of everything a stale file is left. */
    private static void stopLeftOver(DataDirectory data, Programs programs) {
        if (livePostmaster(data).isPresent()) {
            log.info("A PostgreSQL is left over from a portal that was killed: stopping it");
            if (!programs.tryRun(
                    STOP_SECONDS, "pg_ctl", "stop", "-D", data.cluster().toString(), "-m", "fast")) {
                programs.run(
                        STOP_SECONDS, "pg_ctl", "stop", "-D", data.cluster().toString(), "-m", "immediate");
            }
            return;
        }
        var file = data.cluster().resolve("postmaster.pid");
        try {
            // The number may belong to another of our processes by now, and PostgreSQL would wait for that one.
            if (Files.exists(file)
                    && ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).getFirst().strip()))
                            .isPresent()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int startServer(DataDirectory data, Programs programs) {
        NewCluster.writeSettings(data);
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            var command = new ArrayList<>(List.of("start", "-w", "-s", "-t", String.valueOf(START_SECONDS)));
            command.addAll(List.of(
                    "-D",
                    data.cluster().toString(),
                    "-l",
                    data.folder("log").resolve("postgresql-start.log").toString()));
            command.addAll(List.of("-o", "-p " + port));
            if (programs.tryRun(START_SECONDS, "pg_ctl", command.toArray(String[]::new))) {
                return port;
            }
            if (attempt == PORT_TRIES) {
                throw new StartRefused(
                        "PostgreSQL does not start on %s: %s/log says why.".formatted(data.cluster(), data.root()));
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it and waits until everything is on disk, then lets go of the directory. */
    @Override
    public void close() {
        try {
            programs.run(STOP_SECONDS, "pg_ctl", "stop", "-D", data.cluster().toString(), "-m", "fast", "-w");
        } finally {
            hold.close();
        }
    }
}
