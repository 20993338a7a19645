package vn.motcua.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what fell due, in the order of the moments, every second and whenever the clock is moved. */
final class RunDueWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunDueWork.class);

    private static final long EVERY_MILLIS = 1_000;

    /** After this long without any progress a move of the clock goes on without the rest; the next second tries again. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private record Due(DueWork work, Instant at) {}

    private final InstantSource clock;
    private final Supplier<List<DueWork>> works;
    private final ReentrantLock running = new ReentrantLock();
    private @Nullable Thread thread;
    private volatile boolean closed;

    /** The works are asked for when they are first needed: they themselves need the clock. */
    RunDueWork(InstantSource clock, Supplier<List<DueWork>> works) {
        this.clock = clock;
        this.works = works;
    }

    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("due-work").start(this::run);
        }
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
            if (!closed) {
                once(clock.instant());
            }
        }
    }

    /** One round: every work that has something due, in the order of what is due first. */
    void once(Instant until) {
        running.lock();
        try {
            works.get().stream()
                    .map(work -> new Due(work, next(work)))
                    .filter(due -> !due.at().isAfter(until))
                    .sorted(java.util.Comparator.comparing(Due::at))
                    .forEach(due -> run(due.work(), until));
        } finally {
            running.unlock();
        }
    }

    /**
     * Everything due until the moment, strictly in order over all works, also what other nodes are at; gives up on what
     * does not move for ten seconds.
     */
    void untilNothingIsDue(Instant until) {
        running.lock();
        try {
            var movedAt = System.nanoTime();
            Due last = null;
            while (!closed) {
                var due = earliest(until);
                if (due == null) {
                    return;
                }
                if (!due.equals(last)) {
                    movedAt = System.nanoTime();
                } else if (System.nanoTime() - movedAt > PATIENCE_NANOS) {
                    LOG.error(
                            "{} does not get on with what fell due at {}",
                            due.work().name(),
                            due.at());
                    return;
                } else {
                    Thread.sleep(20);
                }
                last = due;
                run(due.work(), due.at());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            running.unlock();
        }
    }

    private @Nullable Due earliest(Instant until) {
        Due earliest = null;
        for (var work : works.get()) {
            var at = next(work);
            if (!at.isAfter(until) && (earliest == null || at.isBefore(earliest.at()))) {
                earliest = new Due(work, at);
            }
        }
        return earliest;
    }

    private static Instant next(DueWork work) {
        try {
            return work.next().orElse(Instant.MAX);
        } catch (RuntimeException e) {
            LOG.error("{} cannot tell what is due", work.name(), e);
            return Instant.MAX;
        }
    }

    private static void run(DueWork work, Instant until) {
        try {
            work.run(until);
        } catch (RuntimeException e) {
            LOG.error("{} failed; it is tried again within a second", work.name(), e);
        }
    }

    /** Waits for the work at hand, at most five seconds. */
    @Override
    public void close() {
        closed = true;
        try {
            if (running.tryLock(5, TimeUnit.SECONDS)) {
                running.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
