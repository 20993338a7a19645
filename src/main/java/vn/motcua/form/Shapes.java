package vn.motcua.form;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Type;

/** The regular expressions and ranges that answers keep to; the same in the check and in the published schema. */
final class Shapes {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2100;

    /** The largest number of đồng that the house can write down, as in {@code Vnd}. */
    private static final long MOST_MONEY = 1_000_000_000_000L;

    /** No markup, no control or invisible characters, nothing unassigned. */
    static final String LINE = "[^<>\\p{C}]*";

    static final String LINES = "(?:[^<>\\p{C}]|[\\n\\r\\t])*";

    static final String IDENTITY_NUMBER = "\\d{12}";

    /** Mobile numbers only: messages are sent there. */
    static final String PHONE = "(?:\\+84|0)[35789]\\d{8}";

    static final String EMAIL =
            "[A-Za-z0-9._%+\\-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9\\-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}";

    private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    static Pattern of(String expression) {
        var known = KNOWN.get(expression);
        return known != null ? known : KNOWN.computeIfAbsent(expression, Pattern::compile);
    }

    static Pattern clean(Type type) {
        return of(type == Type.LONG_TEXT ? LINES : LINE);
    }

    static @Nullable Pattern of(Type type) {
        return switch (type) {
            case IDENTITY_NUMBER -> of(IDENTITY_NUMBER);
            case PHONE -> of(PHONE);
            case EMAIL -> of(EMAIL);
            case TEXT, LONG_TEXT, NUMBER, MONEY, DATE, CHOICE, DECLARATION -> null;
        };
    }

    static String refusal(Type type) {
        return switch (type) {
            case IDENTITY_NUMBER -> "form.identity-number.shape";
            case PHONE -> "form.phone.shape";
            case EMAIL -> "form.email.shape";
            case TEXT, LONG_TEXT, NUMBER, MONEY, DATE, CHOICE, DECLARATION ->
                throw new IllegalArgumentException(type + " has no shape of its own");
        };
    }

    /** The largest number that a field takes: as many digits as it may have, for money what the house can write down. */
    static long most(Field field) {
        return field.type() == Type.MONEY
                ? MOST_MONEY
                : (long) Math.pow(10, Math.min(field.maxLength(), Type.NUMBER.longest)) - 1;
    }
}
