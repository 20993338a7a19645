package vn.motcua.question;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a question: {@code Q-261116-K7P4M}, the local day on which it was asked and five random signs without look-alikes;
 * {@code Q-0101} for those that come with the product.
 */
public record QuestionCode(String value) {

    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Pattern SHAPE = Pattern.compile("Q-(\\d{4}|\\d{6}-[A-HJ-NP-Z2-9]{5})");
    private static final SecureRandom RANDOM = new SecureRandom();

    public QuestionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of a question: " + value);
        }
    }

    static QuestionCode next(LocalDate day) {
        var code =
                new StringBuilder("Q-" + DateTimeFormatter.ofPattern("yyMMdd").format(day) + "-");
        RANDOM.ints(5, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        return new QuestionCode(code.toString());
    }

    /** What somebody typed or a link holds; empty where it cannot be one. */
    public static Optional<QuestionCode> parse(String text) {
        var typed = text.strip().toUpperCase(Locale.ROOT);
        return typed.length() <= 20 && SHAPE.matcher(typed).matches()
                ? Optional.of(new QuestionCode(typed))
                : Optional.empty();
    }

    String stream() {
        return "question/" + value;
    }

    static QuestionCode ofStream(String stream) {
        return new QuestionCode(stream.substring("question/".length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
