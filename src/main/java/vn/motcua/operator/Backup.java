package vn.motcua.operator;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.database.Migrations;

/**
 * One consistent file of all rows and all kept files, written beside a busy portal: a single repeatable-read snapshot that
 * waits for nobody and that nobody waits for. Never the master key, nor any other secret of {@code DATA/secrets}.
 */
final class Backup {

    private final Workplace at;
    private final InstantSource clock;
    private final Consumer<String> say;
    private final Map<String, String> hashes = new TreeMap<>();

    Backup(Workplace at, InstantSource clock, Consumer<String> say) {
        this.at = at;
        this.clock = clock;
        this.say = say;
    }

    /** Writes beside first, then moves into place: a file of that name is always whole. */
    Manifest write(Path file) throws IOException, SQLException {
        var beside = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            Manifest manifest;
            try (var zip = new ZipOutputStream(new KeepOpen(Channels.newOutputStream(channel)))) {
                manifest = write(zip);
            }
            channel.force(true);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private Manifest write(ZipOutputStream zip) throws IOException, SQLException {
        try (var connection = at.owner().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // the first statement takes the snapshot; sequences are read after it, so they are never behind a row
            var taken = clock.instant().toString();
            var tables = new ArrayList<Manifest.Table>();
            zip.setLevel(Deflater.BEST_SPEED);
            for (var table : tables(sql)) {
                tables.add(copy(connection, zip, table));
            }
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    taken,
                    connection.getMetaData().getDatabaseMajorVersion(),
                    versions(sql),
                    tables,
                    sequences(sql),
                    withFiles(zip),
                    journal(sql));
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    /** Partitioned tables whole; histories of migrations are made anew by a restore. */
    private static List<Manifest.Table> tables(JdbcClient sql) {
        return sql.sql("""
                select n.nspname, c.relname,
                       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname = any(?) and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relname <> 'flyway_schema_history'
                group by 1, 2 order by 1, 2""")
                .param(Migrations.ROOMS.toArray(String[]::new))
                .query((row, number) -> new Manifest.Table(
                        row.getString(1),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        0))
                .list();
    }

    private Manifest.Table copy(Connection connection, ZipOutputStream zip, Manifest.Table table)
            throws IOException, SQLException {
        var digest = sha256();
        zip.putNextEntry(new ZipEntry(table.entry()));
        var out = new KeepOpen(new DigestOutputStream(zip, digest));
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select %s from %s) to stdout (format binary)"
                                .formatted(table.columnList(), table.quoted()),
                        out);
        zip.closeEntry();
        hashes.put(table.entry(), HexFormat.of().formatHex(digest.digest()));
        say.accept("%s.%s: %,d rows".formatted(table.schema(), table.name(), rows));
        return new Manifest.Table(table.schema(), table.name(), table.columns(), rows);
    }

    static Map<String, String> versions(JdbcClient sql) {
        var versions = new TreeMap<String, String>();
        for (var room : Migrations.ROOMS) {
            var history = room + ".flyway_schema_history";
            if (sql.sql("select to_regclass(?) is not null")
                    .param(history)
                    .query(Boolean.class)
                    .single()) {
                sql
                        .sql("select version from " + history + " where success and version is not null")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(MigrationVersion::fromVersion)
                        .max(MigrationVersion::compareTo)
                        .ifPresent(version -> versions.put(room, version.getVersion()));
            }
        }
        return versions;
    }

    private static Map<String, Long> sequences(JdbcClient sql) {
        var sequences = new TreeMap<String, Long>();
        sql.sql("select schemaname || '.' || sequencename, last_value from pg_sequences where schemaname = any(?)")
                .param(Migrations.ROOMS.toArray(String[]::new))
                .query(row -> {
                    var value = row.getLong(2);
                    if (!row.wasNull()) {
                        sequences.put(row.getString(1), value);
                    }
                });
        return sequences;
    }

    private static Manifest.JournalMark journal(JdbcClient sql) {
        return new Manifest.JournalMark(
                sql.sql("select id::text from journal.identity")
                        .query(String.class)
                        .single(),
                sql.sql("select coalesce(max(position), 0) from journal.journal")
                        .query(Long.class)
                        .single());
    }

    /** Kept files are encrypted already and never change; one that vanishes meanwhile has no row any more. */
    private Map<String, String> withFiles(ZipOutputStream zip) throws IOException {
        var root = at.data().file("files");
        if (!Files.isDirectory(root)) {
            return hashes;
        }
        zip.setLevel(Deflater.NO_COMPRESSION);
        int count = 0;
        try (var all = Files.walk(root)) {
            for (var file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (!file.toString().endsWith(".tmp") && add(zip, root, file)) {
                    count++;
                }
            }
        }
        say.accept("files: %,d".formatted(count));
        return hashes;
    }

    private boolean add(ZipOutputStream zip, Path root, Path file) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return false;
        }
        var entry = "files/" + root.relativize(file);
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content);
        zip.closeEntry();
        hashes.put(entry, HexFormat.of().formatHex(sha256().digest(content)));
        return true;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The copy API and the zip stream close what they are given. */
    private static final class KeepOpen extends FilterOutputStream {

        KeepOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
