package vn.motcua.catalogue.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;

/**
 * A promulgating decision (quyết định công bố) of a ministry or a province: it carries drafts that become public together.
 *
 * @param number as on paper, {@code 1025/QĐ-BCA}; {@code signed} the day on it
 * @param version of the decision with all it carries; numbers its events
 * @param changed who did something to it last, and when
 */
public record Decision(
        UUID id,
        AgencyCode agency,
        String number,
        LocalDate signed,
        String title,
        State state,
        int version,
        Change changed) {

    public record Change(PersonId by, Instant at) {}

    /** Where a decision stands. */
    public enum State {
        DRAFT,
        SENT,
        RETURNED,
        APPROVED,
        PUBLISHED,
        WITHDRAWN;

        /** The whole workflow in one table; empty for what cannot happen. */
        public Optional<State> after(Act act) {
            return Optional.ofNullable(
                    switch (act) {
                        case DRAFT -> null; // how one begins, never what follows
                        case CHANGE -> isOpen() ? this : null;
                        case SEND -> isOpen() ? SENT : null;
                        case RETURN -> this == SENT || this == APPROVED ? RETURNED : null;
                        case APPROVE -> this == SENT ? APPROVED : null;
                        case PUBLISH -> this == APPROVED ? PUBLISHED : null;
                        case WITHDRAW -> this == PUBLISHED || this == WITHDRAWN ? null : WITHDRAWN;
                    });
        }

        /** Whether its drafts can be changed. */
        public boolean isOpen() {
            return this == DRAFT || this == RETURNED;
        }
    }

    /** What can be done with one, each an event of the journal. */
    public enum Act {
        DRAFT("Drafted"),
        CHANGE("Changed"),
        SEND("Sent"),
        RETURN("Returned"),
        APPROVE("Approved"),
        PUBLISH("Published"),
        WITHDRAW("Withdrawn");

        private final String participle;

        Act(String participle) {
            this.participle = participle;
        }

        /** {@code catalogue.DecisionSent}. */
        public String type() {
            return "catalogue.Decision" + participle;
        }
    }

    public String stream() {
        return "decision/" + id;
    }

    public boolean isProvinces() {
        return agency.value().startsWith("H");
    }
}
