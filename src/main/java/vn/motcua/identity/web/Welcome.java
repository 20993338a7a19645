package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.identity.People;
import vn.motcua.identity.door.Sessions;
import vn.motcua.identity.door.SignIns;
import vn.motcua.shared.PersonId;

/** Lets somebody in whom the door has recognised: a new session, and on to where they were going. */
@Component
class Welcome {

    private static final String PENDING = "pending";
    private static final String DEVICE = "device";
    private static final Duration DEVICE_KEPT = Duration.ofDays(365);

    private final Sessions sessions;
    private final SignIns signIns;
    private final People people;
    private final Cookies cookies;

    Welcome(Sessions sessions, SignIns signIns, People people, Cookies cookies) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.people = people;
        this.cookies = cookies;
    }

    SignIns.Caller caller(HttpServletRequest request) {
        return new SignIns.Caller(request.getRemoteAddr(), cookies.read(request, DEVICE));
    }

    @Nullable
    String pending(HttpServletRequest request) {
        return cookies.read(request, PENDING);
    }

    void remember(HttpServletResponse response, String pending) {
        cookies.write(response, PENDING, pending);
    }

    /** A session that somebody planted before is not taken over but ended. Officials go to their desk. */
    String in(PersonId account, String next, HttpServletRequest request, HttpServletResponse response) {
        var before = cookies.session(request);
        if (before != null) {
            sessions.close(before);
        }
        cookies.write(response, "session", sessions.open(account));
        cookies.write(response, DEVICE, signIns.device(account), DEVICE_KEPT);
        cookies.forget(response, PENDING);
        cookies.forget(response, FormMarks.COOKIE);
        var home = people.official(account).isPresent() ? "/work" : "/me";
        return "redirect:" + Paths.local(next, home);
    }

    /** Signs out here; the browser is asked to forget what it kept of us. */
    void out(HttpServletRequest request, HttpServletResponse response) {
        var session = cookies.session(request);
        if (session != null) {
            sessions.close(session);
        }
        cookies.forget(response, "session");
        cookies.forget(response, FormMarks.COOKIE);
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }
}
