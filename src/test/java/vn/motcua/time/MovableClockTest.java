package vn.motcua.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.motcua.TestDatabase;
import vn.motcua.shared.Problem;

class MovableClockTest {

    private static final Instant START = Instant.parse("2026-11-16T01:00:00Z");

    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final List<AutoCloseable> nodes = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var node : nodes) {
            node.close();
        }
        database.close();
    }

    @Test
    void theClockStartsWhereTheFirstStartSaysAndGoesOnFromThere() {
        var first = node(START);
        assertThat(first.now()).isBetween(START, START.plusSeconds(10));
        first.advance(Duration.ofHours(8));
        var again = node(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(again.now())
                .isBetween(
                        START.plus(Duration.ofHours(8)),
                        START.plus(Duration.ofHours(8)).plusSeconds(20));
    }

    @Test
    void everyNodeHasFollowedWhenTheMoveReturns() {
        var first = node(START);
        var second = node(START);
        var third = node(START);
        var target = START.plus(Duration.ofDays(3));
        first.advanceTo(target);
        assertThat(second.now()).isAfterOrEqualTo(target);
        assertThat(third.now()).isAfterOrEqualTo(target);
        second.advance(Duration.ofDays(1));
        assertThat(first.now()).isAfterOrEqualTo(target.plus(Duration.ofDays(1)));
    }

    @Test
    void theClockNeverGoesBack() {
        var clock = node(START);
        assertThatThrownBy(() -> clock.advanceTo(START.minusSeconds(1))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> clock.advance(Duration.ofDays(10_000))).isInstanceOf(Problem.class);
        assertThat(clock.now()).isBetween(START, START.plusSeconds(10));
    }

    @Test
    void whatFellDueOnTheWayIsDoneInOrderBeforeTheMoveReturns() {
        var done = Collections.synchronizedList(new ArrayList<String>());
        var one = new Queued("one", done, START.plusSeconds(3_600), START.plusSeconds(10_800));
        var two = new Queued("two", done, START.plusSeconds(7_200), START.plusSeconds(99_999_999));
        var clock = node(START, one, two);
        clock.advance(Duration.ofHours(4));
        assertThat(done).containsExactly("one 3600", "two 7200", "one 10800");
    }

    @Test
    void workThatFailsStopsNeitherTheClockNorTheOthers() {
        var done = Collections.synchronizedList(new ArrayList<String>());
        var tries = new AtomicInteger();
        var failing = new DueWork() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public Optional<Instant> next() {
                return tries.get() < 3 ? Optional.of(START.plusSeconds(60)) : Optional.empty();
            }

            @Override
            public void run(Instant until) {
                tries.incrementAndGet();
                throw new IllegalStateException("not today");
            }
        };
        var clock = node(START, failing, new Queued("two", done, START.plusSeconds(120)));
        clock.advance(Duration.ofHours(1));
        assertThat(done).containsExactly("two 120");
    }

    @Test
    void aProductionStartHasTheMachinesClockAndNoWayToMoveIt() {
        context().run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(MovableClock.class);
            assertThat(context.getBean(InstantSource.class).instant())
                    .isCloseTo(
                            Instant.now(),
                            org.assertj.core.api.Assertions.within(5, java.time.temporal.ChronoUnit.SECONDS));
        });
        context().withPropertyValues("motcua.time.start=2026-11-16T08:00+07:00").run(context -> assertThat(context)
                .hasFailed());
    }

    @Test
    void aStartWithTheSandboxCanMoveItAndAProductionStartRefusesItsData() {
        context()
                .withPropertyValues("motcua.time.movable=true", "motcua.time.start=2026-11-16T08:00+07:00")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(MovableClock.class).advance(Duration.ofHours(1)))
                            .isBetween(START.plusSeconds(3_600), START.plusSeconds(3_630));
                    assertThat(context.getBean(InstantSource.class).instant()).isAfter(START.plusSeconds(3_599));
                });
        context().run(context -> assertThat(context).hasFailed());
    }

    private ApplicationContextRunner context() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class))
                .withBean(DataSource.class, database::app, definition -> definition.setDestroyMethodName(""))
                .withUserConfiguration(ClockSettings.class, Bound.class);
    }

    @EnableConfigurationProperties(TimeSettings.class)
    static class Bound {}

    private MovableClock node(Instant start, DueWork... works) {
        var row = new ClockRow(database.sql());
        var clock = new ShiftedClock(Duration.ZERO);
        row.begin(clock.aheadFor(start));
        var follow = new FollowClock(row, clock);
        var dueWork = new RunDueWork(clock, () -> List.of(works));
        nodes.add(follow);
        nodes.add(dueWork);
        return new MovableClock(clock, row, follow, dueWork);
    }

    /** Work whose moments stand in a queue. */
    private static final class Queued implements DueWork {
        private final String name;
        private final List<String> done;
        private final PriorityQueue<Instant> moments;

        Queued(String name, List<String> done, Instant... moments) {
            this.name = name;
            this.done = done;
            this.moments = new PriorityQueue<>(List.of(moments));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Instant> next() {
            return Optional.ofNullable(moments.peek());
        }

        @Override
        public void run(Instant until) {
            while (moments.peek() != null && !moments.peek().isAfter(until)) {
                done.add(name + " " + Duration.between(START, moments.remove()).toSeconds());
            }
        }
    }
}
