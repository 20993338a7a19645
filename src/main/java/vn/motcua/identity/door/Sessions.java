package vn.motcua.identity.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.shared.PersonId;

/**
 * Who is signed in. A session holds an account's id and two times, no more; it ends when idle, when too old, or when its
 * owner leaves, on every node at once because it is a row.
 */
public class Sessions {

    /** A session that is in force. */
    public record Session(PersonId account, Instant since) {}

    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Duration idle;
    private final Duration longest;

    public Sessions(JdbcClient sql, InstantSource clock, Duration idle, Duration longest) {
        this.sql = sql;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    /** A new session; returns the secret for the cookie, which is kept nowhere. */
    public String open(PersonId account) {
        var secret = Opaque.next();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        sql.sql("insert into identity.session (token_hash, account, created_at, last_seen_at) values (?, ?, ?, ?)")
                .params(Opaque.hash(secret), account.value(), now, now)
                .update();
        return secret;
    }

    /** The session of a cookie, in one look-up, and at most once a minute one write. */
    public Optional<Session> find(String secret) {
        var hash = Opaque.hash(secret);
        var now = clock.instant();
        record Row(UUID account, Instant createdAt, Instant lastSeenAt) {}
        var found = sql.sql("select account, created_at, last_seen_at from identity.session where token_hash = ?")
                .param(hash)
                .query((row, n) -> new Row(
                        row.getObject("account", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant()))
                .optional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var row = found.get();
        if (!now.isBefore(row.lastSeenAt.plus(idle)) || !now.isBefore(row.createdAt.plus(longest))) {
            close(secret);
            return Optional.empty();
        }
        if (!now.isBefore(row.lastSeenAt.plus(WRITTEN_EVERY))) {
            var written = now.atOffset(ZoneOffset.UTC);
            sql.sql("update identity.session set last_seen_at = ? where token_hash = ? and last_seen_at < ?")
                    .params(written, hash, written)
                    .update();
        }
        return Optional.of(new Session(new PersonId(row.account), row.createdAt));
    }

    public void close(String secret) {
        sql.sql("delete from identity.session where token_hash = ?")
                .param(Opaque.hash(secret))
                .update();
    }

    /** Signs an account out everywhere, as after a change of password. */
    public void closeAll(PersonId account) {
        sql.sql("delete from identity.session where account = ?")
                .param(account.value())
                .update();
    }
}
