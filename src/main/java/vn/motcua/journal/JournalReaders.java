package vn.motcua.journal;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All readers of this node: started when the application is ready, stopped before it goes. */
public class JournalReaders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalReaders.class);

    /** A transaction of a reader that takes longer is broken off by the database driver. */
    private static final int TRANSACTION_SECONDS = 5;

    /**
     * How a reader gets on.
     *
     * @param handled all it wants up to this position is done
     * @param lagMillis from the oldest event of its last page to the commit of what it did
     * @param events how many it handled on this node since the start
     */
    public record ReaderProgress(String name, long handled, long lagMillis, long longestLagMillis, long events) {}

    /**
     * How all readers get on, seen from this node.
     *
     * @param caughtUp whether every event that was appended before the question was handled by all its readers
     * @param last the last position drawn
     * @param line the water line: below it nobody can append any more
     * @param longestLagMillis the longest lag of any reader since the start, or since it was last forgotten
     */
    public record Progress(
            boolean caughtUp,
            long last,
            long line,
            long lineLagMillis,
            long longestLagMillis,
            List<ReaderProgress> readers) {}

    private final Journal journal;
    private final JdbcClient sql;
    private final Tide tide;
    private final Cursors cursors;
    private final Partitions partitions;
    private final List<ReadOn> readings;
    private final List<JournalReader> readers;
    private final Runnable wake;
    private boolean started;

    public JournalReaders(
            Journal journal,
            DataSource source,
            PlatformTransactionManager transactions,
            InstantSource clock,
            List<JournalReader> readers) {
        this.journal = journal;
        this.sql = JdbcClient.create(source);
        this.tide = new Tide(source);
        this.cursors = new Cursors(sql);
        this.partitions = new Partitions(sql);
        this.readers = List.copyOf(readers);
        this.wake = tide::wake;
        var transaction = new TransactionTemplate(transactions);
        transaction.setTimeout(TRANSACTION_SECONDS);
        this.readings = readers.stream()
                .map(reader -> new ReadOn(reader, tide, cursors, transaction, clock))
                .toList();
    }

    /** Starts to read. Refuses two readers of one name, and a database on which the water line would not hold. */
    public synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        var names = new HashSet<String>();
        for (var reader : readers) {
            if (!names.add(reader.name())) {
                throw new IllegalStateException("Two journal readers are named " + reader.name());
            }
            cursors.make(reader.name(), reader.fromTheStart());
        }
        if (!sql.sql("show max_prepared_transactions")
                .query(String.class)
                .single()
                .equals("0")) {
            throw new IllegalStateException("max_prepared_transactions must be 0: a prepared transaction that nobody"
                    + " ends would hold back every reader; set it in postgresql.conf");
        }
        partitions.makeAhead();
        tide.listen(() -> partitions.after(tide.line()));
        journal.listen(wake);
        tide.start();
        readings.forEach(ReadOn::start);
        LOG.info("Reading the journal: {}", names);
    }

    /** How far the readers have come; for benchmarks, {@code doctor} and metrics. */
    public Progress progress() {
        var last = sql.sql("select last from journal.look()").query(Long.class).single();
        var done = readings.stream()
                .map(reading -> new ReaderProgress(
                        reading.name(),
                        reading.handled(),
                        reading.pulse().lastMillis(),
                        reading.pulse().longestMillis(),
                        reading.pulse().total()))
                .toList();
        return new Progress(
                tide.line() >= last && done.stream().allMatch(reader -> reader.handled() >= last),
                last,
                tide.line(),
                tide.lagNanos() / 1_000_000,
                done.stream().mapToLong(ReaderProgress::longestLagMillis).max().orElse(0),
                done);
    }

    /** Forgets the longest lag, at the start of a measurement. */
    public void forgetLongestLag() {
        readings.forEach(reading -> reading.pulse().forget());
    }

    double lineLagSeconds() {
        return tide.lagNanos() / 1e9;
    }

    void meters(MeterRegistry registry) {
        for (var reading : readings) {
            Gauge.builder(
                            "motcua.journal.reader.lag",
                            reading,
                            one -> one.pulse().lastMillis() / 1e3)
                    .baseUnit("seconds")
                    .description("from the oldest event of the last page to the commit of what was done about it")
                    .tag("reader", reading.name())
                    .register(registry);
            Gauge.builder("motcua.journal.reader.behind", reading, one -> Math.max(0, tide.line() - one.handled()))
                    .description("positions below the water line that the reader has not passed yet")
                    .tag("reader", reading.name())
                    .register(registry);
            FunctionCounter.builder("motcua.journal.reader.events", reading, one -> one.pulse()
                            .total())
                    .description("events handled on this node")
                    .tag("reader", reading.name())
                    .register(registry);
        }
    }

    @Override
    public synchronized void close() {
        journal.silence(wake);
        readings.forEach(ReadOn::close);
        tide.close();
    }
}
