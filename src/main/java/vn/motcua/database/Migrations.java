package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings the schemas up to date: one schema and one history per room, in the order of the rooms, as the owner role. The
 * role {@code app} may read and write rows, never change a table; {@code auditor} may read. Where the database says that
 * exactly these files ran already, nothing is done.
 */
public final class Migrations {

    /** The rooms that have tables, each after those it uses. */
    public static final List<String> ROOMS = List.of(
            "time",
            "web",
            "journal",
            "keys",
            "agency",
            "files",
            "signing",
            "notification",
            "identity",
            "catalogue",
            "payment",
            "dossier",
            "question");

    private static final String FILES = "db/migration/";

    /** Held while migrating, so that of two nodes that start together one waits for the other. */
    private static final long LOCK = 4710;

    private Migrations() {}

    /** Everything that this release brings. True when there was something to do. */
    public static boolean run(DataSource owner) {
        return guarded(owner, Map.of(), fingerprint());
    }

    /** Whether the database is exactly as this release leaves it. */
    public static boolean areDone(DataSource owner) {
        return fingerprint().equals(recorded(JdbcClient.create(owner)));
    }

    /** Only up to the versions by room that a backup was made at; a room it does not name gets no tables yet. */
    public static void runTo(DataSource owner, Map<String, String> versions) {
        guarded(owner, versions, "up to a backup");
    }

    private static boolean guarded(DataSource owner, Map<String, String> versions, String fingerprint) {
        try (var connection = owner.getConnection()) {
            var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (versions.isEmpty() && fingerprint.equals(recorded(sql))) {
                return false;
            }
            sql.sql("select pg_advisory_lock(?)")
                    .param(LOCK)
                    .query((row, number) -> 0)
                    .list();
            if (versions.isEmpty() && fingerprint.equals(recorded(sql))) {
                return false;
            }
            record(sql, "under way");
            migrate(owner, connection, versions);
            record(sql, fingerprint);
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached for its migrations", e);
        }
    }

    private static void migrate(DataSource owner, Connection connection, Map<String, String> versions) {
        for (var room : ROOMS) {
            if (Migrations.class.getClassLoader().getResource(FILES + room) == null
                    || !versions.isEmpty() && !versions.containsKey(room)) {
                continue;
            }
            prepare(JdbcClient.create(new SingleConnectionDataSource(connection, true)), room);
            var target = versions.get(room);
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:" + FILES + room)
                    .defaultSchema(room)
                    .createSchemas(false)
                    .target(target == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(target))
                    .load()
                    .migrate();
        }
    }

    /** The room's schema, and what the other two roles may do in it; a migration can take rights away again. */
    private static void prepare(JdbcClient sql, String room) {
        for (var statement : List.of(
                "create schema if not exists %s",
                "grant usage on schema %s to app, auditor",
                "alter default privileges in schema %s grant select, insert, update, delete on tables to app",
                "alter default privileges in schema %s grant usage, select on sequences to app",
                "alter default privileges in schema %s grant select on tables to auditor")) {
            sql.sql(statement.formatted(room)).update();
        }
    }

    private static String recorded(JdbcClient sql) {
        if (sql.sql("select to_regclass('database.migrated') is null")
                .query(Boolean.class)
                .single()) {
            return "";
        }
        return sql.sql("select fingerprint from database.migrated")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static void record(JdbcClient sql, String fingerprint) {
        sql.sql("create schema if not exists database").update();
        sql.sql("create table if not exists database.migrated (one boolean primary key, fingerprint text not null)")
                .update();
        sql.sql("""
                insert into database.migrated (one, fingerprint) values (true, ?)
                on conflict (one) do update set fingerprint = excluded.fingerprint""").param(fingerprint).update();
    }

    /** Names and contents of all migration files; another file, another fingerprint. */
    static String fingerprint() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:" + FILES + "**/*.sql");
            Arrays.sort(files, Comparator.comparing(Migrations::name));
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update((name(file) + '\n').getBytes());
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Resource file) {
        try {
            var url = file.getURL().toString();
            return url.substring(url.lastIndexOf(FILES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
