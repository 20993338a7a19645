package vn.motcua.identity.door;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.shared.Problem;

/** Six digits that prove that a phone or mail box is at hand: valid for minutes, for few tries, and once. */
public class OneTimeCodes {

    public static final int TRIES = 5;

    /** A code just made; the digits leave the house in a message and are kept only as a keyed hash. */
    public record Fresh(UUID id, String digits) {}

    /** Where a code stands, for the page that asks for it. */
    public record Pending(int triesLeft, Instant sentAt, Instant endsAt) {}

    /** What became of a try. */
    public enum Outcome {
        RIGHT,
        WRONG,
        USED_UP,
        EXPIRED
    }

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Stamp stamp;
    private final Duration valid;
    private final Duration resend;

    public OneTimeCodes(JdbcClient sql, InstantSource clock, Stamp stamp, Duration valid, Duration resend) {
        this.sql = sql;
        this.clock = clock;
        this.stamp = stamp;
        this.valid = valid;
        this.resend = resend;
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public Fresh make() {
        var id = UUID.randomUUID();
        var digits = "%06d".formatted(Opaque.below(1_000_000));
        var now = clock.instant();
        sql.sql("insert into identity.one_time_code (id, hash, tries_left, sent_at, ends_at) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        stamp.bytes(id.toString(), digits),
                        TRIES,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(valid).atOffset(ZoneOffset.UTC))
                .update();
        return new Fresh(id, digits);
    }

    /** Other digits under the same id; empty while it is too early to ask. Wrong tries are not forgotten. */
    public Optional<Fresh> again(UUID id) {
        var digits = "%06d".formatted(Opaque.below(1_000_000));
        var now = clock.instant();
        int changed = sql.sql("""
                        update identity.one_time_code set hash = ?, sent_at = ?, ends_at = ?
                        where id = ? and sent_at <= ? and tries_left > 0
                        """)
                .params(
                        stamp.bytes(id.toString(), digits),
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(valid).atOffset(ZoneOffset.UTC),
                        id,
                        now.minus(resend).atOffset(ZoneOffset.UTC))
                .update();
        return changed == 1 ? Optional.of(new Fresh(id, digits)) : Optional.empty();
    }

    public Optional<Pending> pending(UUID id) {
        return sql.sql("select tries_left, sent_at, ends_at from identity.one_time_code where id = ?")
                .param(id)
                .query((row, n) -> new Pending(
                        row.getInt("tries_left"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .optional();
    }

    /** When another code may be asked for. */
    public Instant resendAt(Pending pending) {
        return pending.sentAt().plus(resend);
    }

    /** Takes one try, before it is looked at: two tries at one moment are two. A right one uses the code up. */
    public Outcome redeem(UUID id, String digits) {
        record Row(byte[] hash, Instant endsAt) {}
        var row = sql.sql("""
                        update identity.one_time_code set tries_left = tries_left - 1
                        where id = ? and tries_left > 0 returning hash, ends_at
                        """)
                .param(id)
                .query((found, n) -> new Row(
                        found.getBytes("hash"), found.getTimestamp("ends_at").toInstant()))
                .optional();
        if (row.isEmpty()) {
            return Outcome.USED_UP;
        }
        if (!clock.instant().isBefore(row.get().endsAt)) {
            return Outcome.EXPIRED;
        }
        if (!MessageDigest.isEqual(row.get().hash, stamp.bytes(id.toString(), digits.strip()))) {
            return Outcome.WRONG;
        }
        int used = sql.sql("update identity.one_time_code set tries_left = 0, ends_at = ? where id = ? and ends_at > ?")
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        id,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return used == 1 ? Outcome.RIGHT : Outcome.USED_UP;
    }

    /** As {@link #redeem}; refuses anything but the right digits with what is left to do. */
    void check(UUID id, String digits, String usedUp) {
        switch (redeem(id, digits)) {
            case RIGHT -> {}
            case WRONG -> {
                int left = pending(id).map(Pending::triesLeft).orElse(0);
                throw left == 0
                        ? Problem.invalid("code", usedUp)
                        : Problem.invalid("code", "identity.code.wrong", left);
            }
            case USED_UP -> throw Problem.invalid("code", usedUp);
            case EXPIRED -> throw Problem.invalid("code", "identity.code.expired");
        }
    }
}
