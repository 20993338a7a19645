package vn.motcua.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings the schemas up to date: one schema and one history per room, in the order of the rooms, as the owner role. The
 * role {@code app} may read and write rows, never change a table; {@code auditor} may read.
 */
public final class Migrations {

    /** The rooms that have tables, each after those it uses. */
    static final List<String> ROOMS = List.of(
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
            "dossier");

    private Migrations() {}

    /** The room's schema, and what the other two roles may do in it; a migration can take rights away again. */
    private static void prepare(DataSource owner, String room) {
        var sql = JdbcClient.create(owner);
        for (var statement : List.of(
                "create schema if not exists %s",
                "grant usage on schema %s to app, auditor",
                "alter default privileges in schema %s grant select, insert, update, delete on tables to app",
                "alter default privileges in schema %s grant usage, select on sequences to app",
                "alter default privileges in schema %s grant select on tables to auditor")) {
            sql.sql(statement.formatted(room)).update();
        }
    }

    public static void run(DataSource owner) {
        for (var room : ROOMS) {
            if (Migrations.class.getClassLoader().getResource("db/migration/" + room) == null) {
                continue;
            }
            prepare(owner, room);
            Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration/" + room)
                    .defaultSchema(room)
                    .createSchemas(false)
                    .load()
                    .migrate();
        }
    }
}
