package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import vn.motcua.identity.door.DoorRules;

/**
 * The cookies of the door. With TLS their names begin with {@code __Host-}, which browsers accept only from this very host
 * and only Secure; scripts never see them.
 */
@Component
class Cookies {

    private final boolean https;

    Cookies(DoorRules rules) {
        this.https = rules.https();
    }

    @Nullable
    String session(HttpServletRequest request) {
        return read(request, "session");
    }

    @Nullable
    String read(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name(name));
        return cookie == null
                        || cookie.getValue().isEmpty()
                        || cookie.getValue().length() > 200
                ? null
                : cookie.getValue();
    }

    /** For as long as the browser runs. */
    void write(HttpServletResponse response, String name, String value) {
        write(response, name, value, Duration.ofSeconds(-1));
    }

    void write(HttpServletResponse response, String name, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(name), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(https)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    void forget(HttpServletResponse response, String name) {
        write(response, name, "", Duration.ZERO);
    }

    private String name(String name) {
        return (https ? "__Host-" : "") + "motcua-" + name;
    }
}
