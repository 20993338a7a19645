package vn.motcua.identity;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.identity.door.Opaque;
import vn.motcua.identity.door.Stamp;

/**
 * A question in words that a person answers at once, without an outside service, an image or a sound. Nothing is stored
 * when a question is put: its id carries the time and our mark, and the question follows from a keyed hash of the id. An
 * id counts once, within ten minutes.
 */
public class Captchas {

    private static final Duration VALID = Duration.ofMinutes(10);

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Stamp stamp;

    Captchas(JdbcClient sql, InstantSource clock, Stamp stamp) {
        this.sql = sql;
        this.clock = clock;
        this.stamp = stamp;
    }

    /** A new question's id, {@code random.seconds.mark}. */
    public String next() {
        var body = Opaque.next().substring(0, 22) + "." + clock.instant().getEpochSecond();
        return body + "." + mark(body);
    }

    /** What is asked, in the language of the page. */
    public String question(String id, Locale locale) {
        return asked(id).in(locale);
    }

    /** What a person would answer (digits); for the sandbox, which shows it to scripts. Empty for an id that is not ours. */
    public Optional<String> answer(String id) {
        return issued(id).isPresent() ? Optional.of(asked(id).answer()) : Optional.empty();
    }

    /** Whether the answer is right and the question was not used before; uses it up either way. */
    public boolean redeem(String id, String answer) {
        var issued = issued(id);
        var now = clock.instant();
        if (issued.isEmpty() || now.isAfter(issued.get().plus(VALID))) {
            return false;
        }
        int first = sql.sql("insert into identity.captcha_used (id, ends_at) values (?, ?) on conflict do nothing")
                .params(id, issued.get().plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        return first == 1 && asked(id).fits(normal(answer));
    }

    private Optional<Instant> issued(String id) {
        var parts = id.split("\\.", -1);
        if (id.length() > 80 || parts.length != 3 || !parts[1].matches("\\d{1,12}")) {
            return Optional.empty();
        }
        return mark(parts[0] + "." + parts[1]).equals(parts[2])
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[1])))
                : Optional.empty();
    }

    private String mark(String body) {
        return stamp.text("captcha", body).substring(0, 22);
    }

    private CaptchaQuestion asked(String id) {
        var seed = ByteBuffer.wrap(stamp.bytes("question", id)).getLong();
        return CaptchaQuestion.from(new Random(seed));
    }

    private static String normal(String answer) {
        return Normalizer.normalize(answer, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
