package vn.motcua.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database must be set to, as the role {@code app} sees it, so that nothing acknowledged is ever lost. */
public final class Durability {

    private static final Map<String, List<String>> WANTED = Map.of(
            "fsync", List.of("on"),
            "synchronous_commit", List.of("on", "remote_write", "remote_apply"),
            "full_page_writes", List.of("on"),
            "max_prepared_transactions", List.of("0"));

    private static final int OLDEST_MAJOR = 16;

    private Durability() {}

    /** Refuses to start on a database that could lose what was acknowledged, or that is too old. */
    static void check(DataSource app) {
        var wrong = wrong(app);
        if (!wrong.isEmpty()) {
            throw new StartRefused("The database is not safe to use: " + String.join("; ", wrong) + ".");
        }
    }

    /** A sentence for each setting that is wrong; empty when all is well. */
    public static List<String> wrong(DataSource app) {
        var wrong = new ArrayList<String>();
        JdbcClient.create(app)
                .sql("select name, setting from pg_settings where name = any(?) order by name")
                .param(names())
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(setting -> check(setting.getKey(), setting.getValue(), wrong));
        return wrong;
    }

    private static String[] names() {
        var names = new ArrayList<>(WANTED.keySet());
        names.add("server_version_num");
        return names.toArray(String[]::new);
    }

    private static void check(String name, String value, List<String> wrong) {
        var allowed = WANTED.get(name);
        if (allowed == null) {
            if (Integer.parseInt(value) / 10_000 < OLDEST_MAJOR) {
                wrong.add("PostgreSQL is older than " + OLDEST_MAJOR);
            }
        } else if (!allowed.contains(value)) {
            wrong.add("%s is %s and must be %s".formatted(name, value, allowed.getFirst()));
        }
    }
}
