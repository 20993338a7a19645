package vn.motcua.journal;

import java.util.Set;

/**
 * Reacts to events, each exactly once, in order within a stream: {@link #on} runs in the transaction that moves the
 * reader's cursor, so its effect must be rows in the database. An exception undoes both; after a few tries the stream is
 * parked and shown by {@code doctor}, and the others go on.
 */
public interface JournalReader {

    /** Names the cursor for ever, as in {@code dossier.seal-result}. */
    String name();

    /** The types it wants, {@code dossier.Approved}; all others pass it by. */
    Set<String> types();

    void on(Recorded event);

    /**
     * Whether a reader that never ran before starts with the first event there is. One that tells people things says no:
     * it would tell them of years long past.
     */
    default boolean fromTheStart() {
        return true;
    }
}
