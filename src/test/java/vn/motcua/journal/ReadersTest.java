package vn.motcua.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Readers that die, that share a journal between nodes, and that meet an event they cannot handle. */
class ReadersTest {

    private static final Set<String> A = Set.of("a.A");

    private final Rig rig = new Rig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void aReaderKilledInTheMiddleIsTakenOverAndNothingIsDoneTwice() {
        var reached = new AtomicBoolean();
        try (var doomed = pool()) {
            rig.node(doomed, Rig.reader("r", A, doomed, event -> {
                if (event.version() == 7) {
                    reached.set(true);
                    killBackends("doomed"); // in the middle of its transaction, with six effects written
                    ConcurrentWritersTest.pause(300);
                }
            }));
            rig.transaction.executeWithoutResult(_ -> rig.journal.append(IntStream.rangeClosed(1, 30)
                    .mapToObj(version -> Rig.entry("s/1", version, "a.A"))
                    .toList()));
            Rig.await("the middle", reached::get);
            rig.node(rig.reader("r", A));
            Rig.await("the other node", () -> rig.effects("r").size() == 30);
        }
        assertThat(rig.effects("r"))
                .extracting(Rig.Effect::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void twoNodesShareTheWorkAndDoNothingTwice() {
        try (var first = pool();
                var second = pool()) {
            var one = rig.node(first, Rig.reader("r1", A, first, _ -> {}), Rig.reader("r2", A, first, _ -> {}));
            var two = rig.node(second, Rig.reader("r1", A, second, _ -> {}), Rig.reader("r2", A, second, _ -> {}));
            for (int version = 1; version <= 150; version++) {
                rig.append("s/" + version % 5, version / 5 + 1, "a.A");
            }
            Rig.await(
                    "both nodes see that all is done",
                    () -> one.progress().caughtUp() && two.progress().caughtUp());
            for (var reader : new String[] {"r1", "r2"}) {
                assertThat(rig.effects(reader)).hasSize(150).doesNotHaveDuplicates();
                assertThat(rig.effects(reader)).extracting(Rig.Effect::position).isSorted();
            }
            one.close();
            rig.append("s/9", 1, "a.A");
            Rig.await("the node that is left", () -> rig.effects("r1").size() == 151);
        }
    }

    @Test
    void aPoisonousEventParksItsStreamAndTheOthersGoOn() {
        var poisonous = new AtomicBoolean(true);
        var tries = new AtomicInteger();
        rig.node(Rig.reader("r", A, rig.database.app(), event -> {
            if (poisonous.get() && event.stream().equals("s/bad") && event.version() == 2) {
                tries.incrementAndGet();
                throw new IllegalStateException("a poisonous event");
            }
        }));
        for (int version = 1; version <= 4; version++) {
            rig.append("s/bad", version, "a.A");
            rig.append("s/good", version, "a.A");
        }
        Rig.await("the good stream", () -> versions("s/good").size() == 4);
        assertThat(versions("s/bad")).containsExactly(1);
        assertThat(tries).hasValue(ReadOn.MAX_TRIES);

        var parked = new ParkedStreams(rig.sql);
        assertThat(parked.list()).singleElement().satisfies(one -> {
            assertThat(one.reader()).isEqualTo("r");
            assertThat(one.stream()).isEqualTo("s/bad");
            assertThat(one.waiting()).isEqualTo(3);
            assertThat(one.error()).contains("a poisonous event");
        });

        assertThat(parked.tryAgain("r", "s/bad")).isTrue();
        Rig.await("parked again", () -> tries.get() > ReadOn.MAX_TRIES && !wantsAnotherTry());
        assertThat(parked.list()).hasSize(1);

        poisonous.set(false);
        assertThat(parked.tryAgain("r", "s/bad")).isTrue();
        Rig.await("mended", () -> parked.list().isEmpty());
        rig.append("s/bad", 5, "a.A");
        Rig.await("and going on", () -> versions("s/bad").size() == 5);
        assertThat(versions("s/bad")).containsExactly(1, 2, 3, 4, 5);
        assertThat(versions("s/good")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void anEventThatBreaksTheTransactionOfItsPageIsFoundOut() {
        rig.node(Rig.reader("r", A, rig.database.app(), event -> {
            if (event.stream().equals("s/bad")) {
                try {
                    rig.sql.sql("select 1/0").query().singleRow(); // aborts the transaction, and hides it
                } catch (RuntimeException _) {
                    // a reader that swallows what it must not
                }
            }
        }));
        rig.transaction.executeWithoutResult(_ -> rig.journal.append(java.util.List.of(
                Rig.entry("s/1", 1, "a.A"), Rig.entry("s/bad", 1, "a.A"), Rig.entry("s/1", 2, "a.A"))));
        Rig.await("the others", () -> versions("s/1").size() == 2);
        assertThat(versions("s/bad")).isEmpty();
        assertThat(new ParkedStreams(rig.sql).list()).hasSize(1);
    }

    @Test
    void slowEffectsDoNotMakeALongTransaction() {
        rig.node(Rig.reader("r", A, rig.database.app(), _ -> ConcurrentWritersTest.pause(15)));
        rig.transaction.executeWithoutResult(_ -> rig.journal.append(IntStream.rangeClosed(1, 60)
                .mapToObj(version -> Rig.entry("s/1", version, "a.A"))
                .toList()));
        Rig.await("the first of them", () -> !rig.effects("r").isEmpty());
        assertThat(rig.effects("r").size()).as("committed before all were done").isLessThan(60);
        Rig.await("all", () -> rig.effects("r").size() == 60);
    }

    private java.util.List<Integer> versions(String stream) {
        return rig.effects("r").stream()
                .filter(effect -> effect.stream().equals(stream))
                .map(Rig.Effect::version)
                .toList();
    }

    private boolean wantsAnotherTry() {
        return rig.sql
                .sql("select again from journal.parked")
                .query(Boolean.class)
                .single();
    }

    private void killBackends(String name) {
        JdbcClient.create(rig.database.app())
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
                .param(name)
                .query()
                .listOfRows();
    }

    private HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(rig.database.url());
        pool.setUsername("app");
        pool.setPassword(((HikariDataSource) rig.database.app()).getPassword());
        pool.addDataSourceProperty("ApplicationName", "doomed");
        pool.setMaximumPoolSize(5);
        return pool;
    }
}
