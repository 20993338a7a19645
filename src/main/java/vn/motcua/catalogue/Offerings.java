package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.ServiceId;

/** Every service that an agency offers online. Held in memory; a new version is published, never changed. */
@Repository
public class Offerings {

    /** The version in force now; empty for a service that nobody offers. */
    public Optional<Offering> find(ServiceId id) {
        throw new UnsupportedOperationException("to be written by the catalogue room");
    }

    /** A version that a dossier or draft keeps. */
    public Offering version(ServiceId id, int version) {
        throw new UnsupportedOperationException("to be written by the catalogue room");
    }

    /** The fee in force on the day, with its lines and the reason. */
    public Offering.Quote quote(
            Offering offering, String caseCode, Offering.Channel channel, Map<String, Object> answers, LocalDate at) {
        throw new UnsupportedOperationException("to be written by the catalogue room");
    }

    /**
     * The papers that this applicant must give: components whose condition holds, in order.
     *
     * @param applicant what conditions may ask of the account: {@code birthYear}, {@code level}
     */
    public List<Offering.Component> papers(
            Offering offering, String caseCode, Map<String, Object> answers, Map<String, Object> applicant) {
        throw new UnsupportedOperationException("to be written by the catalogue room");
    }
}
