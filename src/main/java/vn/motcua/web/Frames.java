package vn.motcua.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Builds the frame of the page that a request gets. */
@Component
class Frames {

    private final Languages languages;
    private final Messages messages;
    private final Announcements announcements;
    private final Portal portal;

    Frames(Languages languages, Messages messages, Announcements announcements, Portal portal) {
        this.announcements = announcements;
        this.languages = languages;
        this.messages = messages;
        this.portal = portal;
    }

    Frame of(HttpServletRequest request) {
        var locale = languages.resolveLocale(request);
        return new Frame(
                locale,
                Addresses.pathAndQuery(request),
                request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor ? visitor : null,
                () -> csrf(request),
                portal,
                banners(locale),
                messages);
    }

    /** A page that says that the database is away must not ask it for banners. */
    private List<String> banners(Locale locale) {
        try {
            return announcements.current().stream()
                    .map(announcement -> announcement.text().in(locale))
                    .toList();
        } catch (DataAccessException | TransactionException e) {
            return List.of();
        }
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
