package vn.motcua.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the database before anything that needs it, brings its tables up to date and hands out its connections. */
@Configuration(proxyBeanMethods = false)
class Database {

    /** The database in use; closing it stops the embedded one, after every bean that uses it. */
    record Running(Access access, @Nullable Cluster cluster) implements AutoCloseable {
        @Override
        public void close() {
            if (cluster != null) {
                cluster.close();
            }
        }
    }

    @Bean(destroyMethod = "close")
    Running running(DatabaseSettings settings, @Value("${motcua.data}") Path data) {
        var elsewhere = settings.elsewhere();
        if (elsewhere != null) {
            return new Running(elsewhere, null);
        }
        var cluster = Cluster.start(new DataDirectory(data));
        return new Running(cluster.access(), cluster);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Running database, DatabaseSettings settings) {
        Migrations.run(database.access().owner());
        var pool = database.access().app(settings.connections());
        try {
            Durability.check(pool);
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }
}
