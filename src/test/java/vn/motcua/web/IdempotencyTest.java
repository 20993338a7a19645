package vn.motcua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import vn.motcua.TestDatabase;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;
import vn.motcua.web.Idempotency.Answer;
import vn.motcua.web.Idempotency.Token;

class IdempotencyTest {

    private static final Instant START = Instant.parse("2026-11-16T01:00:00Z");

    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final JdbcClient sql = database.sql();
    private volatile Instant now = START;
    private KeptAnswers answers;

    @BeforeEach
    void start() {
        answers = new KeptAnswers(sql, new JdbcTransactionManager(database.app()), () -> now);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private static Token token(UUID key, int body) {
        return new Token("an", "POST /api/v1/me/dossiers", key, new byte[] {(byte) body});
    }

    /** An act whose trace stands in a table of the same database: an announcement. */
    private Answer act(String text) {
        sql.sql("""
                        insert into web.announcement (id, starts_at, ends_at, kind, text_vi, text_en)
                        values (gen_random_uuid(), '2026-01-01', '2026-01-02', 'NOTICE', :text, :text)
                        """).param("text", text).update();
        return new Answer(201, "{\"text\":\"" + text + "\"}");
    }

    private int acts() {
        return sql.sql("select count(*) from web.announcement")
                .query(Integer.class)
                .single();
    }

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerAndOneAct() {
        var key = UUID.randomUUID();
        var first = answers.once(token(key, 1), () -> act("a"));
        var second = answers.once(token(key, 1), () -> act("b"));
        assertThat(second).isEqualTo(first);
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID();
        answers.once(token(key, 1), () -> act("a"));
        assertThatThrownBy(() -> answers.once(token(key, 2), () -> act("b")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.INVALID));
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void anotherClientOrRouteMayUseTheSameKey() {
        var key = UUID.randomUUID();
        answers.once(token(key, 1), () -> act("a"));
        answers.once(new Token("binh", "POST /api/v1/me/dossiers", key, new byte[] {1}), () -> act("b"));
        answers.once(new Token("an", "POST /api/v1/me/petitions", key, new byte[] {1}), () -> act("c"));
        assertThat(acts()).isEqualTo(3);
    }

    @Test
    void aKeyInFlightIs409AndAfterwardsTheAnswerIsThere() throws Exception {
        var key = UUID.randomUUID();
        var inside = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(() -> answers.once(token(key, 1), () -> {
                inside.countDown();
                await(release);
                return act("a");
            }));
            await(inside);
            assertThatThrownBy(() -> answers.once(token(key, 1), () -> act("b")))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Kind.IN_PROGRESS));
            release.countDown();
            assertThat(answers.once(token(key, 1), () -> act("c")).status())
                    .isEqualTo(first.get().status());
        } catch (Problem stillInFlight) {
            assertThat(stillInFlight.kind()).isEqualTo(Kind.IN_PROGRESS);
        }
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void manyAtOnceMakeOneActAndNobodySeesTwoAnswers() throws Exception {
        for (int round = 0; round < 30; round++) {
            var key = UUID.randomUUID();
            var before = acts();
            var number = new AtomicInteger();
            var seen = new ArrayList<Future<String>>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    Callable<String> request = () -> {
                        try {
                            return answers.once(token(key, 1), () -> act("n" + number.incrementAndGet()))
                                    .body();
                        } catch (Problem problem) {
                            assertThat(problem.kind()).isEqualTo(Kind.IN_PROGRESS);
                            return "in flight";
                        }
                    };
                    seen.add(threads.submit(request));
                }
            }
            var bodies = new ArrayList<String>();
            for (var one : seen) {
                bodies.add(one.get());
            }
            bodies.removeIf("in flight"::equals);
            assertThat(bodies).isNotEmpty().containsOnly(bodies.getFirst());
            assertThat(acts()).isEqualTo(before + 1);
        }
    }

    @Test
    void anActThatFailsKeepsNothingAndMayBeTriedAgain() {
        var key = UUID.randomUUID();
        assertThatThrownBy(() -> answers.once(token(key, 1), () -> {
                    act("a");
                    throw Problem.invalid("service", "web.field.value");
                }))
                .isInstanceOf(Problem.class);
        assertThat(acts()).isZero();
        assertThat(kept()).isZero();
        assertThat(answers.once(token(key, 1), () -> act("b")).body()).contains("b");
    }

    @Test
    void aConnectionThatDiesInTheActLeavesNeitherActNorAnswer() {
        var key = UUID.randomUUID();
        assertThatThrownBy(() -> answers.once(token(key, 1), () -> {
                    var answer = act("a");
                    int process = sql.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    try (var other = java.sql.DriverManager.getConnection(database.url(), "app", "test");
                            var kill = other.prepareStatement("select pg_terminate_backend(?)")) {
                        kill.setInt(1, process);
                        kill.execute();
                    } catch (java.sql.SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    return answer;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(acts()).isZero();
        assertThat(kept()).isZero();
        assertThat(answers.once(token(key, 1), () -> act("b")).body()).contains("b");
    }

    @Test
    void preparationHappensOnlyWhereNoAnswerIsKeptAndOutsideTheTransaction() {
        var key = UUID.randomUUID();
        var prepared = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            var answer = answers.once(
                    token(key, 1),
                    () -> {
                        assertThat(org.springframework.transaction.support.TransactionSynchronizationManager
                                        .isActualTransactionActive())
                                .isFalse();
                        return prepared.incrementAndGet();
                    },
                    number -> act("n" + number));
            assertThat(answer.body()).contains("n1");
        }
        assertThat(prepared).hasValue(1);
        assertThat(acts()).isEqualTo(1);
    }

    @Test
    void anAnswerCountsForADayAndIsThenForgotten() {
        var key = UUID.randomUUID();
        assertThat(answers.next()).isEmpty();
        answers.once(token(key, 1), () -> act("a"));
        assertThat(answers.next()).hasValue(START.plus(Duration.ofHours(24)));
        now = START.plus(Duration.ofHours(23));
        answers.run(now);
        assertThat(kept()).isEqualTo(1);
        now = START.plus(Duration.ofHours(25));
        assertThat(answers.once(token(key, 2), () -> act("b")).body()).contains("b");
        now = START.plus(Duration.ofHours(60));
        answers.run(now);
        assertThat(kept()).isZero();
    }

    private int kept() {
        return sql.sql("select count(*) from web.idempotency")
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
