package vn.motcua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.Problem;

class LimitsTest {

    private Instant now = Instant.parse("2026-11-16T01:00:00Z");
    private final Limits limits = new Limits(() -> now);

    private void take(String who) {
        limits.take("login", who, 5, Duration.ofMinutes(10));
    }

    @Test
    void afterFiveTriesOneWaitsAndThenOneMoreIsFree() {
        for (int i = 0; i < 5; i++) {
            take("an");
        }
        assertThatThrownBy(() -> take("an")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_MANY);
            assertThat(problem.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        });
        take("binh");
        now = now.plus(Duration.ofMinutes(2));
        take("an");
        assertThatThrownBy(() -> take("an")).isInstanceOf(Problem.class);
        now = now.plus(Duration.ofMinutes(10));
        for (int i = 0; i < 5; i++) {
            take("an");
        }
    }
}
