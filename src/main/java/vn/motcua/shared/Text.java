package vn.motcua.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Words that are data, in both languages of the portal; Vietnamese is the one that counts in law.
 *
 * @param en empty where nobody translated them: then the Vietnamese words stand in for them, and a page marks them
 */
public record Text(String vi, String en) {

    /** Words that exist in Vietnamese only, as the national records have them. */
    public static Text vietnamese(String vi) {
        return new Text(vi, "");
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") && !en.isBlank() ? en : vi;
    }

    /** The language of what {@link #in} gives where it is another than the page's, for its {@code lang}; otherwise null. */
    public @Nullable String otherThan(Locale locale) {
        return locale.getLanguage().equals("en") && en.isBlank() ? "vi" : null;
    }
}
