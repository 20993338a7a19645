package vn.motcua.time;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one clock. Every room takes it as {@link InstantSource}; nothing else may ask for the time. A production start has
 * the machine's clock and no way to move it; a start with the sandbox has one that can be moved, on every node.
 */
@Configuration(proxyBeanMethods = false)
class ClockSettings {

    @Bean(destroyMethod = "close")
    RunDueWork runDueWork(InstantSource clock, ObjectProvider<DueWork> works) {
        return new RunDueWork(clock, () -> works.orderedStream().toList());
    }

    /** Work starts with the application, not with its beans: a tool or a test that only needs them runs nothing. */
    @Bean
    StartDueWork startDueWork(RunDueWork runDueWork) {
        return new StartDueWork(runDueWork);
    }

    record StartDueWork(RunDueWork runDueWork) {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            runDueWork.start();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "motcua.time.movable", havingValue = "false", matchIfMissing = true)
    static class Machine {

        @Bean
        InstantSource clock(ObjectProvider<JdbcClient> sql) {
            sql.ifAvailable(client -> {
                if (new ClockRow(client).read().isPresent()) {
                    throw new IllegalStateException("This data directory ran with the sandbox, whose clock is not the"
                            + " real one; a production start needs an empty one");
                }
            });
            return Clock.systemUTC();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "motcua.time.movable", havingValue = "true")
    static class Movable {

        @Bean
        ClockRow clockRow(JdbcClient sql) {
            return new ClockRow(sql);
        }

        @Bean
        ShiftedClock clock(ClockRow row, TimeSettings settings) {
            var clock = new ShiftedClock(Duration.ZERO);
            var start = settings.startTime();
            clock.runAhead(row.begin(start == null ? Duration.ZERO : clock.aheadFor(start.toInstant()))
                    .ahead());
            return clock;
        }

        @Bean(destroyMethod = "close")
        FollowClock followClock(ClockRow row, ShiftedClock clock) {
            return new FollowClock(row, clock);
        }

        @Bean
        MovableClock movableClock(ShiftedClock clock, ClockRow row, FollowClock follow, RunDueWork dueWork) {
            return new MovableClock(clock, row, follow, dueWork);
        }
    }
}
