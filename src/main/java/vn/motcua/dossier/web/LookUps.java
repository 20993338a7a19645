package vn.motcua.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.PublicTracking;
import vn.motcua.web.Limits;

/** Looking dossiers up without signing in, so often that no person notices a limit and no machine gets far by guessing. */
@Component
class LookUps {

    private static final int MOST = 120;
    private static final Duration PER = Duration.ofMinutes(1);

    private final PublicTracking.Counter counter;
    private final Limits limits;

    LookUps(PublicTracking.Counter counter, Limits limits) {
        this.counter = counter;
        this.limits = limits;
    }

    PublicTracking of(String code, String secret, HttpServletRequest request) {
        limits.take("track", request.getRemoteAddr(), MOST, PER);
        return counter.of(code, secret);
    }
}
