package vn.motcua.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the layout of every page needs: language, address, who looks, the token against forged forms. Each view gets it as
 * the parameter {@code frame}.
 *
 * @param path the address of this page with its query, for the language switch and the way back after sign-in
 * @param csrf the value of the hidden field {@code _csrf} that each form carries
 */
public record Frame(
        Locale locale, String path, @Nullable Visitor visitor, String csrf, boolean sandbox, Messages messages) {

    /** The sentence of a key in this page's language, filled with the arguments. */
    public String text(String key, Object... args) {
        return messages.text(locale, key, args);
    }

    public boolean vietnamese() {
        return locale.getLanguage().equals("vi");
    }
}
