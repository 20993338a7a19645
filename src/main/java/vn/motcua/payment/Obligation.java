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

    public enum State {
        DUE,
        PAID,
        WAIVED,
        REFUNDING,
        REFUNDED,
        REVERSED
    }

    /** @param kind PHI or LE_PHI; {@code basis} the number of the legal text */
    public record Line(String kind, String name, Vnd amount, String basis) {}

    /** @param reference our own, unique for ever; what the gateway and the contract call the attempt */
    public record Attempt(String reference, String channel, AttemptState state, Instant at) {}

    public enum AttemptState {
        PENDING,
        CLEARING,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        EXPIRED
    }
}
