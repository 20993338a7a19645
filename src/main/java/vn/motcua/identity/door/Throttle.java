package vn.motcua.identity.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.shared.Problem;

/**
 * Slows guessing down without locking owners out. Failures are counted per bucket and window; which buckets a try belongs
 * to is decided by its caller, so that a stranger's failures never fill the bucket of the owner's own browser.
 */
public class Throttle {

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Stamp stamp;

    /** The stamp hides whom a bucket is about from readers of the table. */
    public Throttle(JdbcClient sql, InstantSource clock, Stamp stamp) {
        this.sql = sql;
        this.clock = clock;
        this.stamp = stamp;
    }

    /** How much of something is borne. */
    public record Limit(int failures, Duration window) {}

    /** How many failures the bucket still bears; refuses with the time to wait when there are none. */
    public int left(Limit limit, String code, String... bucket) {
        record Row(int failures, Instant endsAt) {}
        var now = clock.instant();
        var row = sql.sql("select failures, ends_at from identity.throttle where bucket = ? and ends_at > ?")
                .params(stamp.text(bucket), now.atOffset(ZoneOffset.UTC))
                .query((found, n) -> new Row(
                        found.getInt("failures"), found.getTimestamp("ends_at").toInstant()))
                .optional();
        if (row.isPresent() && row.get().failures >= limit.failures()) {
            var wait = Duration.between(now, row.get().endsAt);
            throw Problem.later(
                    Problem.Kind.TOO_MANY,
                    wait,
                    code,
                    Math.max(1, wait.plusSeconds(59).toMinutes()));
        }
        return limit.failures() - row.map(Row::failures).orElse(0);
    }

    /** Counts one; the window begins with the first. Returns how many are left. */
    public int count(Limit limit, String... bucket) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return limit.failures()
                - sql.sql("""
                                insert into identity.throttle as t (bucket, failures, ends_at) values (:bucket, 1, :ends)
                                on conflict (bucket) do update set
                                    failures = case when t.ends_at <= :now then 1 else t.failures + 1 end,
                                    ends_at = case when t.ends_at <= :now then :ends else t.ends_at end
                                returning failures
                                """)
                        .param("bucket", stamp.text(bucket))
                        .param("now", now)
                        .param("ends", now.plus(limit.window()))
                        .query(Integer.class)
                        .single();
    }

    Stamp stamp() {
        return stamp;
    }

    public void forget(String... bucket) {
        sql.sql("delete from identity.throttle where bucket = ?")
                .param(stamp.text(bucket))
                .update();
    }
}
