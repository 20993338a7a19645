package vn.motcua;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import vn.motcua.database.Access;
import vn.motcua.database.Cluster;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.Migrations;

/**
 * The portal's own PostgreSQL for tests, durable and locked as in production: one server for the whole run, a fresh migrated
 * database for each caller. Tests work as the role {@code app}, like the portal.
 */
public final class TestDatabase {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final DataDirectory DATA = data();
    private static final Access TEMPLATE = start();

    private TestDatabase() {}

    /** The names under which one fresh database is reached. */
    public record Fresh(String name, String url, Access access, DataSource app, DataSource owner)
            implements AutoCloseable {

        public JdbcClient sql() {
            return JdbcClient.create(app);
        }

        @Override
        public void close() {
            ((HikariDataSource) app).close();
        }
    }

    /** Fresh means: as it is after the migrations, and nobody else's. */
    public static Fresh fresh() {
        var name = "test_" + NUMBER.incrementAndGet();
        JdbcClient.create(superuser())
                .sql("create database " + name + " template motcua owner owner")
                .update();
        var access = TEMPLATE.to(name);
        return new Fresh(name, access.url(), access, access.app(10), access.owner());
    }

    private static DataSource superuser() {
        var superuser = new PGSimpleDataSource();
        superuser.setUrl(TEMPLATE.to("postgres").url());
        superuser.setUser("postgres");
        superuser.setPassword(DATA.secrets("database", List.of("postgres")).getProperty("postgres"));
        return superuser;
    }

    private static DataDirectory data() {
        try {
            return new DataDirectory(Files.createTempDirectory("motcua-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Access start() {
        var cluster = Cluster.start(DATA);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            cluster.close();
            FileSystemUtils.deleteRecursively(DATA.root().toFile());
        }));
        Migrations.run(cluster.access().owner());
        return cluster.access();
    }
}
