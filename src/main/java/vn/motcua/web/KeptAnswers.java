package vn.motcua.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;
import vn.motcua.time.DueWork;

/**
 * Answers kept in PostgreSQL: one statement that locks the key and looks for an answer, one that keeps it. The lock is tried,
 * never waited for. Where the look-up was a moment too early to see an answer, the table's primary key still stops the second
 * act, and the first one's answer is given.
 */
@Repository
class KeptAnswers implements Idempotency, DueWork {

    private static final Duration KEPT = Duration.ofHours(24);

    /** Rows forgotten in one transaction, so that none lasts long. */
    private static final int BATCH = 1_000;

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    KeptAnswers(JdbcClient sql, PlatformTransactionManager transactions, InstantSource clock) {
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What stands under a key: whether we hold its lock now, and the answer with the digest of its request. */
    private record Kept(
            boolean locked,
            byte @Nullable [] digest,
            @Nullable Answer answer) {}

    @Override
    public Answer once(Token token, Supplier<Answer> act) {
        try {
            return act(token, act);
        } catch (DuplicateKeyException duplicate) {
            return keptOr(token, duplicate);
        }
    }

    @Override
    public <P> Answer once(Token token, Supplier<P> prepare, Function<P, Answer> act) {
        var kept = kept(token, look(token));
        if (kept != null) {
            return kept;
        }
        var prepared = prepare.get();
        return once(token, () -> act.apply(prepared));
    }

    private Answer act(Token token, Supplier<Answer> act) {
        return transaction.execute(status -> {
            var kept = kept(token, look(token));
            if (kept != null) {
                return kept;
            }
            var answer = act.get();
            keep(token, answer);
            return answer;
        });
    }

    /** Somebody else's act was committed between our look and our own: theirs counts. */
    private Answer keptOr(Token token, DuplicateKeyException duplicate) {
        var found = look(token);
        if (found.answer() == null) {
            throw duplicate; // another table's key: not ours to explain
        }
        return java.util.Objects.requireNonNull(kept(token, found));
    }

    private static @Nullable Answer kept(Token token, Kept found) {
        if (found.digest() != null && !MessageDigest.isEqual(found.digest(), token.bodyDigest())) {
            throw Problem.invalid("Idempotency-Key", "web.idempotency.other-body");
        }
        if (found.answer() == null && !found.locked()) {
            throw Problem.of(Kind.IN_PROGRESS, "web.idempotency.in-progress");
        }
        return found.answer();
    }

    private Kept look(Token token) {
        return sql.sql("""
                        select pg_try_advisory_xact_lock(:lock) as locked, kept.digest, kept.status, kept.body
                        from (values (1)) as one (row)
                        left join web.idempotency as kept
                          on kept.client = :client and kept.route = :route and kept.key = :key and kept.at > :since
                        """)
                .param("lock", lock(token))
                .param("client", token.client())
                .param("route", token.route())
                .param("key", token.key())
                .param("since", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Kept(
                        row.getBoolean("locked"),
                        row.getBytes("digest"),
                        row.getString("body") == null ? null : new Answer(row.getInt("status"), row.getString("body"))))
                .single();
    }

    /** Replaces an answer that is too old to count but was not yet forgotten. */
    private void keep(Token token, Answer answer) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int kept = sql.sql("""
                        insert into web.idempotency as old (client, route, key, digest, status, body, at)
                        values (:client, :route, :key, :digest, :status, :body, :at)
                        on conflict (client, route, key) do update
                          set digest = excluded.digest, status = excluded.status, body = excluded.body, at = excluded.at
                          where old.at <= :since
                        """)
                .param("client", token.client())
                .param("route", token.route())
                .param("key", token.key())
                .param("digest", token.bodyDigest())
                .param("status", answer.status())
                .param("body", answer.body())
                .param("at", now)
                .param("since", now.minus(KEPT))
                .update();
        if (kept == 0) {
            throw new DuplicateKeyException("Another request with this key was faster");
        }
    }

    private static long lock(Token token) {
        try {
            var name = token.client() + "\n" + token.route() + "\n" + token.key();
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "web.forget-answers";
    }

    @Override
    public Optional<Instant> next() {
        return sql.sql("select at from web.idempotency order by at limit 1")
                .query(java.time.OffsetDateTime.class)
                .optional()
                .map(at -> at.toInstant().plus(KEPT));
    }

    @Override
    public void run(Instant until) {
        int forgotten;
        do {
            forgotten = java.util.Objects.requireNonNull(transaction.execute(status -> sql.sql("""
                            delete from web.idempotency where (client, route, key) in (
                              select client, route, key from web.idempotency
                              where at <= :before order by at limit :batch for update skip locked)
                            """)
                    .param("before", until.minus(KEPT).atOffset(ZoneOffset.UTC))
                    .param("batch", BATCH)
                    .update()));
        } while (forgotten == BATCH);
    }
}
