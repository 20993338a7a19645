package vn.motcua.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.motcua.shared.Problem;

/** A mail address, in small letters, at most 254 characters (RFC 5321). Whether it exists, only a confirmed code tells. */
public record EmailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~\\-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~\\-]+)*@([a-z0-9]([a-z0-9\\-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    public EmailAddress {
        if (value.isEmpty()) {
            throw Problem.invalid("email", "identity.email.empty");
        }
        if (value.length() > 254
                || value.indexOf('@') > 64
                || !SHAPE.matcher(value).matches()) {
            throw Problem.invalid("email", "identity.email.shape");
        }
    }

    public static EmailAddress parse(String typed) {
        return new EmailAddress(typed.strip().toLowerCase(Locale.ROOT));
    }

    /** {@code an•••@example.vn}. */
    public String masked() {
        int at = value.indexOf('@');
        return value.substring(0, Math.min(2, at)) + "•••" + value.substring(at);
    }

    @Override
    public String toString() {
        return value;
    }
}
