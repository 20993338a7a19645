package vn.motcua.catalogue.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalogue.editing.Decision.State.APPROVED;
import static vn.motcua.catalogue.editing.Decision.State.DRAFT;
import static vn.motcua.catalogue.editing.Decision.State.PUBLISHED;
import static vn.motcua.catalogue.editing.Decision.State.RETURNED;
import static vn.motcua.catalogue.editing.Decision.State.SENT;
import static vn.motcua.catalogue.editing.Decision.State.WITHDRAWN;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.editing.Decision.Act;
import vn.motcua.catalogue.editing.Decision.State;

/** The workflow of a decision, pair by pair. */
class DecisionTest {

    private static final Map<State, Map<Act, State>> TABLE = Map.of(
            DRAFT, Map.of(Act.CHANGE, DRAFT, Act.SEND, SENT, Act.WITHDRAW, WITHDRAWN),
            RETURNED, Map.of(Act.CHANGE, RETURNED, Act.SEND, SENT, Act.WITHDRAW, WITHDRAWN),
            SENT, Map.of(Act.RETURN, RETURNED, Act.APPROVE, APPROVED, Act.WITHDRAW, WITHDRAWN),
            APPROVED, Map.of(Act.RETURN, RETURNED, Act.PUBLISH, PUBLISHED, Act.WITHDRAW, WITHDRAWN),
            PUBLISHED, Map.of(),
            WITHDRAWN, Map.of());

    @Test
    void whatIsNotInTheTableCannotHappen() {
        for (var state : State.values()) {
            var possible = new EnumMap<Act, State>(Act.class);
            for (var act : Act.values()) {
                state.after(act).ifPresent(next -> possible.put(act, next));
            }
            assertThat(possible).as(state.name()).isEqualTo(TABLE.get(state));
        }
    }
}
