package vn.motcua.identity;

import java.util.Set;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;

/** Somebody who works for an agency, with the duties given to them there. */
public record Official(
        PersonId id, String userName, String fullName, String title, AgencyCode agency, Set<Duty> duties) {

    /** What an official may do. The words are those of the one-stop rules (Nghị định 118/2025/NĐ-CP). */
    public enum Duty {
        CLERK,
        HANDLER,
        LEADER,
        CATALOGUE_ADMIN,
        PAYMENT_OFFICER,
        PETITION_OFFICER,
        HOTLINE_AGENT,
        AUDITOR,
        ADMIN
    }

    public Official {
        duties = Set.copyOf(duties);
    }

    /** Whether the official works for this agency or for one above it. */
    public boolean covers(AgencyCode other) {
        return other.value().equals(agency.value()) || other.value().startsWith(agency.value() + ".");
    }

    public boolean is(Duty duty) {
        return duties.contains(duty);
    }
}
