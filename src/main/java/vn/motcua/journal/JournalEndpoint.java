package vn.motcua.journal;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/journal} on the management port: whether all readers have caught up, and the longest lag seen. */
@Component
@Endpoint(id = "journal")
class JournalEndpoint {

    private final JournalReaders readers;

    JournalEndpoint(JournalReaders readers) {
        this.readers = readers;
    }

    @ReadOperation
    JournalReaders.Progress progress() {
        return readers.progress();
    }

    /** Forgets the longest lag, at the start of a measurement. */
    @DeleteOperation
    void forget() {
        readers.forgetLongestLag();
    }
}
