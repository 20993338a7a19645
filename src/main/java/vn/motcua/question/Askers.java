package vn.motcua.question;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.keys.Keys;
import vn.motcua.shared.PersonId;

/** Who asked and in what words, kept only until some time after the answer; and the key with which one may look at one's own. */
@Repository
public class Askers {

    /**
     * Somebody who asked.
     *
     * @param guest asked without an account
     */
    public record Asker(
            String name, @Nullable String email, @Nullable String phone, Locale locale, String words, boolean guest) {

        @Override
        public String toString() { // never in a log
            return "Asker";
        }
    }

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern TOKEN = Pattern.compile("[A-Z2-7]{20}");
    private static final String KEY = "question.secret";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final Keys keys;

    Askers(JdbcClient sql, Keys keys) {
        this.sql = sql;
        this.keys = keys;
        keys.secret(KEY);
    }

    /** A new key of 100 bits. It goes out with the form, so that pressing twice sends the same one. */
    public static String newKey() {
        var key = new StringBuilder();
        RANDOM.ints(20, 0, SIGNS.length()).forEach(sign -> key.append(SIGNS.charAt(sign)));
        return key.toString();
    }

    /** Whether it has the shape of one of ours. */
    public static boolean isKey(String text) {
        return TOKEN.matcher(text).matches();
    }

    void add(QuestionCode code, String key, Asker asker) {
        sql.sql("""
                insert into question.asked (code, token_hash, secret, guest, name, email, phone, locale, words)
                values (:code, :hash, :secret, :guest, :name, :email, :phone, :locale, :words)
                """)
                .param("code", code.value())
                .param("hash", hash(key))
                .param("secret", keys.encrypt(KEY, key.getBytes(StandardCharsets.US_ASCII)))
                .param("guest", asker.guest())
                .param("name", asker.name())
                .param("email", asker.email())
                .param("phone", asker.phone())
                .param("locale", asker.locale().getLanguage())
                .param("words", asker.words())
                .update();
    }

    /** Empty where nobody asked, or it is forgotten. */
    public Optional<Asker> of(QuestionCode code) {
        return sql.sql("select name, email, phone, locale, words, guest from question.asked where code = ?")
                .param(code.value())
                .query((row, _) -> new Asker(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        Locale.of(row.getString("locale")),
                        row.getString("words"),
                        row.getBoolean("guest")))
                .optional();
    }

    /** What the form with this key became. */
    public Optional<QuestionCode> from(String key) {
        return isKey(key)
                ? sql.sql("select code from question.asked where token_hash = ?")
                        .param(hash(key))
                        .query(String.class)
                        .optional()
                        .map(QuestionCode::new)
                : Optional.empty();
    }

    /** Whether the key opens this question. */
    public boolean opens(QuestionCode code, String key) {
        return from(key).filter(code::equals).isPresent();
    }

    /** The key, for the link in a message; empty when it is forgotten. */
    String key(QuestionCode code) {
        return sql.sql("select secret from question.asked where code = ?")
                .param(code.value())
                .query(byte[].class)
                .optional()
                .map(bytes -> new String(keys.decrypt(KEY, bytes), StandardCharsets.US_ASCII))
                .orElse("");
    }

    void keepUntil(QuestionCode code, Instant until) {
        sql.sql("update question.asked set kept_until = ? where code = ?")
                .params(Questions.time(until), code.value())
                .update();
    }

    Optional<Instant> nextToForget() {
        return sql.sql("select min(kept_until) as at from question.asked where kept_until is not null")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("at")).map(java.sql.Timestamp::toInstant))
                .single();
    }

    /** Forgets one that is due; whose it was, null for somebody with an account. Empty when none is due. */
    Optional<Forgotten> forgetOne(Instant until) {
        return sql.sql("""
                        delete from question.asked a using question.question q
                        where q.code = a.code and a.code = (
                            select code from question.asked where kept_until <= ?
                            order by kept_until, code limit 1 for update skip locked)
                        returning a.guest, q.asker
                        """)
                .param(Questions.time(until))
                .query((row, _) -> new Forgotten(
                        row.getBoolean("guest") ? new PersonId(row.getObject("asker", UUID.class)) : null))
                .optional();
    }

    record Forgotten(@Nullable PersonId guest) {}

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
