package vn.motcua.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Builds the frame of the page that a request gets. */
@Component
class Frames {

    private final Languages languages;
    private final Messages messages;
    private final Portal portal;

    Frames(Languages languages, Messages messages, Portal portal) {
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
                List.of(),
                messages);
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
