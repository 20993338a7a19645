package vn.motcua.identity;

import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.PersonId;

/** Everybody who has an account, and the only way to their data. */
@Repository
public class People {

    /** Refuses an unknown id with an {@link IllegalStateException}: ids come from our own rows. */
    public Person citizen(PersonId id) {
        throw new UnsupportedOperationException("to be written by the identity room");
    }

    public Optional<Official> official(PersonId id) {
        throw new UnsupportedOperationException("to be written by the identity room");
    }

    /** An official by user name, {@code handler.hanoi}. */
    public Optional<Official> official(String userName) {
        throw new UnsupportedOperationException("to be written by the identity room");
    }

    /** All officials of the agency (exactly that one) with the duty, by name. */
    public java.util.List<Official> officials(vn.motcua.shared.AgencyCode agency, Official.Duty duty) {
        throw new UnsupportedOperationException("to be written by the identity room");
    }

    /** The face picture of the account (JPEG), where there is one. */
    public Optional<byte[]> portrait(PersonId id) {
        throw new UnsupportedOperationException("to be written by the identity room");
    }

    /**
     * Records that somebody read somebody's data, for the page that shows it to the person concerned (invariant 14).
     *
     * @param purpose a message key, as in {@code dossier.access.processing}
     * @param about what was read, {@code dossier/H26-261116-0001}
     */
    public void recordAccess(PersonId reader, PersonId subject, String purpose, String about) {
        throw new UnsupportedOperationException("to be written by the identity room");
    }
}
