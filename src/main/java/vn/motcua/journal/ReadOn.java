package vn.motcua.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One reader on one node: takes the cursor, handles the next events, moves the cursor, all in one transaction. A page that
 * fails is read again one event at a time, and an event that fails five times parks its stream.
 */
final class ReadOn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOn.class);

    static final int MAX_TRIES = 5;

    private static final int PAGE = 200;

    /** A transaction takes on no more events after this long, so that one that appends never holds up the line. */
    private static final long BUDGET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Between two pages that were not full: news that comes in drops is handled in sips, not in drops. */
    private static final long PACE_MILLIS = 20;

    private static final long IDLE_MILLIS = 1_000;
    private static final long FIRST_BACKOFF_MILLIS = 50;

    /** A cursor is not moved over events of other types until so many have gathered. */
    private static final long LAZY = 10_000;

    private enum Outcome {
        MORE,
        DONE,
        NOTHING,
        ELSEWHERE
    }

    private final JournalReader reader;
    private final Set<String> types;
    private final Tide tide;
    private final Cursors cursors;
    private final TransactionTemplate transaction;
    private final Pulse pulse;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    private volatile boolean closed;
    /** All wanted events up to here are handled, as far as this node knows. */
    private volatile long handled;

    private long cursor;
    private @Nullable Recorded current;
    private long oneByOneUntil;
    private long failing;
    private int tries;

    ReadOn(JournalReader reader, Tide tide, Cursors cursors, TransactionTemplate transaction, InstantSource clock) {
        this.reader = reader;
        this.types = Set.copyOf(reader.types());
        this.tide = tide;
        this.cursors = cursors;
        this.transaction = transaction;
        this.pulse = new Pulse(clock);
        this.thread = Thread.ofVirtual().name("reader-" + reader.name()).unstarted(this::run);
        tide.listen(this::wake);
    }

    void start() {
        thread.start();
    }

    String name() {
        return reader.name();
    }

    long handled() {
        return handled;
    }

    Pulse pulse() {
        return pulse;
    }

    private void run() {
        var retryLookedAt = System.nanoTime();
        while (!closed) {
            try {
                if (System.nanoTime() - retryLookedAt > TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS)) {
                    retryLookedAt = System.nanoTime();
                    tryParkedAgain();
                }
                switch (step()) {
                    case MORE -> {}
                    case DONE, ELSEWHERE -> rest(PACE_MILLIS);
                    case NOTHING -> awaitNews();
                }
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
                if (!closed) {
                    failed(e);
                }
            }
        }
    }

    private Outcome step() {
        var line = tide.line();
        if (line <= handled) {
            return Outcome.NOTHING;
        }
        if (!tide.mayHold(types, handled) && line - cursor < LAZY) {
            handled = line;
            return Outcome.NOTHING;
        }
        current = null;
        var outcome = transaction.execute(_ -> page(line));
        if (outcome == Outcome.ELSEWHERE) {
            cursor = cursors.position(reader.name());
            handled = Math.max(handled, cursor);
        } else {
            handled = Math.max(handled, cursor);
            pulse.done();
        }
        return outcome == null ? Outcome.NOTHING : outcome;
    }

    private Outcome page(long line) {
        var taken = cursors.take(reader.name()).orElse(null);
        if (taken == null) {
            return Outcome.ELSEWHERE;
        }
        if (taken.position() >= line) { // another node sees farther: never pull the cursor back to our line
            cursor = taken.position();
            return Outcome.DONE;
        }
        var above = Math.max(taken.position(), handled);
        var page = cursors.page(types, above, line, above < oneByOneUntil ? 1 : PAGE);
        var began = System.nanoTime();
        var upto = page.upto();
        for (var event : page.events()) {
            if (!taken.parked().contains(event.stream())) {
                current = event;
                reader.on(event);
                pulse.handled(event);
            }
            if (System.nanoTime() - began > BUDGET_NANOS
                    && event != page.events().getLast()) {
                upto = event.position();
                break;
            }
        }
        cursors.move(reader.name(), upto);
        cursor = upto;
        return upto < line ? Outcome.MORE : Outcome.DONE;
    }

    private void failed(Throwable e) {
        pulse.undone();
        cursor = 0;
        var event = current;
        if (event == null || Lost.connection(e)) {
            LOG.warn("{} cannot read: {}", reader.name(), e.toString());
            rest(FIRST_BACKOFF_MILLIS * 10);
            return;
        }
        oneByOneUntil = Math.max(oneByOneUntil, event.position());
        tries = failing == event.position() ? tries + 1 : 1;
        failing = event.position();
        LOG.warn("{} failed on {} for the {}. time", reader.name(), event.position(), tries, e);
        if (tries < MAX_TRIES) {
            rest(FIRST_BACKOFF_MILLIS << (tries - 1));
            return;
        }
        try {
            transaction.executeWithoutResult(_ -> park(event, e));
        } catch (RuntimeException again) {
            LOG.warn("{} cannot park {}: {}", reader.name(), event.stream(), again.toString());
        }
    }

    private void park(Recorded event, Throwable e) {
        cursors.take(reader.name())
                .filter(taken -> taken.position() < event.position())
                .ifPresent(_ -> {
                    cursors.park(reader.name(), event, error(e), pulse.now());
                    cursors.move(reader.name(), event.position());
                    LOG.error("{} parked {} at {}", reader.name(), event.stream(), event.position());
                });
    }

    private void tryParkedAgain() {
        while (!closed && cursors.anyToTryAgain(reader.name())) {
            current = null;
            try {
                if (!Boolean.TRUE.equals(transaction.execute(_ -> retryPage()))) {
                    return;
                }
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
                var event = current;
                if (event == null || Lost.connection(e)) {
                    throw e;
                }
                LOG.warn("{} failed again on {}", reader.name(), event.position(), e);
                cursors.parkedAgain(reader.name(), event.stream(), event.position(), error(e));
            } finally {
                current = null;
            }
        }
    }

    /** Handles what a parked stream missed; whether there is more to try. */
    private boolean retryPage() {
        var taken = cursors.take(reader.name()).orElse(null);
        var retry = taken == null ? null : cursors.retry(reader.name()).orElse(null);
        if (taken == null || retry == null) {
            return false;
        }
        List<Recorded> missed = cursors.missed(retry, types, taken.position(), PAGE);
        var began = System.nanoTime();
        for (var event : missed) {
            current = event;
            reader.on(event);
            if (System.nanoTime() - began > BUDGET_NANOS && event != missed.getLast()) {
                cursors.stillParked(reader.name(), retry.stream(), event.position() + 1);
                return true;
            }
        }
        if (missed.size() == PAGE) {
            cursors.stillParked(reader.name(), retry.stream(), missed.getLast().position() + 1);
        } else {
            cursors.unpark(reader.name(), retry.stream());
            LOG.info("{} goes on with {}", reader.name(), retry.stream());
        }
        return true;
    }

    private static String error(Throwable e) {
        var text = e.toString();
        return text.length() <= 1_000 ? text : text.substring(0, 1_000);
    }

    private void wake() {
        lock.lock();
        try {
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void awaitNews() {
        lock.lock();
        try {
            if (!closed && tide.line() <= handled) {
                var _ = news.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private void rest(long millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Lets the transaction at hand end, and waits for it. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
