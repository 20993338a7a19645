package vn.motcua.dossier;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.dossier.DossierEvent.*;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ServiceId;

/**
 * One request of one applicant: where it stands on each of its axes. It never changes; {@link #after} gives the next one.
 *
 * @param service with {@code serviceVersion}: the version in force at submission, kept for life
 * @param obligation the fee owed for it, if any
 * @param result the file of the sealed result once there is one
 */
public record Dossier(
        DossierCode code,
        int version,
        ServiceId service,
        int serviceVersion,
        String caseCode,
        PersonId applicant,
        @Nullable PersonId onBehalfOf,
        Status status,
        Finance finance,
        @Nullable UUID obligation,
        Desk desk,
        @Nullable Decision decision,
        Way deliveryWay,
        DeliveryState delivery,
        @Nullable UUID result,
        Times times,
        Change change) {

    /** Whether money is owed. The public status is derived from all axes; this is one of them. */
    public enum Finance {
        NONE,
        DUE,
        PAID,
        WAIVED
    }

    public enum DeliveryState {
        NOT_READY,
        READY,
        HANDED,
        POSTED,
        DOWNLOADED
    }

    /** On whose desk it lies, and which leader it waits for. */
    public record Desk(@Nullable PersonId holder, @Nullable PersonId leader) {
        static final Desk EMPTY = new Desk(null, null);
    }

    /**
     * The moments that count in law.
     *
     * @param acknowledgeBy by when the applicant must hear: 8 working hours after submission, or after payment where a fee
     *     is due; null until it runs
     * @param due the promised time; moved only by an event that says why
     */
    public record Times(
            Instant submitted,
            @Nullable Instant acknowledgeBy,
            @Nullable Instant accepted,
            @Nullable Instant due,
            @Nullable Instant finished) {}

    /** Who changed it last, and when. */
    public record Change(Instant at, PersonId by) {}

    public AgencyCode agency() {
        return service.agency();
    }

    /** By when the office must act next; {@link Instant#MAX} when the next move is not the office's. */
    public Instant actBy() {
        var by = status == Status.NEWLY_REGISTERED ? times.acknowledgeBy() : status.clockRuns() ? times.due() : null;
        return by == null ? Instant.MAX : by;
    }

    /** Late is an attribute, not a state: the office must act, and the time for it has passed. */
    public boolean isLate(Instant now) {
        return now.isAfter(actBy());
    }

    /** What it becomes when something happens to it. Refuses with {@link IllegalTransition} what cannot happen now. */
    Dossier after(DossierEvent event, PersonId actor, Instant at) {
        var next = new Draftsman(this);
        next.status = status.after(event);
        switch (event) {
            case Submitted e -> next.acknowledgeBy = e.acknowledgeBy();
            case Claimed e -> next.holder = e.by();
            case FeePaid e -> {
                next.finance = Finance.PAID;
                if (status == Status.NEWLY_REGISTERED) {
                    next.acknowledgeBy = e.acknowledgeBy();
                }
            }
            case Accepted e -> {
                next.accepted = at;
                next.due = e.due();
                next.holder = actor;
            }
            case Supplemented e -> {
                if (e.due() != null) {
                    next.due = e.due();
                }
            }
            case Assigned e -> {
                next.holder = e.handler();
                next.leader = null;
            }
            case Forwarded e -> next.leader = e.leader();
            case Returned e -> {
                next.holder = e.handler();
                next.leader = null;
            }
            case Levied e -> {
                next.finance = Finance.DUE;
                next.obligation = e.obligation();
            }
            case Apologised e -> next.due = e.due();
            case Resumed e -> next.due = e.due();
            case Approved e -> {
                next.decision = e.decision();
                next.finished = at;
                next.leader = null;
                next.delivery = DeliveryState.READY;
            }
            case ResultSealed e -> next.result = e.file();
            case Delivered e ->
                next.delivery = switch (e.way()) {
                    case ONLINE -> DeliveryState.DOWNLOADED;
                    case COUNTER -> DeliveryState.HANDED;
                    case POST -> DeliveryState.POSTED;
                };
            case Transferred e -> {
                next.service = new ServiceId(service.procedure(), e.agency());
                next.holder = null;
                next.leader = null;
            }
            case Withdrawn _ -> next.end();
            case Stopped _ -> next.end();
            case Closed _ -> next.end();
            case Refused _ -> next.end();
            case SupplementRequested _ -> {}
            case Consulted _ -> {}
            case Corrected _ -> {}
        }
        return next.draw(actor, at);
    }

    /** The changing parts of a dossier, open for one step. */
    private static final class Draftsman {
        private final Dossier from;
        private ServiceId service;
        private Status status;
        private Finance finance;
        private @Nullable UUID obligation;
        private @Nullable PersonId holder;
        private @Nullable PersonId leader;
        private @Nullable Decision decision;
        private DeliveryState delivery;
        private @Nullable UUID result;
        private @Nullable Instant acknowledgeBy;
        private @Nullable Instant accepted;
        private @Nullable Instant due;
        private @Nullable Instant finished;

        Draftsman(Dossier from) {
            this.from = from;
            service = from.service;
            status = from.status;
            finance = from.finance;
            obligation = from.obligation;
            holder = from.desk.holder;
            leader = from.desk.leader;
            decision = from.decision;
            delivery = from.delivery;
            result = from.result;
            acknowledgeBy = from.times.acknowledgeBy;
            accepted = from.times.accepted;
            due = from.times.due;
            finished = from.times.finished;
        }

        /** Off every desk, and nothing is owed any more. */
        void end() {
            holder = null;
            leader = null;
            finance = finance == Finance.DUE ? Finance.WAIVED : finance;
        }

        Dossier draw(PersonId actor, Instant at) {
            return new Dossier(
                    from.code,
                    from.version + 1,
                    service,
                    from.serviceVersion,
                    from.caseCode,
                    from.applicant,
                    from.onBehalfOf,
                    status,
                    finance,
                    obligation,
                    new Desk(holder, leader),
                    decision,
                    from.deliveryWay,
                    delivery,
                    result,
                    new Times(from.times.submitted, acknowledgeBy, accepted, due, finished),
                    new Change(at, actor));
        }
    }
}
