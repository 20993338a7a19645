package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import vn.motcua.identity.door.Opaque;
import vn.motcua.identity.door.Stamp;

/**
 * Tells our forms from forged ones without a server session (signed double submit): the browser keeps a random cookie, the
 * form carries our mark on that cookie and on the session. Who can plant a cookie still cannot make the mark, and a mark
 * got before sign-in is worth nothing after it.
 */
class FormMarks implements CsrfTokenRepository {

    static final String COOKIE = "form";

    private static final String MADE = FormMarks.class.getName();

    private final Stamp stamp;
    private final Cookies cookies;

    FormMarks(Stamp stamp, Cookies cookies) {
        this.stamp = stamp;
        this.cookies = cookies;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var nonce = Opaque.next();
        request.setAttribute(MADE, nonce);
        return token(request, nonce);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(MADE) instanceof String nonce) {
            cookies.write(response, COOKIE, nonce);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var nonce = cookies.read(request, COOKIE);
        return nonce == null ? null : token(request, nonce);
    }

    private CsrfToken token(HttpServletRequest request, String nonce) {
        var session = cookies.session(request);
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", stamp.text("form", nonce, session == null ? "" : session));
    }
}
