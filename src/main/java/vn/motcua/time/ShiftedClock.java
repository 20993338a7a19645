package vn.motcua.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's clock and how far ours runs ahead of it; asking costs no query. */
final class ShiftedClock implements InstantSource {

    private final InstantSource machine;
    private volatile Duration ahead;

    ShiftedClock(InstantSource machine, Duration ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    ShiftedClock(Duration ahead) {
        this(Clock.systemUTC(), ahead);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    /** How far ahead the clock must run so that it shows the moment now. */
    Duration aheadFor(Instant moment) {
        return Duration.between(machine.instant(), moment);
    }

    void runAhead(Duration ahead) {
        this.ahead = ahead;
    }
}
