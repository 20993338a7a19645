package vn.motcua.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;

/**
 * How often one account or one address may do something. Kept in the memory of each node: it guards the machine against floods, so
 * it must cost no statement itself, and what it forgets at a restart only a flood would notice. Guesses at passwords, codes and
 * secrets are counted in rows by the room that owns them.
 */
@Component
public class Limits {

    /** Those who knocked longest ago are forgotten beyond this number. */
    private static final int REMEMBERED = 50_000;

    private final InstantSource clock;
    private final Map<String, Instant> free = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    Limits(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Counts one try and refuses it (429 with the time to wait) when there were too many. At once as many as {@code count} are
     * free, then one each {@code per / count}.
     *
     * @param what a short name of what is limited, {@code login}
     * @param who an account, an identity number, an address
     */
    public void take(String what, String who, int count, Duration per) {
        var now = clock.instant();
        var step = per.dividedBy(count);
        synchronized (free) {
            var at = free.getOrDefault(what + " " + who, now);
            var next = (at.isBefore(now) ? now : at).plus(step);
            var wait = Duration.between(now.plus(per), next);
            if (wait.isPositive()) {
                throw Problem.later(
                        Kind.TOO_MANY,
                        wait.plusMillis(999).truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                        "web.problem.too-many.detail");
            }
            free.put(what + " " + who, next);
        }
    }
}
