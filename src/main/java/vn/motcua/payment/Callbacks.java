package vn.motcua.payment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.Problem;

/** What gateways tell us by themselves. A notice without a fitting signature is refused and recorded. */
@Repository
public class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    /** Recorded at most: who floods us with forgeries shall not fill the disk. */
    private static final int MAX_RECORDED_PER_HOUR = 1_000;

    private static final int MAX_BODY = 16_384;
    private static final int MAX_REFERENCE = 50;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Attempts attempts;
    private final Momo momo;

    Callbacks(JdbcClient sql, InstantSource clock, Attempts attempts, Momo momo) {
        this.sql = sql;
        this.clock = clock;
        this.attempts = attempts;
        this.momo = momo;
    }

    /** Takes one notice of MoMo as it came; refuses (400) one that MoMo did not sign. The same one twice changes nothing. */
    public void momo(byte[] body) {
        try {
            if (body.length > MAX_BODY) {
                throw new Momo.Forged("too-long", null);
            }
            var notice = momo.hear(body);
            attempts.settle(momo.channel(), notice.reference(), notice.standing());
        } catch (Momo.Forged e) {
            record(momo.channel(), String.valueOf(e.getMessage()), e.reference, body);
            throw Problem.of(Problem.Kind.MALFORMED, "payment.callback.refused");
        }
    }

    private void record(
            String channel, String reason, @org.jspecify.annotations.Nullable String reference, byte[] body) {
        var now = clock.instant();
        LOG.warn("A notice in the name of {} was refused: {}", channel, reason);
        sql.sql("""
                        insert into payment.refused_callback (channel, reason, reference, body_sha256, at)
                        select :channel, :reason, :reference, :digest, :now
                        where (select count(*) from (
                                select 1 from payment.refused_callback where at > :hourAgo limit :most) recent) < :most
                        """)
                .param("channel", channel)
                .param("reason", reason)
                .param("reference", shortened(reference))
                .param("digest", sha256(body))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hourAgo", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .param("most", MAX_RECORDED_PER_HOUR)
                .update();
    }

    private static @org.jspecify.annotations.Nullable String shortened(
            @org.jspecify.annotations.Nullable String reference) {
        if (reference == null) {
            return null;
        }
        var printable = reference.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.substring(0, Math.min(MAX_REFERENCE, printable.length()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
