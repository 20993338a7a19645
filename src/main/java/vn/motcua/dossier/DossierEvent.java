package vn.motcua.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.time.Limit;

/**
 * What can happen to a dossier: kept as its history in the journal, applied to its status, read by every other room.
 * Events carry codes, times, amounts and states; the words that people wrote lie in the journal's erasable secrets under
 * the names {@code reason}, {@code note}, {@code remedy} and {@code legalBasis}.
 */
public sealed interface DossierEvent {

    /** Handed in; the acknowledgement clock of 8 working hours starts unless a fee is due first. */
    record Submitted(
            String service,
            int serviceVersion,
            String caseCode,
            boolean feeDue,
            @Nullable Instant acknowledgeBy) implements DossierEvent {}

    /** An official took it from the queue. */
    record Claimed(PersonId by) implements DossierEvent {}

    /** The fee of an obligation came in; at intake the acknowledgement clock starts now. */
    record FeePaid(
            UUID obligation, long amountVnd, @Nullable Instant acknowledgeBy) implements DossierEvent {}

    /** Received by the one-stop unit; form 01 exists from now, and the promised time. */
    record Accepted(Limit limit, Instant due) implements DossierEvent {}

    /** Not received, with a reason, its law and what mends it (form 03). */
    record Refused() implements DossierEvent {}

    /** Something must be added (form 02); the clock stands still until it comes or the day passes. */
    record SupplementRequested(List<String> items, LocalDate until) implements DossierEvent {}

    /** What was asked came; in processing the clock goes on with a new due time. */
    record Supplemented(@Nullable Instant due) implements DossierEvent {}

    /** Given to a case handler. */
    record Assigned(PersonId handler) implements DossierEvent {}

    /** The handler proposes a decision to the approving leader. */
    record Forwarded(PersonId leader) implements DossierEvent {}

    /** The leader gives it back to the handler. */
    record Returned(PersonId handler) implements DossierEvent {}

    /** Another agency was asked, beside the processing. */
    record Consulted(AgencyCode agency, LocalDate until) implements DossierEvent {}

    /** Money is owed that was fixed during processing; the clock stands still. */
    record Levied(UUID obligation, long amountVnd) implements DossierEvent {}

    /** Late, with an apology, its reason and the one new time (form 04). */
    record Apologised(Instant due) implements DossierEvent {}

    /** Given to the agency that is competent; intake begins again there. */
    record Transferred(AgencyCode agency) implements DossierEvent {}

    /** Decided: granted or, in writing and with reasons, not. The result is sealed by a reader. */
    record Approved(Decision decision, boolean onTime) implements DossierEvent {}

    /** The result exists as a sealed paper. */
    record ResultSealed(UUID file, String sha256) implements DossierEvent {}

    /** The result was corrected or replaced. */
    record Corrected() implements DossierEvent {}

    /** The applicant has the result. */
    record Delivered(Way way) implements DossierEvent {}

    /** The applicant does not want it any more. */
    record Withdrawn() implements DossierEvent {}

    /** The authority stopped it, with a reason (form 05). */
    record Stopped() implements DossierEvent {}

    /** Ended because what the applicant had to give did not come in time: {@code UNPAID}, {@code UNANSWERED}. */
    record Closed(String cause) implements DossierEvent {}

    /** The authority takes a stopped one up again. */
    record Resumed(Instant due) implements DossierEvent {}

    /** What the leader decides. */
    enum Decision {
        GRANT,
        REFUSE
    }

    /** The name in the journal, {@code dossier.Accepted}. */
    default String type() {
        return "dossier." + getClass().getSimpleName();
    }
}
