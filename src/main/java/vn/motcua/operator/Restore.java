package vn.motcua.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.database.Cluster;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.Migrations;
import vn.motcua.database.StartRefused;
import vn.motcua.journal.JournalRestore;
import vn.motcua.notification.HeldMessages;

/**
 * Brings a backup into an empty data directory: a new cluster at the backup's versions, its rows, its sequences, a new
 * journal id, then the migrations of this release. Messages that were on their way are held. Refuses a file that is cut or changed before it loads a row.
 */
final class Restore {

    private final DataDirectory data;
    private final InstantSource clock;
    private final Consumer<String> say;

    Restore(DataDirectory data, InstantSource clock, Consumer<String> say) {
        this.data = data;
        this.clock = clock;
        this.say = say;
    }

    Manifest from(Path file) throws IOException, SQLException {
        if (Files.exists(data.cluster()) || Files.exists(data.file("files"))) {
            throw new StartRefused("%s is not empty: restore into a new directory with --data.".formatted(data.root()));
        }
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = manifest(zip, file);
            check(zip, manifest, file);
            say.accept("The file is whole: %,d tables, taken %s"
                    .formatted(manifest.tables().size(), manifest.at()));
            files(zip, manifest);
            try (var cluster = Cluster.start(data)) {
                Migrations.runTo(cluster.access().owner(), manifest.versions());
                load(zip, manifest, cluster);
                Migrations.run(cluster.access().owner());
                finish(cluster, manifest);
            }
            return manifest;
        } catch (java.util.zip.ZipException e) {
            throw new StartRefused("%s is not a whole backup: %s.".formatted(file, e.getMessage()));
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new StartRefused("%s is not a backup of Motcua, or it is not whole.".formatted(file));
        }
        try (var in = zip.getInputStream(entry)) {
            var manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new StartRefused("%s was written by a newer release (format %d): restore it with that one."
                        .formatted(file, manifest.format()));
            }
            return manifest;
        } catch (JacksonException e) {
            throw new StartRefused("%s is not a backup of Motcua, or it was changed.".formatted(file));
        }
    }

    private static void check(ZipFile zip, Manifest manifest, Path file) throws IOException {
        for (var expected : manifest.entries().entrySet()) {
            var entry = zip.getEntry(expected.getKey());
            var digest = Backup.sha256();
            if (entry != null) {
                try (var in = new DigestInputStream(zip.getInputStream(entry), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            if (entry == null || !HexFormat.of().formatHex(digest.digest()).equals(expected.getValue())) {
                throw new StartRefused("%s is damaged at %s: use another backup.".formatted(file, expected.getKey()));
            }
        }
    }

    private void files(ZipFile zip, Manifest manifest) throws IOException {
        var root = data.folder("files");
        int count = 0;
        for (var name : manifest.entries().keySet()) {
            if (!name.startsWith("files/")) {
                continue;
            }
            var target = root.resolve(name.substring("files/".length())).normalize();
            if (!target.startsWith(root)) {
                throw new StartRefused("The backup names a file outside its folder: " + name);
            }
            Files.createDirectories(
                    target.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (var in = zip.getInputStream(zip.getEntry(name))) {
                Files.copy(in, target);
            }
            count++;
        }
        say.accept("files: %,d".formatted(count));
    }

    /** In one transaction, without triggers: the rows were checked when they were first written, and come whole. */
    private void load(ZipFile zip, Manifest manifest, Cluster cluster) throws SQLException {
        try (var connection = cluster.superuser().getConnection()) {
            connection.setAutoCommit(false);
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            JournalRestore.makeRoom(sql, manifest.journal().last());
            sql.sql("set local session_replication_role = replica").update();
            sql.sql("truncate "
                            + String.join(
                                    ", ",
                                    manifest.tables().stream()
                                            .map(Manifest.Table::quoted)
                                            .toList()))
                    .update();
            for (var table : manifest.tables()) {
                load(zip, table, connection);
            }
            manifest.sequences().forEach((name, value) -> sql.sql("select setval(?::regclass, ?)")
                    .params(name, value)
                    .query(Long.class)
                    .single());
            connection.commit();
        }
    }

    private void load(ZipFile zip, Manifest.Table table, Connection connection) throws SQLException {
        try (InputStream in = zip.getInputStream(zip.getEntry(table.entry()))) {
            var rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin (format binary)".formatted(table.quoted(), table.columnList()),
                            in);
            if (rows != table.rows()) {
                throw new StartRefused("%s.%s has %d rows instead of %d: use another backup."
                        .formatted(table.schema(), table.name(), rows, table.rows()));
            }
            say.accept("%s.%s: %,d rows".formatted(table.schema(), table.name(), rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new journal, and nothing that may be out already goes out again: both or neither. */
    private void finish(Cluster cluster, Manifest manifest) throws SQLException {
        try (var connection = cluster.access().owner().getConnection()) {
            connection.setAutoCommit(false);
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var now = now(sql);
            new HeldMessages(sql)
                    .hold(
                            manifest.journal().last(),
                            now,
                            whoever(),
                            "restored from the backup of " + manifest.at() + ", they may have been sent since");
            var id = JournalRestore.finish(sql, now);
            connection.commit();
            say.accept("The journal's new id is " + id);
        }
    }

    /** Whoever is logged in, also behind sudo. */
    static String whoever() {
        var behind = System.getenv("SUDO_USER");
        return behind == null || behind.isBlank() ? System.getProperty("user.name") : behind;
    }

    /** Never before the last event, which a sandbox's clock may have stamped ahead of this machine's. */
    private Instant now(JdbcClient sql) {
        var machine = clock.instant();
        return sql.sql("select at from journal.journal order by position desc limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .filter(machine::isBefore)
                .orElse(machine);
    }
}
