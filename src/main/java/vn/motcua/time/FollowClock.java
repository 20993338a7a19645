package vn.motcua.time;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's clock where the database says it is, and tells the mover that it has seen the move. */
final class FollowClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowClock.class);

    private static final long LOOK_MILLIS = 100;
    private static final long SIGN_OF_LIFE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ClockRow row;
    private final ShiftedClock clock;
    private final UUID node = UUID.randomUUID();
    private final ReentrantLock following = new ReentrantLock();
    private final Thread thread;
    private long move = -1;
    private long toldAt;
    private volatile boolean closed;

    FollowClock(ClockRow row, ShiftedClock clock) {
        this.row = row;
        this.clock = clock;
        follow();
        this.thread = Thread.ofVirtual().name("clock").start(this::run);
    }

    /** Looks once; also called by a mover on this node, which need not wait for the thread. */
    void follow() {
        following.lock();
        try {
            var shift = row.read().orElseThrow();
            if (shift.move() != move || System.nanoTime() - toldAt > SIGN_OF_LIFE_NANOS) {
                clock.runAhead(shift.ahead());
                row.seen(node, shift.move());
                move = shift.move();
                toldAt = System.nanoTime();
            }
        } finally {
            following.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(LOOK_MILLIS);
                if (!closed) {
                    follow();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("This node cannot see whether the clock was moved: {}", e.getMessage());
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
            row.gone(node);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("The database went before this node could say that it goes", e);
        }
    }
}
