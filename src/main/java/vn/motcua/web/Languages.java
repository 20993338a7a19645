package vn.motcua.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/**
 * In which language we answer. Pages: {@code ?lang=} of this very request, else the choice kept in a cookie, else
 * Vietnamese; never by address or browser, because most devices sold here speak English and their owners do not. The API:
 * {@code Accept-Language}, else Vietnamese.
 */
@Component("localeResolver")
class Languages implements LocaleResolver, HandlerInterceptor {

    static final String PARAMETER = "lang";
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (Addresses.isForMachines(request)) {
            return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                            && request.getLocale().getLanguage().equals("en")
                    ? Locale.ENGLISH
                    : Messages.VIETNAMESE;
        }
        var asked = known(queryParameter(request));
        if (asked == null) {
            asked = known(cookie(request));
        }
        return asked == null ? Messages.VIETNAMESE : asked;
    }

    /** Keeps a choice that was made by the link in the header. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var asked = known(queryParameter(request));
        if (asked != null && !Addresses.isForMachines(request)) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(PARAMETER, asked.getLanguage())
                            .path("/")
                            .maxAge(KEPT)
                            .sameSite("Lax")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
        return true;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by a link");
    }

    /** An address without the choice of language. */
    static String without(String path) {
        if (path.indexOf('?') < 0) {
            return path;
        }
        return path.replaceAll("([?&])lang=[^&]*(&|$)", "$1").replaceAll("[?&]$", "");
    }

    /** Read from the query alone: a form's body is not parsed for it. */
    private static @Nullable String queryParameter(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (var part : query.split("&")) {
            if (part.startsWith(PARAMETER + "=")) {
                return part.substring(PARAMETER.length() + 1);
            }
        }
        return null;
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(PARAMETER)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private static @Nullable Locale known(@Nullable String language) {
        return switch (language) {
            case "vi" -> Messages.VIETNAMESE;
            case "en" -> Locale.ENGLISH;
            case null, default -> null;
        };
    }
}
