package vn.motcua.signing;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import vn.motcua.keys.Keys;

/**
 * Our own certificates: a root, an issuing one, and under it the seal and the time stamp. Made at the first start under an
 * advisory lock, each followed by a new generation before it ends. A root that an operator trusts elsewhere stays the same
 * for decades.
 */
@Repository
class Pki {

    private static final long ADVISORY_LOCK = 4713;

    /** One certificate with its key. */
    record Member(Role role, int generation, X509Certificate certificate, String keyName) {
        boolean lastsFrom(Instant now) {
            return certificate.getNotAfter().toInstant().isAfter(now.plus(role.renewal));
        }
    }

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Keys keys;
    private volatile Map<Role, Member> inUse = Map.of();

    Pki(JdbcClient sql, TransactionOperations transactions, InstantSource clock, Keys keys) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.keys = keys;
        renew();
    }

    Member member(Role role) {
        var member = inUse.get(role);
        if (member == null) {
            throw new IllegalStateException("No certificate for the " + role.title);
        }
        return member;
    }

    KeyPair keys(Role role) {
        return keys.pair(member(role).keyName());
    }

    /** Every root there ever was: what a verifier trusts. */
    List<X509Certificate> anchors() {
        return sql.sql("select der from signing.certificate where role = 'ROOT' order by generation")
                .query((row, _) -> certificate(row.getBytes(1)))
                .list();
    }

    /** Every certificate of ours, so that an old seal is recognised too. */
    List<Member> all() {
        return sql.sql("select role, generation, der, key_name from signing.certificate order by role, generation")
                .query((row, _) -> new Member(
                        Role.valueOf(row.getString(1)), row.getInt(2), certificate(row.getBytes(3)), row.getString(4)))
                .list();
    }

    /** Whether something ends so soon that a new generation is due. */
    Optional<Instant> nextRenewal() {
        return inUse.values().stream()
                .map(member -> member.certificate().getNotAfter().toInstant().minus(member.role().renewal))
                .min(Instant::compareTo);
    }

    /** Makes what is missing or ends too soon, and takes up what another node has made. */
    final void renew() {
        var now = clock.instant();
        for (var role : Role.values()) {
            newest(role).filter(member -> member.lastsFrom(now)).ifPresentOrElse(this::use, () -> make(role, now));
        }
    }

    private void make(Role role, Instant now) {
        int generation = newest(role).map(Member::generation).orElse(0) + 1;
        var keyName = "signing." + role.name().toLowerCase(java.util.Locale.ROOT) + "." + generation;
        var pair = keys.pair(keyName); // before the transaction: the first use makes it in one of its own
        var made = transactions.execute(_ -> {
            sql.sql("select pg_advisory_xact_lock(?)")
                    .param(ADVISORY_LOCK)
                    .query((_, _) -> 0)
                    .single();
            return newest(role)
                    .filter(member -> member.generation() >= generation)
                    .orElseGet(() -> insert(role, generation, keyName, pair, now));
        });
        use(java.util.Objects.requireNonNull(made));
    }

    private Member insert(Role role, int generation, String keyName, KeyPair pair, Instant now) {
        var subject = "CN=Motcua " + role.title + " " + generation + ",O=Motcua,C=VN";
        var certificate = Certificates.make(role, subject, pair, signerOf(role), now);
        sql.sql("""
                        insert into signing.certificate (role, generation, der, key_name, not_after, made_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        role.name(),
                        generation,
                        encoded(certificate),
                        keyName,
                        certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC))
                .update();
        return new Member(role, generation, certificate, keyName);
    }

    private Certificates.@Nullable Signer signerOf(Role role) {
        return switch (role) {
            case ROOT -> null;
            case ISSUING -> signer(Role.ROOT);
            case SEAL, TSA -> signer(Role.ISSUING);
        };
    }

    private Certificates.Signer signer(Role role) {
        return new Certificates.Signer(member(role).certificate(), keys(role));
    }

    private Optional<Member> newest(Role role) {
        return sql.sql("""
                        select generation, der, key_name from signing.certificate
                        where role = ? order by generation desc limit 1
                        """)
                .param(role.name())
                .query((row, _) -> new Member(role, row.getInt(1), certificate(row.getBytes(2)), row.getString(3)))
                .optional();
    }

    private synchronized void use(Member member) {
        var next = new EnumMap<Role, Member>(Role.class);
        next.putAll(inUse);
        next.put(member.role(), member);
        inUse = Map.copyOf(next);
    }

    static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate of ours cannot be read", e);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
