package vn.motcua.shared;

import java.util.Locale;

/** Words that are data, in both languages of the portal; Vietnamese is the one that counts in law. */
public record Text(String vi, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : vi;
    }
}
