package vn.motcua.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a gateway is asked again. */
final class Pauses {

    /** How long a payer has to finish at the gateway. */
    static final Duration ATTEMPT_LIFE = Duration.ofMinutes(15);

    private static final List<Duration> LIVE =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(10));

    /** A payer may finish at the gateway after we stopped waiting; then money comes that nobody told us of. */
    private static final List<Duration> ENDED =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(24));

    private Pauses() {}

    /** After the {@code asked}-th question: 1, 2, 5, 10, 10 … minutes, and once exactly when the attempt's time is over. */
    static Instant whileLive(int asked, Instant now, Instant expiresAt) {
        var next = now.plus(LIVE.get(Math.min(asked, LIVE.size() - 1)));
        return now.isBefore(expiresAt) && next.isAfter(expiresAt) ? expiresAt : next;
    }

    static Optional<Duration> afterEnd(int asked) {
        return asked < ENDED.size() ? Optional.of(ENDED.get(asked)) : Optional.empty();
    }
}
