package vn.motcua.web;

/**
 * One answer among several.
 *
 * @param hint a second line, or empty
 * @param aside what stands at the end of a radio card, or empty
 */
public record Choice(String value, String label, String hint, String aside, boolean chosen) {

    public static Choice of(String value, String label, boolean chosen) {
        return new Choice(value, label, "", "", chosen);
    }
}
