package vn.motcua.catalogue.search;

import java.util.regex.Pattern;

/**
 * What a Vietnamese keyboard leaves behind when it is switched off: letters for tones and marks, as in {@code tuw phaps} for
 * tư pháp, and digits where VNI is used, {@code tu7 pha1p}.
 */
final class Telex {

    private static final Pattern DIGITS = Pattern.compile("(?<=[a-z])[1-9]");
    private static final Pattern DOUBLED = Pattern.compile("([aeod])\\1");
    private static final Pattern HORN = Pattern.compile("(?<=[auo])w|^w");
    private static final Pattern TONE = Pattern.compile("(?<=[aeiouy])([a-z]{0,3}?)[sfrxj]{1,2}([a-z]{0,2})$");

    private Telex() {}

    /** The folded word that was probably meant; the same word where it holds none of these letters. */
    static String meant(String folded) {
        var word = folded;
        if (word.matches("[a-z]+[1-9][a-z1-9]*")) {
            word = DIGITS.matcher(word).replaceAll("");
        }
        word = DOUBLED.matcher(word).replaceAll("$1");
        word = HORN.matcher(word).replaceAll("");
        return TONE.matcher(word).replaceFirst("$1$2");
    }
}
