package vn.motcua.files;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.PersonId;

/** Every file that the portal holds, and the only way in. */
@Repository
public class Files {

    /**
     * Takes a file from a person: type found by content (PDF, JPEG, PNG), size limit, virus scan. Refuses with a
     * {@code Problem} that names the rule and the remedy. No database connection is held while the file streams.
     */
    public StoredFile receive(PersonId owner, String name, InputStream content) {
        throw new UnsupportedOperationException("to be written by the files room");
    }

    /** Keeps bytes that the portal made itself (a sealed PDF); they are CLEAN. Part of the running transaction. */
    public StoredFile keep(PersonId owner, String name, String mediaType, byte[] content) {
        throw new UnsupportedOperationException("to be written by the files room");
    }

    /** A file by its id, whoever owns it; the caller has checked that the asker may see it. */
    public Optional<StoredFile> find(FileId id) {
        throw new UnsupportedOperationException("to be written by the files room");
    }

    /** Those of the files that belong to the person, in one query. Unknown ones and other people's are left out. */
    public List<StoredFile> of(PersonId owner, List<FileId> ids) {
        throw new UnsupportedOperationException("to be written by the files room");
    }

    /** The plain content. */
    public byte[] content(FileId id) {
        throw new UnsupportedOperationException("to be written by the files room");
    }
}
