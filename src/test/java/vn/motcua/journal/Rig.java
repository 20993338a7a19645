package vn.motcua.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.shared.PersonId;

/** A journal on a database of its own, with as many nodes reading it as a test asks for. */
final class Rig implements AutoCloseable {

    static final InstantSource CLOCK = java.time.Clock.systemUTC();

    final TestDatabase.Fresh database = TestDatabase.fresh();
    final JdbcClient sql = database.sql();
    final Journal journal = new Journal(sql, CLOCK);
    final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.app()));
    private final List<AutoCloseable> nodes = new ArrayList<>();

    Rig() {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql(
                        "create table journal.effect (number bigserial, reader text, stream text, version int, position bigint)")
                .update();
    }

    static Entry entry(String stream, int version, String type) {
        return new Entry(stream, version, type, 1, PersonId.SYSTEM, null, "{\"n\": " + version + "}", Map.of());
    }

    long append(String stream, int version, String type) {
        return transaction.execute(_ -> journal.append(entry(stream, version, type)));
    }

    /** A node of its own on the same database: its readers write what they read into {@code journal.effect}. */
    JournalReaders node(DataSource source, JournalReader... readers) {
        var node = new JournalReaders(
                new Journal(JdbcClient.create(source), CLOCK),
                source,
                new JdbcTransactionManager(source),
                CLOCK,
                List.of(readers));
        nodes.add(node);
        node.start();
        return node;
    }

    JournalReaders node(JournalReader... readers) {
        return node(database.app(), readers);
    }

    JournalReader reader(String name, Set<String> types) {
        return reader(name, types, database.app(), _ -> {});
    }

    static JournalReader reader(String name, Set<String> types, DataSource source, Consumer<Recorded> first) {
        var sql = JdbcClient.create(source);
        return new JournalReader() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Set<String> types() {
                return types;
            }

            @Override
            public void on(Recorded event) {
                first.accept(event);
                sql.sql("insert into journal.effect (reader, stream, version, position) values (?, ?, ?, ?)")
                        .params(name, event.stream(), event.version(), event.position())
                        .update();
            }
        };
    }

    record Effect(String stream, int version, long position) {}

    List<Effect> effects(String reader) {
        return sql.sql("select stream, version, position from journal.effect where reader = ? order by number")
                .param(reader)
                .query((row, _) -> new Effect(row.getString(1), row.getInt(2), row.getLong(3)))
                .list();
    }

    static void await(String what, BooleanSupplier condition) {
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("not within 20 s: " + what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() throws Exception {
        for (var node : nodes) {
            node.close();
        }
        database.close();
    }
}
