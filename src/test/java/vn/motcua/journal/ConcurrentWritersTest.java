package vn.motcua.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writers that commit in any order: every event is read, once, and in order within its stream. */
class ConcurrentWritersTest {

    private static final int STREAMS = 12;
    private static final int WRITERS = 6;
    private static final int EVENTS = 600;

    private final Rig rig = new Rig();

    @BeforeEach
    void makeAggregates() {
        var owner = JdbcClient.create(rig.database.owner());
        owner.sql("create table journal.aggregate (stream text primary key, version int)")
                .update();
        owner.sql("create table journal.first (number bigserial, n int)").update();
        for (int stream = 0; stream < STREAMS; stream++) {
            owner.sql("insert into journal.aggregate values (?, 0)")
                    .param("s/" + stream)
                    .update();
        }
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void allIsReadOnceAndInOrderThoughCommitsComeOutOfOrder() throws Exception {
        var node = rig.node(rig.reader("r1", Set.of("a.A")), rig.reader("r2", Set.of("a.A")));
        var rolledBack = write();
        Rig.await("caught up", () -> node.progress().caughtUp());

        for (var reader : List.of("r1", "r2")) {
            var effects = rig.effects(reader);
            assertThat(effects).hasSize(EVENTS).doesNotHaveDuplicates();
            for (int stream = 0; stream < STREAMS; stream++) {
                var name = "s/" + stream;
                var versions = effects.stream()
                        .filter(effect -> effect.stream().equals(name))
                        .map(Rig.Effect::version)
                        .toList();
                assertThat(versions)
                        .isEqualTo(IntStream.rangeClosed(1, versions.size())
                                .boxed()
                                .toList());
            }
            assertThat(effects).extracting(Rig.Effect::position).isSorted();
        }
        assertThat(rolledBack)
                .as("the test must have seen writers that gave up")
                .isPositive();
    }

    /**
     * Each writer first writes something else, which draws its transaction id early, waits for a moment, then moves an
     * aggregate and appends; some wait again before they commit, and some give up.
     */
    private int write() throws Exception {
        var left = new AtomicInteger(EVENTS);
        var gaveUp = new AtomicInteger();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new Random(writer);
                running.add(writers.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        while (!writeOne(random)) {
                            gaveUp.incrementAndGet();
                        }
                    }
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return gaveUp.get();
    }

    private boolean writeOne(Random random) {
        return Boolean.TRUE.equals(rig.transaction.execute(status -> {
            rig.sql.sql("insert into journal.first (n) values (1)").update();
            pause(random.nextInt(4));
            var stream = "s/" + random.nextInt(STREAMS);
            var version = rig.sql
                    .sql("update journal.aggregate set version = version + 1 where stream = ? returning version")
                    .param(stream)
                    .query(Integer.class)
                    .single();
            rig.journal.append(Rig.entry(stream, version, "a.A"));
            pause(random.nextInt(10) == 0 ? 40 : random.nextInt(4));
            if (random.nextInt(20) == 0) {
                status.setRollbackOnly();
                return false;
            }
            return true;
        }));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
