package vn.motcua.identity;

import java.util.List;
import java.util.Set;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;

/**
 * Somebody who works for an agency, with the duties given to them there.
 *
 * @param further agencies they serve beyond the one that employs them
 */
public record Official(
        PersonId id,
        String userName,
        String fullName,
        String title,
        AgencyCode agency,
        Set<Duty> duties,
        Set<AgencyCode> further) {

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
        further = Set.copyOf(further);
    }

    public Official(PersonId id, String userName, String fullName, String title, AgencyCode agency, Set<Duty> duties) {
        this(id, userName, fullName, title, agency, duties, Set.of());
    }

    /** Whether the official works for this agency or for one above it. */
    public boolean covers(AgencyCode other) {
        return within(other, agency) || further.stream().anyMatch(mine -> within(other, mine));
    }

    /** The agencies the official works for, the employing one first. */
    public List<AgencyCode> agencies() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(agency),
                        further.stream()
                                .filter(code -> !code.equals(agency))
                                .sorted(java.util.Comparator.comparing(AgencyCode::value)))
                .toList();
    }

    private static boolean within(AgencyCode other, AgencyCode mine) {
        return other.value().equals(mine.value()) || other.value().startsWith(mine.value() + ".");
    }

    public boolean is(Duty duty) {
        return duties.contains(duty);
    }
}
