package vn.motcua.files;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.PersonId;
import vn.motcua.time.DueWork;

/**
 * Asks the scanner again about files that it has not spoken of. A clean one becomes CLEAN; an infected one is taken away
 * with all its twins, and the journal says {@code files.Infected}, so that its owner is told.
 */
@Component
class ScanHeld implements DueWork {

    private record Waiting(UUID id, byte[] blob, byte[] sha256) {}

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Blobs blobs;
    private final Door door;
    private final Journal journal;

    ScanHeld(JdbcClient sql, TransactionOperations transactions, Blobs blobs, Door door, Journal journal) {
        this.sql = sql;
        this.transactions = transactions;
        this.blobs = blobs;
        this.door = door;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "files.scan-held";
    }

    @Override
    public Optional<Instant> next() {
        return sql.sql("select scan_at from files.file where state = 'HELD' order by scan_at limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void run(Instant until) {
        for (var waiting = take(until); waiting.isPresent(); waiting = take(until)) {
            var file = waiting.get();
            switch (door.ask(blobs.get(file.blob(), file.sha256()))) {
                case CLEAN -> release(file);
                case INFECTED -> expel(file);
                case NO_ANSWER -> {
                    return; // the others would not be answered either; each keeps its turn
                }
            }
        }
    }

    /** The next one, put off first by as long as it has waited (10 minutes at most), so that another node or a crash leaves it for later; no lock is held while scanning. */
    private Optional<Waiting> take(Instant until) {
        return sql.sql("""
                        update files.file
                        set scan_at = ?::timestamptz + greatest(make_interval(secs => ?), least(?::timestamptz - at, interval '10 minutes'))
                        where id = (
                            select id from files.file where state = 'HELD' and scan_at <= ?
                            order by scan_at limit 1 for update skip locked)
                        returning id, blob, sha256
                        """)
                .params(Files.utc(until), door.settings().scanAgain().toSeconds(), Files.utc(until), Files.utc(until))
                .query((row, _) -> new Waiting(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)))
                .optional();
    }

    private void release(Waiting file) {
        sql.sql("update files.file set state = 'CLEAN', scan_at = null where blob = ? and state = 'HELD'")
                .param(file.blob())
                .update();
    }

    private void expel(Waiting file) {
        transactions.executeWithoutResult(_ -> {
            var gone = sql.sql("delete from files.file where blob = ? returning id, owner, name")
                    .param(file.blob())
                    .query((row, _) -> infected(
                            row.getObject(1, UUID.class),
                            new PersonId(row.getObject(2, UUID.class)),
                            row.getString(3),
                            file.sha256()))
                    .list();
            if (!gone.isEmpty()) {
                journal.append(gone);
            }
        });
        blobs.delete(file.blob());
    }

    private static Entry infected(UUID id, PersonId owner, String name, byte[] sha256) {
        var data = "{\"file\":\"%s\",\"owner\":\"%s\",\"sha256\":\"%s\"}"
                .formatted(id, owner, HexFormat.of().formatHex(sha256));
        return new Entry("file/" + id, 1, "files.Infected", 1, PersonId.SYSTEM, null, data, Map.of("name", name));
    }
}
