package vn.motcua.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the layout of every page needs: language, address, who looks, the token against forged forms. Each view gets it as
 * the parameter {@code frame}; a controller that needs words of its own takes it as a parameter.
 *
 * @param path the address of this page with its query, for the language switch and the way back after sign-in
 * @param token gives the value of the hidden field {@code _csrf}; asked only by pages that have a form, because asking may
 *     start a session
 * @param banners what the portal announces now (maintenance windows, notices), in this page's language
 */
public record Frame(
        Locale locale,
        String path,
        @Nullable Visitor visitor,
        Supplier<String> token,
        Portal portal,
        List<String> banners,
        Messages messages) {

    /** The sentence of a key in this page's language, filled with the arguments. */
    public String text(String key, Object... args) {
        return messages.text(locale, key, args);
    }

    public boolean vietnamese() {
        return locale.getLanguage().equals("vi");
    }

    /** The value of the hidden field {@code _csrf} that each form carries. */
    public String csrf() {
        return token.get();
    }

    public boolean sandbox() {
        return portal.sandbox();
    }

    /** Where one signs in and comes back here from. */
    public String signInAddress() {
        return path.equals("/") ? "/login" : "/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** This page in the other language. */
    public String otherLanguage() {
        var plain = Languages.without(path);
        return plain + (plain.contains("?") ? "&" : "?") + "lang=" + (vietnamese() ? "en" : "vi");
    }
}
