package vn.motcua.identity;

import java.util.regex.Pattern;
import vn.motcua.shared.Problem;

/** A Vietnamese mobile number, kept and shown as {@code 0912000017}; refuses landlines, which take no messages. */
public record PhoneNumber(String value) {

    private static final Pattern TYPED = Pattern.compile("(?:\\+84|0)([35789]\\d{8})");

    public PhoneNumber {
        if (!value.matches("0[35789]\\d{8}")) {
            throw Problem.invalid("phone", value.isEmpty() ? "identity.phone.empty" : "identity.phone.shape");
        }
    }

    /** Reads what a person types: {@code +84 912 000 017} and {@code 0912.000.017} are one number. */
    public static PhoneNumber parse(String typed) {
        var plain = typed.strip().replaceAll("[ .\\-\\u00a0]", "");
        var matcher = TYPED.matcher(plain);
        return new PhoneNumber(matcher.matches() ? "0" + matcher.group(1) : plain);
    }

    /** {@code 09•• ••• 017}: enough for its owner to recognise. */
    public String masked() {
        return value.substring(0, 2) + "•• ••• " + value.substring(7);
    }

    @Override
    public String toString() {
        return value;
    }
}
