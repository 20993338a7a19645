package vn.motcua.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How one database is reached: its address and the passwords of the roles {@code owner} and {@code app}. */
public record Access(String url, String ownerPassword, String appPassword) {

    /** Connections of the role that may change tables, one by one: for migrations and the operator's tool. */
    public DataSource owner() {
        return as("owner", ownerPassword);
    }

    DataSource as(String role, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(password);
        source.setApplicationName("motcua-" + role);
        return source;
    }

    /** The portal's pool: role {@code app}, at most so many connections, most of them closed again when idle. */
    public HikariDataSource app(int connections) {
        var pool = new HikariDataSource();
        pool.setPoolName("motcua");
        pool.setJdbcUrl(url);
        pool.setUsername("app");
        pool.setPassword(appPassword);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(4, connections));
        pool.setIdleTimeout(60_000);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("ApplicationName", "motcua");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    /** Another database of the same server. */
    public Access to(String database) {
        return new Access(url.replaceFirst("/[^/?]+(?=$|\\?)", "/" + database), ownerPassword, appPassword);
    }

    @Override
    public String toString() {
        return url;
    }
}
