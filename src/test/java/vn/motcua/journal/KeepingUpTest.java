package vn.motcua.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Six readers beside 320 appends a second, what 40 dossiers a second from submission to delivery make. */
class KeepingUpTest {

    private static final int PER_SECOND = 320;
    private static final int SECONDS = 4;

    @Test
    void readersKeepUpWithFortyDossiersASecond() throws Exception {
        try (var rig = new Rig()) {
            var node = rig.node(IntStream.range(0, 6)
                    .mapToObj(reader -> rig.reader("r" + reader, Set.of("a.A" + reader, "a.All")))
                    .toArray(JournalReader[]::new));
            var began = System.nanoTime();
            for (int event = 0; event < PER_SECOND * SECONDS; event++) {
                rig.append("s/" + event % 97, event / 97 + 1, event % 4 == 0 ? "a.All" : "a.A" + event % 6);
                var ahead = began + event * 1_000_000_000L / PER_SECOND - System.nanoTime();
                if (ahead > 1_000_000) {
                    Thread.sleep(ahead / 1_000_000);
                }
            }
            var appended = System.nanoTime();
            Rig.await("caught up", () -> node.progress().caughtUp());
            System.out.printf(
                    "%d events in %d ms, caught up %d ms later, longest lag %d ms%n",
                    PER_SECOND * SECONDS,
                    (appended - began) / 1_000_000,
                    (System.nanoTime() - appended) / 1_000_000,
                    node.progress().longestLagMillis());
            assertThat(node.progress().longestLagMillis()).isLessThan(5_000);
        }
    }
}
