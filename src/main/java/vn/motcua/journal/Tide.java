package vn.motcua.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that watches the water line, one per node, on a connection of its own so that it never queues behind
 * requests. It looks every 10 ms while there is news, five times a second otherwise; an append on this node wakes it.
 */
final class Tide implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tide.class);

    private static final long NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long BROKEN_MILLIS = 500;

    /** So long after the last movement it still looks often: news comes in flocks. */
    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final DataSource source;
    private final WaterLine waterLine = new WaterLine();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private volatile boolean news;
    private final Map<String, Long> lastOfType = new ConcurrentHashMap<>();
    private volatile long base = -1;
    private volatile long line;
    private volatile long last;
    private volatile long behindSince;
    private volatile boolean closed;
    private final Thread thread;

    Tide(DataSource source) {
        this.source = source;
        this.thread = Thread.ofPlatform().name("journal-line").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Up to here the journal is complete: nobody can commit a position at or below it any more. */
    long line() {
        return line;
    }

    /** The last position that was drawn when this node last looked. */
    long last() {
        return last;
    }

    /**
     * Whether an event of these types stands above the position and at or below the line; {@code true} also where this
     * node has not watched for long enough to know.
     */
    boolean mayHold(Set<String> types, long above) {
        if (base < 0 || above < base) {
            return true;
        }
        for (var type : types) {
            if (lastOfType.getOrDefault(type, 0L) > above) {
                return true;
            }
        }
        return false;
    }

    /** For how long the line has stood below the last position. */
    long lagNanos() {
        var since = behindSince;
        return since == 0 ? 0 : System.nanoTime() - since;
    }

    /** Is told when the line rose; must be quick. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Something was committed on this node. Quick, and quicker when it is known already. */
    void wake() {
        if (news) {
            return;
        }
        lock.lock();
        try {
            news = true;
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (!closed) {
            try (var connection = source.getConnection()) {
                connection.setAutoCommit(true);
                watch(connection);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.warn("The water line cannot be seen: {}", e.getMessage());
                    sleep(BROKEN_MILLIS);
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void watch(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.prepareStatement("select last, holders from journal.look()")) {
            var movedAt = System.nanoTime();
            while (!closed) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    last = row.getLong(1);
                    rise(connection, waterLine.after(WaterLine.look(last, (String[])
                            row.getArray(2).getArray())));
                }
                if (line < last) {
                    movedAt = System.nanoTime();
                    behindSince = behindSince == 0 ? movedAt : behindSince;
                } else {
                    behindSince = 0;
                }
                await(System.nanoTime() - movedAt < LINGER_NANOS);
            }
        }
    }

    private void rise(Connection connection, long to) throws SQLException {
        if (base < 0) {
            line = to;
            base = to;
        } else if (to > line) {
            noteTypes(connection, to);
            line = to;
        } else {
            return;
        }
        listeners.forEach(Runnable::run);
    }

    /** Which types came in, asked once for all readers: those that want none of them have nothing to ask. */
    private void noteTypes(Connection connection, long to) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select type, max(position) from journal.journal where position > ? and position <= ? group by type""")) {
            statement.setLong(1, line);
            statement.setLong(2, to);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    lastOfType.put(row.getString(1), row.getLong(2));
                }
            }
        }
    }

    private void await(boolean busy) throws InterruptedException {
        lock.lock();
        try {
            var nanos = busy ? NEWS_NANOS : IDLE_NANOS;
            while (nanos > 0 && !closed && (busy || !news)) {
                nanos = woken.awaitNanos(nanos);
            }
            news = false;
        } finally {
            lock.unlock();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
