package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Vnd;

/** Money that somebody owes to an agency for one thing, and what became of it. */
public record Obligation(
        UUID id,
        int version,
        PayableRef payable,
        AgencyCode agency,
        PersonId payer,
        Vnd amount,
        List<Line> lines,
        State state,
        Instant madeAt,
        Instant payBy,
        @Nullable Instant paidAt,
        List<Attempt> attempts) {

    /** Where the money stands. PAID never goes back to DUE: what was paid can only be given back. */
    public enum State {
        DUE,
        PAID,
        /** Nothing is owed any more. */
        WAIVED,
        /** Not paid in time: nothing can be paid any more. The API, which knows fewer states, calls it WAIVED. */
        EXPIRED,
        REFUNDING,
        REFUNDED,
        REVERSED;

        /** The whole life of an obligation in one table. A pair that is not listed cannot happen. */
        State after(Event event) {
            var next =
                    switch (event) {
                        case PAY -> this == DUE ? PAID : null;
                        case WAIVE -> this == DUE ? WAIVED : null;
                        case EXPIRE -> this == DUE ? EXPIRED : null;
                        case REFUND -> this == PAID ? REFUNDING : null;
                        case CONFIRM_REFUND -> this == REFUNDING ? REFUNDED : null;
                        case REVERSE -> this == PAID ? REVERSED : null;
                    };
            if (next == null) {
                throw new IllegalStateException("An obligation that is " + this + " cannot " + event);
            }
            return next;
        }

        /** The state under the name that the contract promises. */
        public String published() {
            return this == EXPIRED ? WAIVED.name() : name();
        }
    }

    /** What can happen to an obligation. */
    enum Event {
        PAY,
        WAIVE,
        EXPIRE,
        REFUND,
        CONFIRM_REFUND,
        REVERSE
    }

    /** @param kind PHI or LE_PHI; {@code basis} the number of the legal text */
    public record Line(String kind, String name, Vnd amount, String basis) {}

    /** @param reference our own, unique for ever; what the gateway and the contract call the attempt */
    public record Attempt(String reference, String channel, AttemptState state, Instant at) {}

    /** Where an attempt to pay stands; PENDING and CLEARING are live. */
    public enum AttemptState {
        PENDING,
        CLEARING,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        EXPIRED;

        public boolean live() {
            return this == PENDING || this == CLEARING;
        }

        /**
         * The whole life of an attempt in one table. Gateways repeat themselves and come late, so nothing is refused: what
         * changes nothing leaves the state as it is, and a late success counts even after the attempt had ended.
         */
        AttemptState after(AttemptEvent event) {
            return switch (event) {
                case SUCCEED -> SUCCEEDED;
                case CLEAR -> this == PENDING ? CLEARING : this;
                case FAIL -> live() ? FAILED : this;
                case CANCEL -> live() ? CANCELLED : this;
                case EXPIRE -> this == PENDING ? EXPIRED : this; // clearing money is on its way: it is waited for
            };
        }
    }

    /** What a gateway, a payer or the clock can say of an attempt. */
    enum AttemptEvent {
        CLEAR,
        SUCCEED,
        FAIL,
        CANCEL,
        EXPIRE
    }

    /** The attempt that the payer may still finish, if there is one. */
    public java.util.Optional<Attempt> live() {
        return attempts.stream().filter(attempt -> attempt.state().live()).findFirst();
    }
}
