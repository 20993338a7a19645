package vn.motcua.journal;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** The record of all that happened: appended to, never changed. */
@Repository
public class Journal {

    /** Appends in the running transaction (there must be one), stamped with the one clock; returns the position. */
    public long append(Entry entry) {
        throw new UnsupportedOperationException("to be written by the journal room");
    }

    /** Several at once, in order, in one statement. */
    public void append(List<Entry> entries) {
        throw new UnsupportedOperationException("to be written by the journal room");
    }

    /** The history of one stream, oldest first, at most 1,000 events. */
    public List<Recorded> history(String stream) {
        throw new UnsupportedOperationException("to be written by the journal room");
    }

    /** The erasable words that belong to an event, by name; empty where none were given or they were erased. */
    public Map<String, String> secrets(long position) {
        throw new UnsupportedOperationException("to be written by the journal room");
    }
}
