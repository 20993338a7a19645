package vn.motcua.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.shared.Problem;

/**
 * Moves the one clock, for demonstrations and tests: forwards only, on every node, and what fell due on the way is done,
 * in order, before a move returns. There is no such bean in a production start ({@code motcua.time.movable}).
 */
public class MovableClock {

    private static final Logger LOG = LoggerFactory.getLogger(MovableClock.class);

    /** A move over more than this is a slip of the pen. */
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private static final long WAIT_FOR_NODES_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ShiftedClock clock;
    private final ClockRow row;
    private final FollowClock follow;
    private final RunDueWork dueWork;

    MovableClock(ShiftedClock clock, ClockRow row, FollowClock follow, RunDueWork dueWork) {
        this.clock = clock;
        this.row = row;
        this.follow = follow;
        this.dueWork = dueWork;
    }

    /** What every node takes for the present. */
    public Instant now() {
        return clock.instant();
    }

    /** Moves the clock on; refuses a negative duration and more than ten years. Answers the new present. */
    public Instant advance(Duration by) {
        if (by.isNegative()) {
            throw Problem.invalid("advance", "time.clock.backwards");
        }
        if (by.compareTo(FARTHEST) > 0) {
            throw Problem.invalid("advance", "time.clock.too-far");
        }
        return moveTo(clock.instant().plus(by));
    }

    /** Moves the clock to the moment; refuses one that is past already and one more than ten years ahead. */
    public Instant advanceTo(Instant moment) {
        if (moment.isBefore(clock.instant())) {
            throw Problem.invalid("now", "time.clock.backwards");
        }
        if (Duration.between(clock.instant(), moment).compareTo(FARTHEST) > 0) {
            throw Problem.invalid("now", "time.clock.too-far");
        }
        return moveTo(moment);
    }

    private Instant moveTo(Instant moment) {
        var shift = row.move(clock.aheadFor(moment));
        follow.follow();
        waitForOthers(shift.move());
        dueWork.untilNothingIsDue(clock.instant());
        return clock.instant();
    }

    private void waitForOthers(long move) {
        var giveUp = System.nanoTime() + WAIT_FOR_NODES_NANOS;
        while (row.behind(move) > 0) {
            if (System.nanoTime() > giveUp) {
                LOG.warn("{} nodes have not followed the clock within 2 s", row.behind(move));
                return;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
