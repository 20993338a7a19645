package vn.motcua.shared;

import java.util.regex.Pattern;

/**
 * The national code of an administrative procedure, {@code 3.000347}. {@link #parse} also takes the code with an agency's
 * suffix, {@code 2.000004.000.00.00.H36} or {@code 1.013642.H38}.
 */
public record ProcedureCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[1-9]\\.\\d{6}");
    private static final Pattern WITH_SUFFIX = Pattern.compile("([1-9]\\.\\d{6})(\\.\\d{2,3})*(\\.[GH]\\d{2})?");

    public ProcedureCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of a procedure: " + value);
        }
    }

    public static ProcedureCode parse(String text) {
        var matcher = WITH_SUFFIX.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not the code of a procedure: " + text);
        }
        return new ProcedureCode(matcher.group(1));
    }

    @Override
    public String toString() {
        return value;
    }
}
