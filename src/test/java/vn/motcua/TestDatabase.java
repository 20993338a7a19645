package vn.motcua;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.database.Migrations;

/**
 * A real PostgreSQL for tests: one server for the whole run, a fresh migrated database for each caller. Tests work as the
 * role {@code app}, like the portal.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** The names under which one fresh database is reached. */
    public record Fresh(String name, String url, DataSource app, DataSource owner) implements AutoCloseable {

        public JdbcClient sql() {
            return JdbcClient.create(app);
        }

        @Override
        public void close() {
            ((HikariDataSource) app).close();
            ((HikariDataSource) owner).close();
        }
    }

    public static Fresh fresh() {
        var name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name + " template motcua_template")
                .update();
        return new Fresh(name, url(name, "app"), pool(name, "app", 10), pool(name, "owner", 2));
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            Files.createTempDirectory("motcua-test-pg").toFile())
                    .setServerConfig("max_connections", "200")
                    .start();
            var admin = JdbcClient.create(server.getPostgresDatabase());
            for (var role : new String[] {"owner", "app", "auditor"}) {
                admin.sql("create role " + role + " login password 'test'").update();
            }
            admin.sql("create database motcua_template owner owner").update();
            try (var owner = pool(server, "motcua_template", "owner", 2)) {
                Migrations.run(owner);
            }
            return server;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String url(String database, String user) {
        return SERVER.getJdbcUrl(user, database);
    }

    private static HikariDataSource pool(String database, String user, int size) {
        return pool(SERVER, database, user, size);
    }

    private static HikariDataSource pool(EmbeddedPostgres server, String database, String user, int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl(user, database));
        pool.setUsername(user);
        pool.setPassword("test");
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(0);
        return pool;
    }
}
