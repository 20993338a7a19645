package vn.motcua.question;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.keys.Keys;

/**
 * Whether an answer helped. A visitor counts once per question without any cookie: a keyed hash of the question with the account,
 * or with address and browser, tells whether the same visitor voted before, and says nothing about who that is or what else
 * they read. It is forgotten after 30 days, the count stays. Two people behind one address with one kind of browser count as
 * one, one person with two browsers as two: this is an indication, not an election.
 */
@Repository
public class Usefulness {

    static final Duration REMEMBERED = Duration.ofDays(30);
    private static final String KEY = "question.visitor";

    private final JdbcClient sql;
    private final Keys keys;
    private final InstantSource clock;

    Usefulness(JdbcClient sql, Keys keys, InstantSource clock) {
        this.sql = sql;
        this.keys = keys;
        keys.secret(KEY);
        this.clock = clock;
    }

    /** Counts the visitor's word; a later one takes the place of the earlier. Refuses a question that is not published. */
    @Transactional
    public void vote(QuestionCode code, String visitor, boolean helpful) {
        boolean published =
                sql.sql("""
                        select exists (select 1 from question.question where code = ? and state = 'PUBLISHED')
                        """).param(code.value()).query(Boolean.class).single();
        if (!published) {
            throw Questions.unknown();
        }
        var hash = hash(code, visitor);
        int first = sql.sql("""
                        insert into question.vote (code, visitor, helpful, at) values (?, ?, ?, ?)
                        on conflict (code, visitor) do nothing
                        """)
                .params(code.value(), hash, helpful, Questions.time(clock.instant()))
                .update();
        if (first == 1) {
            count(code, helpful ? 1 : 0, helpful ? 0 : 1);
            return;
        }
        int changed = sql.sql("update question.vote set helpful = ? where code = ? and visitor = ? and helpful <> ?")
                .params(helpful, code.value(), hash, helpful)
                .update();
        if (changed == 1) {
            count(code, helpful ? 1 : -1, helpful ? -1 : 1);
        }
    }

    private void count(QuestionCode code, int helpful, int unhelpful) {
        sql.sql("""
                update question.question set helpful = greatest(0, helpful + ?), unhelpful = greatest(0, unhelpful + ?)
                where code = ?
                """).params(helpful, unhelpful, code.value()).update();
    }

    Optional<Instant> nextToForget() {
        return sql.sql("select min(at) as at from question.vote")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("at"))
                        .map(at -> at.toInstant().plus(REMEMBERED)))
                .single();
    }

    void forget(Instant until) {
        sql.sql("delete from question.vote where at <= ?")
                .param(Questions.time(until.minus(REMEMBERED)))
                .update();
    }

    private byte[] hash(QuestionCode code, String visitor) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secret(KEY), "HmacSHA256"));
            return mac.doFinal((code + "\n" + visitor).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
