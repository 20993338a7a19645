package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.payment.Obligation.AttemptState.CANCELLED;
import static vn.motcua.payment.Obligation.AttemptState.CLEARING;
import static vn.motcua.payment.Obligation.AttemptState.EXPIRED;
import static vn.motcua.payment.Obligation.AttemptState.FAILED;
import static vn.motcua.payment.Obligation.AttemptState.PENDING;
import static vn.motcua.payment.Obligation.AttemptState.SUCCEEDED;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.payment.Obligation.AttemptEvent;
import vn.motcua.payment.Obligation.AttemptState;
import vn.motcua.payment.Obligation.Event;
import vn.motcua.payment.Obligation.State;

/** Every state with every event, against tables written down a second time here. */
class StatesTest {

    private static final Map<State, Map<Event, State>> OBLIGATION = Map.of(
            State.DUE,
            Map.of(Event.PAY, State.PAID, Event.WAIVE, State.WAIVED, Event.EXPIRE, State.EXPIRED),
            State.PAID,
            Map.of(Event.REFUND, State.REFUNDING, Event.REVERSE, State.REVERSED),
            State.REFUNDING,
            Map.of(Event.CONFIRM_REFUND, State.REFUNDED));

    /** In the order CLEAR, SUCCEED, FAIL, CANCEL, EXPIRE. */
    private static final Map<AttemptState, List<AttemptState>> ATTEMPT = new EnumMap<>(Map.of(
            PENDING, List.of(CLEARING, SUCCEEDED, FAILED, CANCELLED, EXPIRED),
            CLEARING, List.of(CLEARING, SUCCEEDED, FAILED, CANCELLED, CLEARING),
            SUCCEEDED, List.of(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
            FAILED, List.of(FAILED, SUCCEEDED, FAILED, FAILED, FAILED),
            CANCELLED, List.of(CANCELLED, SUCCEEDED, CANCELLED, CANCELLED, CANCELLED),
            EXPIRED, List.of(EXPIRED, SUCCEEDED, EXPIRED, EXPIRED, EXPIRED)));

    @Test
    void obligationGoesOnlyWhereTheTableSays() {
        for (var state : State.values()) {
            for (var event : Event.values()) {
                var expected = OBLIGATION.getOrDefault(state, Map.of()).get(event);
                if (expected == null) {
                    assertThatThrownBy(() -> state.after(event))
                            .as(state + " × " + event)
                            .isInstanceOf(IllegalStateException.class);
                } else {
                    assertThat(state.after(event)).as(state + " × " + event).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void attemptGoesOnlyWhereTheTableSays() {
        for (var state : AttemptState.values()) {
            for (var event : AttemptEvent.values()) {
                assertThat(state.after(event))
                        .as(state + " × " + event)
                        .isEqualTo(java.util.Objects.requireNonNull(ATTEMPT.get(state))
                                .get(event.ordinal()));
            }
        }
    }

    @Test
    void contractKnowsEveryPublishedName() {
        assertThat(State.values())
                .extracting(State::published)
                .containsOnly("DUE", "PAID", "WAIVED", "REFUNDING", "REFUNDED", "REVERSED");
    }
}
