package vn.motcua.files;

import java.time.Instant;
import vn.motcua.shared.PersonId;

/**
 * A file that the portal holds.
 *
 * @param name as the giver named it, cleaned: no path, no control signs, at most 200 characters; for showing only
 * @param sha256 64 lower-case hexadecimal digits, of the plain content
 * @param mediaType found in the content, never believed from the sender
 * @param state HELD while no scanner has spoken; a held file can be attached but no dossier be accepted with it
 */
public record StoredFile(
        FileId id, PersonId owner, String name, String sha256, String mediaType, long bytes, State state, Instant at) {

    /** Where the virus scan stands. Infected files are not kept at all. */
    public enum State {
        HELD,
        CLEAN
    }
}
