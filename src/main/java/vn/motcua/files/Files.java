package vn.motcua.files;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/** Every file that the portal holds, and the only way in. */
@Repository
public class Files {

    /** How long a request waits for a place in memory before it is told to come back. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final RowMapper<StoredFile> FILE = (row, _) -> new StoredFile(
            new FileId(row.getObject("id", UUID.class)),
            new PersonId(row.getObject("owner", UUID.class)),
            row.getString("name"),
            HexFormat.of().formatHex(row.getBytes("sha256")),
            row.getString("media_type"),
            row.getLong("bytes"),
            StoredFile.State.valueOf(row.getString("state")),
            row.getObject("at", OffsetDateTime.class).toInstant());

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Blobs blobs;
    private final Door door;
    private final Semaphore places;

    Files(JdbcClient sql, TransactionOperations transactions, InstantSource clock, Blobs blobs, Door door) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.blobs = blobs;
        this.door = door;
        this.places = new Semaphore(door.settings().parallel(), true);
    }

    /**
     * Takes a file from a person: type found by content (PDF, JPEG, PNG), size limit, virus scan. Refuses with a
     * {@code Problem} that names the rule and the remedy. No database connection is held while the file streams, so it must
     * not be called inside a transaction.
     */
    public StoredFile receive(PersonId owner, String name, InputStream content) {
        try (var upload = read(name, content)) {
            var checked = check(owner, upload);
            return java.util.Objects.requireNonNull(transactions.execute(_ -> enter(checked)));
        }
    }

    /** As {@link #receive}, for a blank form that an agency publishes: PDF, or DOCX and XLSX without macros or traps. */
    public StoredFile receiveForm(PersonId owner, String name, InputStream content) {
        try (var upload = read(name, content)) {
            var checked = check(owner, upload, door.formType(upload));
            return java.util.Objects.requireNonNull(transactions.execute(_ -> enter(checked)));
        }
    }

    /** The first of the three steps of {@link #receive}: the bytes, at most the limit. To be closed. */
    public Upload read(String name, InputStream content) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.later(Problem.Kind.MAINTENANCE, PATIENCE, "files.upload.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.later(Problem.Kind.MAINTENANCE, PATIENCE, "files.upload.busy");
        }
        var once = new AtomicBoolean();
        Runnable free = () -> {
            if (once.compareAndSet(false, true)) {
                places.release();
            }
        };
        try {
            return Upload.read(name, content, door.settings().maxSize().toBytes(), free);
        } catch (RuntimeException e) {
            free.run();
            throw e;
        }
    }

    /** The second step, without a database connection: type, traps, virus scan; then the bytes are on the disk. */
    public Checked check(PersonId owner, Upload upload) {
        return check(owner, upload, door.mediaType(upload));
    }

    private Checked check(PersonId owner, Upload upload, String mediaType) {
        var state = door.scan(upload);
        var blob = blobs.put(upload.sha256(), upload.content());
        var name = CleanName.of(upload.name(), mediaType);
        return new Checked(owner, name, upload.sha256(), blob, mediaType, upload.content().length, state);
    }

    /** The third step, in the running transaction: the row that makes it count. Refuses past the daily limits. */
    @Transactional
    public StoredFile enter(Checked file) {
        refuseTooMany(file);
        return insert(file, false);
    }

    /** Keeps bytes that the portal made itself (a sealed PDF); they are CLEAN. Part of the running transaction. */
    @Transactional
    public StoredFile keep(PersonId owner, String name, String mediaType, byte[] content) {
        var sha256 = Upload.sha256(content);
        var blob = blobs.put(sha256, content);
        var clean = CleanName.of(name, mediaType);
        return insert(new Checked(owner, clean, sha256, blob, mediaType, content.length, StoredFile.State.CLEAN), true);
    }

    /** A file by its id, whoever owns it; the caller has checked that the asker may see it. */
    public Optional<StoredFile> find(FileId id) {
        return sql.sql("select * from files.file where id = ?")
                .param(id.value())
                .query(FILE)
                .optional();
    }

    /** Those of the files that belong to the person, in one query. Unknown ones and other people's are left out. */
    public List<StoredFile> of(PersonId owner, List<FileId> ids) {
        return sql.sql("select * from files.file where id = any(?) and owner = ?")
                .params(uuids(ids), owner.value())
                .query(FILE)
                .list();
    }

    /** Those of the files that no scanner has spoken of yet; a dossier with one of them must not be accepted. */
    public List<StoredFile> held(List<FileId> ids) {
        return sql.sql("select * from files.file where id = any(?) and state = 'HELD'")
                .param(uuids(ids))
                .query(FILE)
                .list();
    }

    /** Whether all of them are there and found clean: neither waiting for a scanner nor removed because it found something. */
    public boolean allClean(List<FileId> ids) {
        var different = ids.stream().distinct().toList();
        return different.isEmpty()
                || sql.sql("select count(*) from files.file where id = any(?) and state = 'CLEAN'")
                                .param(uuids(different))
                                .query(Long.class)
                                .single()
                        == different.size();
    }

    /** The plain content. Refuses a file that is not there (any more) with a {@code Problem}. */
    public byte[] content(FileId id) {
        return sql.sql("select blob, sha256 from files.file where id = ?")
                .param(id.value())
                .query((row, _) -> new byte[][] {row.getBytes(1), row.getBytes(2)})
                .optional()
                .map(found -> blobs.get(found[0], found[1]))
                .orElseThrow(() -> Problem.notFound("files.file.not-found"));
    }

    /** Takes a file away, as when a draft is thrown away; its bytes leave the disk when no other file has them. */
    @Transactional
    public void remove(FileId id) {
        sql.sql("delete from files.file where id = ?").param(id.value()).update();
    }

    /** The largest file that is taken, in bytes; pages say it. */
    public long maxBytes() {
        return door.settings().maxSize().toBytes();
    }

    private void refuseTooMany(Checked file) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("files.owner/" + file.owner())
                .query((_, _) -> 0)
                .single();
        var since = clock.instant().minus(Duration.ofDays(1));
        var fits = sql.sql("""
                        select count(*) < ? and coalesce(sum(bytes), 0) + ? <= ?
                        from files.file where owner = ? and at > ? and not made_here
                        """)
                .params(
                        door.settings().dailyFiles(),
                        file.bytes(),
                        door.settings().dailySize().toBytes(),
                        file.owner().value(),
                        utc(since))
                .query(Boolean.class)
                .single();
        if (!fits) {
            throw Problem.later(
                    Problem.Kind.TOO_MANY,
                    Duration.ofHours(1),
                    "files.upload.daily",
                    door.settings().dailyFiles(),
                    door.settings().dailySize().toMegabytes());
        }
    }

    private StoredFile insert(Checked file, boolean madeHere) {
        var at = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        var held = file.state() == StoredFile.State.HELD;
        var id = UUID.randomUUID();
        sql.sql("""
                        insert into files.file
                            (id, owner, name, sha256, blob, media_type, bytes, state, made_here, at, scan_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(file.owner().value())
                .param(file.name())
                .param(file.sha256())
                .param(file.blob())
                .param(file.mediaType())
                .param(file.bytes())
                .param(file.state().name())
                .param(madeHere)
                .param(utc(at))
                .param(held ? utc(at.plus(door.settings().scanAgain())) : null)
                .update();
        return new StoredFile(
                new FileId(id),
                file.owner(),
                file.name(),
                HexFormat.of().formatHex(file.sha256()),
                file.mediaType(),
                file.bytes(),
                file.state(),
                at);
    }

    private static UUID[] uuids(List<FileId> ids) {
        return ids.stream().map(FileId::value).toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
