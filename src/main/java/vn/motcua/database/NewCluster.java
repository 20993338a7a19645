package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/**
 * Makes a cluster: initdb, our own pg_hba.conf, the roles and the database, all before the server is ever reachable, and
 * beside its place, so that a kill in the middle leaves nothing half done.
 */
final class NewCluster {

    private static final int INITDB_SECONDS = 120;

    /** Nobody comes in without a password, and nobody from another machine. */
    private static final String HBA = """
            # Written by Motcua when the cluster was made. TYPE DATABASE USER ADDRESS METHOD
            host all    owner,app,auditor 127.0.0.1/32 scram-sha-256
            host all    postgres          127.0.0.1/32 scram-sha-256
            """;

    /**
     * Durable first. Workers and senders that one machine does not need are off; {@code jit} costs more than it gives on
     * short statements. Settings of the operator go to {@code DATA/postgresql.conf}.
     */
    private static final String SETTINGS = """
            # Written by Motcua at every start; own settings go to ../postgresql.conf
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_prepared_transactions = 0
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = scram-sha-256
            max_connections = 120
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            io_method = sync
            max_wal_senders = 0
            max_logical_replication_workers = 0
            log_checkpoints = off
            max_wal_size = 1GB
            checkpoint_completion_target = 0.9
            autovacuum_naptime = 20s
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            log_file_mode = 0600
            include_if_exists '../postgresql.conf'
            """;

    private NewCluster() {}

    static void create(DataDirectory data, Programs programs, Properties passwords) {
        var beside = data.file("pg-data.new");
        try {
            deleteAll(beside);
            var password = Files.createTempFile(
                    data.folder("secrets"), "initdb", "", PosixFilePermissions.asFileAttribute(DataDirectory.PRIVATE));
            try {
                Files.writeString(password, passwords.getProperty("postgres"));
                programs.run(
                        INITDB_SECONDS,
                        "initdb",
                        "--pgdata=" + beside,
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8");
            } finally {
                Files.delete(password);
            }
            Files.writeString(beside.resolve("pg_hba.conf"), HBA);
            Files.writeString(beside.resolve("motcua.conf"), SETTINGS);
            Files.writeString(beside.resolve("postgresql.conf"), "include 'motcua.conf'\n");
            programs.feed(
                    INITDB_SECONDS,
                    roles(passwords),
                    "postgres",
                    "--single",
                    "-D",
                    beside.toString(),
                    "-c",
                    "logging_collector=off",
                    "-j",
                    "postgres");
            Files.move(beside, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeSettings(DataDirectory data) {
        try {
            Files.writeString(data.cluster().resolve("motcua.conf"), SETTINGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String roles(Properties passwords) {
        return Roles.create(
                passwords.getProperty("owner"), passwords.getProperty("app"), passwords.getProperty("auditor"));
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
