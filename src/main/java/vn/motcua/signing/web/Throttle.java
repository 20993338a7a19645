package vn.motcua.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import vn.motcua.web.Limits;

/** How often one address may have papers checked: reading a seal costs some 10 ms, and tokens are not for guessing. */
final class Throttle {

    private static final int COUNT = 60;
    private static final Duration PER = Duration.ofMinutes(1);

    private Throttle() {}

    static void take(Limits limits, HttpServletRequest request) {
        limits.take("verify", request.getRemoteAddr(), COUNT, PER);
    }
}
