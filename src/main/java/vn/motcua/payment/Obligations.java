package vn.motcua.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Vnd;

/**
 * What is owed and what was paid. Appends to the stream {@code obligation/<id>}: {@code payment.Demanded},
 * {@code payment.AttemptStarted}, {@code payment.Paid} {payable, amountVnd, reference, channel}, {@code payment.AttemptEnded},
 * {@code payment.Expired}.
 */
@Repository
public class Obligations {

    /** Writes a demand down in the running transaction; one for each payable and purpose. */
    public Obligation demand(
            PayableRef payable,
            AgencyCode agency,
            PersonId payer,
            Vnd amount,
            List<Obligation.Line> lines,
            Instant payBy) {
        throw new UnsupportedOperationException("to be written by the payment room");
    }

    public List<Obligation> of(PayableRef payable) {
        throw new UnsupportedOperationException("to be written by the payment room");
    }

    /** The payer's own; somebody else's looks like none. */
    public Optional<Obligation> of(PersonId payer, UUID id) {
        throw new UnsupportedOperationException("to be written by the payment room");
    }

    /** Ends what is still due (the thing was closed or withdrawn), cancelling a live attempt; paid ones stay as they are. */
    public void waive(PayableRef payable, PersonId actor, String reasonKey) {
        throw new UnsupportedOperationException("to be written by the payment room");
    }
}
