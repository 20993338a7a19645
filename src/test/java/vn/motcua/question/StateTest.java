package vn.motcua.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;

/** The workflow, pair by pair: all states and all events. */
class StateTest {

    private static final AgencyCode G01 = new AgencyCode("G01");
    private static final List<ProcedureCode> ABOUT = List.of(new ProcedureCode("3.000347"));

    private static final List<QuestionEvent> EVENTS = List.of(
            new QuestionEvent.Asked(G01, ABOUT.getFirst(), Instant.EPOCH),
            new QuestionEvent.Written(G01, ABOUT),
            new QuestionEvent.Transferred(G01, new AgencyCode("G02")),
            new QuestionEvent.Answered(ABOUT),
            new QuestionEvent.Returned(),
            new QuestionEvent.Published(),
            new QuestionEvent.Replied(),
            new QuestionEvent.Merged(new QuestionCode("Q-0101")),
            new QuestionEvent.Retired(),
            new QuestionEvent.Shipped(G01, ABOUT, ""));

    private static final Map<State, Set<String>> ALLOWED = Map.of(
            State.ASKED, Set.of("Transferred", "Answered", "Merged"),
            State.ANSWERED, Set.of("Answered", "Returned", "Published", "Replied"),
            State.PUBLISHED, Set.of("Answered", "Retired", "Shipped"),
            State.REPLIED, Set.of(),
            State.MERGED, Set.of(),
            State.RETIRED, Set.of("Answered", "Shipped"));

    @Test
    void onlyListedPairsHappen() {
        for (var state : State.values()) {
            for (var event : EVENTS) {
                assertThat(state.after(event).isPresent())
                        .as(state + " " + event.type())
                        .isEqualTo(ALLOWED.getOrDefault(state, Set.of())
                                .contains(event.getClass().getSimpleName()));
            }
        }
    }

    @Test
    void everyEventIsTried() {
        assertThat(EVENTS.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(QuestionEvent.class.getPermittedSubclasses());
    }
}
