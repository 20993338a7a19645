package vn.motcua.dossier;

import vn.motcua.dossier.DossierEvent.*;

/**
 * Where a dossier stands. The codes and names are the national ones; code 5 stands for two states, because an answer to a
 * demand made at intake leads back to 1 and one made in processing to 4. A draft has no code: it is no dossier yet.
 */
public enum Status {
    DRAFT(0),
    NEWLY_REGISTERED(1),
    ACCEPTED(2),
    NOT_ACCEPTED(3),
    IN_PROCESS(4),
    SUPPLEMENT_AT_INTAKE(5),
    SUPPLEMENT_IN_PROCESS(5),
    OBLIGATION_REQUESTED(6),
    WITHDRAWN(7),
    STOPPED(8),
    FINISHED(9),
    DELIVERED(10);

    private final int code;

    Status(int code) {
        this.code = code;
    }

    /** The national code, 1 to 10; 0 for a draft. */
    public int code() {
        return code;
    }

    /** The message key of the national name. */
    public String nameKey() {
        return "dossier.status." + code;
    }

    /** Whether something is still going to happen to it by itself or by the office. */
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, NOT_ACCEPTED, WITHDRAWN, STOPPED, FINISHED, DELIVERED -> false;
            case NEWLY_REGISTERED,
                    ACCEPTED,
                    IN_PROCESS,
                    SUPPLEMENT_AT_INTAKE,
                    SUPPLEMENT_IN_PROCESS,
                    OBLIGATION_REQUESTED -> true;
        };
    }

    /** Whether the legal clock runs; it stands still while the applicant has the next move. */
    public boolean clockRuns() {
        return this == ACCEPTED || this == IN_PROCESS;
    }

    /** The whole workflow in one table (domain rules §2.2). A pair that is not listed cannot happen. */
    Status after(DossierEvent event) {
        return switch (event) {
            case Submitted _ when this == DRAFT -> NEWLY_REGISTERED;
            case Claimed _ when this == NEWLY_REGISTERED || this == ACCEPTED || this == IN_PROCESS -> this;
            case FeePaid _ when this == NEWLY_REGISTERED -> NEWLY_REGISTERED;
            case FeePaid _ when this == OBLIGATION_REQUESTED -> IN_PROCESS;
            case Accepted _ when this == NEWLY_REGISTERED -> ACCEPTED;
            case Refused _ when this == NEWLY_REGISTERED -> NOT_ACCEPTED;
            case SupplementRequested _ when this == NEWLY_REGISTERED -> SUPPLEMENT_AT_INTAKE;
            case SupplementRequested _ when this == IN_PROCESS -> SUPPLEMENT_IN_PROCESS;
            case Supplemented _ when this == SUPPLEMENT_AT_INTAKE -> NEWLY_REGISTERED;
            case Supplemented _ when this == SUPPLEMENT_IN_PROCESS -> IN_PROCESS;
            case Assigned _ when this == ACCEPTED || this == IN_PROCESS -> IN_PROCESS;
            case Forwarded _ when this == IN_PROCESS -> IN_PROCESS;
            case Returned _ when this == IN_PROCESS -> IN_PROCESS;
            case Consulted _ when this == IN_PROCESS -> IN_PROCESS;
            case Levied _ when this == IN_PROCESS -> OBLIGATION_REQUESTED;
            case Apologised _ when this == IN_PROCESS || this == ACCEPTED -> this;
            case Transferred _
            when this == NEWLY_REGISTERED || this == ACCEPTED || this == IN_PROCESS -> NEWLY_REGISTERED;
            case Approved _ when this == IN_PROCESS -> FINISHED;
            case ResultSealed _ when this == FINISHED || this == DELIVERED -> this;
            case Corrected _ when this == FINISHED || this == DELIVERED -> this;
            case Delivered _ when this == FINISHED -> DELIVERED;
            case Withdrawn _ when isOpen() -> WITHDRAWN;
            case Stopped _ when this == ACCEPTED || this == IN_PROCESS -> STOPPED;
            case Closed _ when unanswered() -> STOPPED;
            case Resumed _ when this == STOPPED -> IN_PROCESS;
            case DossierEvent other -> throw new IllegalTransition(this, other);
        };
    }

    /** Waiting for something that the applicant must give: a fee, a paper. Closed when it never comes. */
    private boolean unanswered() {
        return this == NEWLY_REGISTERED
                || this == SUPPLEMENT_AT_INTAKE
                || this == SUPPLEMENT_IN_PROCESS
                || this == OBLIGATION_REQUESTED;
    }
}
