package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.motcua.dossier.Status.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.dossier.DossierEvent.*;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.time.Limit;

/** The workflow, pair by pair. Every status meets every event: the pairs listed move the dossier, all others are refused. */
class StatusTest {

    static final Instant AT = Instant.parse("2026-11-16T01:00:00Z");
    static final PersonId SOMEBODY = PersonId.random();

    record Pair(Status from, Class<? extends DossierEvent> event) {}

    static final Map<Pair, Status> MOVES = moves();

    static Map<Pair, Status> moves() {
        var moves = new HashMap<Pair, Status>();
        moves.put(new Pair(DRAFT, Submitted.class), NEWLY_REGISTERED);
        moves.put(new Pair(NEWLY_REGISTERED, Claimed.class), NEWLY_REGISTERED);
        moves.put(new Pair(NEWLY_REGISTERED, FeePaid.class), NEWLY_REGISTERED);
        moves.put(new Pair(NEWLY_REGISTERED, Accepted.class), ACCEPTED);
        moves.put(new Pair(NEWLY_REGISTERED, Refused.class), NOT_ACCEPTED);
        moves.put(new Pair(NEWLY_REGISTERED, SupplementRequested.class), SUPPLEMENT_AT_INTAKE);
        moves.put(new Pair(NEWLY_REGISTERED, Transferred.class), NEWLY_REGISTERED);
        moves.put(new Pair(NEWLY_REGISTERED, Withdrawn.class), WITHDRAWN);
        moves.put(new Pair(NEWLY_REGISTERED, Closed.class), STOPPED);
        moves.put(new Pair(ACCEPTED, Claimed.class), ACCEPTED);
        moves.put(new Pair(ACCEPTED, Assigned.class), IN_PROCESS);
        moves.put(new Pair(ACCEPTED, Apologised.class), ACCEPTED);
        moves.put(new Pair(ACCEPTED, Transferred.class), NEWLY_REGISTERED);
        moves.put(new Pair(ACCEPTED, Withdrawn.class), WITHDRAWN);
        moves.put(new Pair(ACCEPTED, Stopped.class), STOPPED);
        moves.put(new Pair(IN_PROCESS, Claimed.class), IN_PROCESS);
        moves.put(new Pair(IN_PROCESS, SupplementRequested.class), SUPPLEMENT_IN_PROCESS);
        moves.put(new Pair(IN_PROCESS, Assigned.class), IN_PROCESS);
        moves.put(new Pair(IN_PROCESS, Forwarded.class), IN_PROCESS);
        moves.put(new Pair(IN_PROCESS, Returned.class), IN_PROCESS);
        moves.put(new Pair(IN_PROCESS, Consulted.class), IN_PROCESS);
        moves.put(new Pair(IN_PROCESS, Levied.class), OBLIGATION_REQUESTED);
        moves.put(new Pair(IN_PROCESS, Apologised.class), IN_PROCESS);
        moves.put(new Pair(IN_PROCESS, Transferred.class), NEWLY_REGISTERED);
        moves.put(new Pair(IN_PROCESS, Approved.class), FINISHED);
        moves.put(new Pair(IN_PROCESS, Withdrawn.class), WITHDRAWN);
        moves.put(new Pair(IN_PROCESS, Stopped.class), STOPPED);
        moves.put(new Pair(SUPPLEMENT_AT_INTAKE, Supplemented.class), NEWLY_REGISTERED);
        moves.put(new Pair(SUPPLEMENT_AT_INTAKE, Withdrawn.class), WITHDRAWN);
        moves.put(new Pair(SUPPLEMENT_AT_INTAKE, Closed.class), STOPPED);
        moves.put(new Pair(SUPPLEMENT_IN_PROCESS, Supplemented.class), IN_PROCESS);
        moves.put(new Pair(SUPPLEMENT_IN_PROCESS, Withdrawn.class), WITHDRAWN);
        moves.put(new Pair(SUPPLEMENT_IN_PROCESS, Closed.class), STOPPED);
        moves.put(new Pair(OBLIGATION_REQUESTED, FeePaid.class), IN_PROCESS);
        moves.put(new Pair(OBLIGATION_REQUESTED, Withdrawn.class), WITHDRAWN);
        moves.put(new Pair(OBLIGATION_REQUESTED, Closed.class), STOPPED);
        moves.put(new Pair(STOPPED, Resumed.class), IN_PROCESS);
        moves.put(new Pair(FINISHED, ResultSealed.class), FINISHED);
        moves.put(new Pair(FINISHED, Corrected.class), FINISHED);
        moves.put(new Pair(FINISHED, Delivered.class), DELIVERED);
        moves.put(new Pair(DELIVERED, ResultSealed.class), DELIVERED);
        moves.put(new Pair(DELIVERED, Corrected.class), DELIVERED);
        return moves;
    }

    static Stream<Arguments> everyPair() {
        return Arrays.stream(Status.values()).flatMap(status -> events().map(event -> Arguments.of(status, event)));
    }

    static Stream<DossierEvent> events() {
        var id = UUID.randomUUID();
        return Stream.of(
                new Submitted("2.000004@H26", 1, "01", false, AT),
                new Claimed(SOMEBODY),
                new FeePaid(id, 135_000, AT),
                new Accepted(new Limit(5, Limit.Unit.WORKING_DAY), AT),
                new Refused(),
                new SupplementRequested(List.of("health"), LocalDate.of(2026, 12, 1)),
                new Supplemented(AT),
                new Assigned(SOMEBODY),
                new Forwarded(SOMEBODY),
                new Returned(SOMEBODY),
                new Consulted(new AgencyCode("H29"), LocalDate.of(2026, 12, 1)),
                new Levied(id, 1),
                new Apologised(AT),
                new Transferred(new AgencyCode("H29")),
                new Approved(Decision.GRANT, true),
                new ResultSealed(id, "00"),
                new Corrected(),
                new Delivered(Way.ONLINE),
                new Withdrawn(),
                new Stopped(),
                new Closed("UNPAID"),
                new Resumed(AT));
    }

    @Test
    void noKindOfEventIsForgotten() {
        assertThat(events().map(Object::getClass))
                .containsExactlyInAnyOrder(DossierEvent.class.getPermittedSubclasses());
    }

    @Test
    void theTenNationalCodesAreAllThere() {
        assertThat(Arrays.stream(Status.values()).map(Status::code).distinct())
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @ParameterizedTest(name = "{0} + {1}")
    @MethodSource("everyPair")
    void movesOrRefuses(Status from, DossierEvent event) {
        var expected = MOVES.get(new Pair(from, event.getClass()));

        if (expected == null) {
            assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> from.after(event));
        } else {
            assertThat(from.after(event)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsTheSameAfterItsWayThroughTheJournal(DossierEvent event) {
        assertThat(EventJson.read(EventJson.write(event), event.getClass())).isEqualTo(event);
    }
}
