package vn.motcua.signing;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.keys.Keys;
import vn.motcua.shared.AgencyCode;
import vn.motcua.signing.Seals.Kind;

/**
 * The register of issued papers. It knows what was sealed, by whom and when, and whether it still holds; it knows no name and
 * keeps of a token only a keyed digest.
 */
@Repository
public class Papers {

    /** Whether a paper still holds. */
    public enum State {
        IN_FORCE,
        REVOKED,
        REPLACED
    }

    record Issued(Kind kind, AgencyCode issuer, String issuerName, Instant issuedAt, State state) {}

    private static final RowMapper<Issued> ISSUED = (row, _) -> new Issued(
            Kind.valueOf(row.getString("kind")),
            new AgencyCode(row.getString("issuer")),
            row.getString("issuer_name"),
            row.getObject("issued_at", OffsetDateTime.class).toInstant(),
            State.valueOf(row.getString("state")));

    private final JdbcClient sql;
    private final InstantSource clock;
    private final byte[] tokenKey;

    Papers(JdbcClient sql, InstantSource clock, Keys keys) {
        this.sql = sql;
        this.clock = clock;
        this.tokenKey = keys.secret("signing.token");
    }

    void enter(Seals.Paper paper, byte[] sha256) {
        sql.sql("""
                        insert into signing.paper
                            (token_hash, sha256, kind, issuer, issuer_name, subject, issued_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'IN_FORCE')
                        """)
                .params(
                        hash(paper.token()),
                        sha256,
                        paper.kind().name(),
                        paper.issuer().value(),
                        paper.issuerName(),
                        paper.subject(),
                        utc(paper.issuedAt()))
                .update();
    }

    Optional<Issued> byContent(byte[] sha256) {
        return sql.sql("select kind, issuer, issuer_name, issued_at, state from signing.paper where sha256 = ?")
                .param(sha256)
                .query(ISSUED)
                .optional();
    }

    Optional<Issued> byToken(String token) {
        return sql.sql("select kind, issuer, issuer_name, issued_at, state from signing.paper where token_hash = ?")
                .param(hash(token))
                .query(ISSUED)
                .optional();
    }

    /** Takes a paper out of force, in the running transaction. False where the token names none in force. */
    @Transactional
    public boolean revoke(String token, String reason) {
        return end(token, State.REVOKED, reason, null);
    }

    /** Says that another paper, already sealed, stands in this one's place. False where the token names none in force. */
    @Transactional
    public boolean replace(String token, String by, String reason) {
        return end(token, State.REPLACED, reason, hash(by));
    }

    private boolean end(String token, State state, String reason, byte @org.jspecify.annotations.Nullable [] by) {
        return sql.sql("""
                        update signing.paper set state = ?, reason = ?, changed_at = ?, replaced_by = ?
                        where token_hash = ? and state = 'IN_FORCE'
                        """)
                        .param(state.name())
                        .param(reason)
                        .param(utc(clock.instant()))
                        .param(by)
                        .param(hash(token))
                        .update()
                == 1;
    }

    /** As a person may type it: any case, with spaces or hyphens, the digits that base32 lacks read as the letters they resemble. */
    static String normal(String token) {
        return token.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('0', 'O')
                .replace('1', 'I')
                .replace('8', 'B');
    }

    private byte[] hash(String token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(tokenKey, "HmacSHA256"));
            return mac.doFinal(normal(token).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
