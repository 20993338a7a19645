package vn.motcua.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** How far behind the events a reader's effects come: from the event's own time to the commit of the effect. */
final class Pulse {

    private final InstantSource clock;
    private @Nullable Instant oldest;
    private long events;
    private volatile long lastMillis;
    private volatile long longestMillis;
    private volatile long total;

    Pulse(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void handled(Recorded event) {
        if (oldest == null || event.at().isBefore(oldest)) {
            oldest = event.at();
        }
        events++;
    }

    /** What was handled is committed. */
    void done() {
        if (oldest != null) {
            lastMillis = Math.max(0, Duration.between(oldest, clock.instant()).toMillis());
            longestMillis = Math.max(longestMillis, lastMillis);
            total += events;
        }
        undone();
    }

    void undone() {
        oldest = null;
        events = 0;
    }

    long lastMillis() {
        return lastMillis;
    }

    long longestMillis() {
        return longestMillis;
    }

    long total() {
        return total;
    }

    void forget() {
        longestMillis = 0;
    }
}
