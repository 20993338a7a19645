package vn.motcua.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.time.DueWork;

/** Deletes what has ended: sessions, codes, half-made sign-ins and registrations, counters. They keep no history. */
@Component
class ForgetExpired implements DueWork {

    /** Rows in one statement: a clock that was moved by months must not make one long transaction. */
    private static final int CHUNK = 1_000;

    /** Sign-ins and registrations before the codes that they refer to. */
    private static final List<String> ENDING =
            List.of("sign_in", "registration", "one_time_code", "captcha_used", "throttle", "first_password");

    private final JdbcClient sql;
    private final IdentitySettings settings;

    ForgetExpired(JdbcClient sql, IdentitySettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "identity.forget-expired";
    }

    /** Ten minutes after the first thing ended; nobody waits for it, so most rows of a burst go together. */
    @Override
    public Optional<Instant> next() {
        return sql.sql("""
                        select min(at) from (
                            select min(ends_at) as at from identity.captcha_used
                            union all select min(ends_at) from identity.throttle
                            union all select min(last_seen_at) + cast(:idle as interval) from identity.session
                            union all select min(ends_at) from identity.sign_in
                            union all select min(ends_at) from identity.registration) ending
                        """)
                .param("idle", settings.sessionIdle().toString())
                .query(java.time.OffsetDateTime.class)
                .optional()
                .map(at -> at.toInstant().plus(Duration.ofMinutes(10)));
    }

    @Override
    public void run(Instant until) {
        for (var table : ENDING) {
            while (forget(table, "ends_at", until) == CHUNK) {}
        }
        while (forget("session", "last_seen_at", until.minus(settings.sessionIdle())) == CHUNK) {}
    }

    private int forget(String table, String column, Instant until) {
        var still = table.equals("one_time_code") ? """
                   and not exists (select 1 from identity.sign_in s where s.code = t.id)
                   and not exists (select 1 from identity.registration r where r.code = t.id)
                  """ : "";
        return sql.sql("""
                        delete from identity.%1$s where ctid = any (array(
                            select t.ctid from identity.%1$s t where t.%2$s <= :until %3$s
                            limit :chunk for update skip locked))
                        """.formatted(table, column, still))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("chunk", CHUNK)
                .update();
    }
}
