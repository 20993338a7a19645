package vn.motcua.identity;

import java.text.Normalizer;
import java.util.regex.Pattern;
import vn.motcua.shared.Problem;

/**
 * A person's name as on the identity card: letters with their marks, spaces, apostrophes and hyphens, at most 100
 * characters, in NFC. Refuses digits, HTML and everything else that no name has.
 */
public record PersonName(String value) {

    public static final int MAX = 100;

    private static final Pattern SHAPE = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’\\- ]*");

    public PersonName {
        if (value.isEmpty()) {
            throw Problem.invalid("fullName", "identity.name.empty");
        }
        if (value.length() > MAX) {
            throw Problem.invalid("fullName", "identity.name.long", MAX, value.length());
        }
        if (!SHAPE.matcher(value).matches()) {
            throw Problem.invalid("fullName", "identity.name.signs");
        }
    }

    public static PersonName parse(String typed) {
        return new PersonName(
                Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("[ \\u00a0]+", " "));
    }

    @Override
    public String toString() {
        return value;
    }
}
