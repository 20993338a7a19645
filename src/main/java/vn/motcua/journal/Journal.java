package vn.motcua.journal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.shared.PersonId;

/** The record of all that happened: appended to, never changed. */
@Repository
public class Journal {

    /** A transaction that appends stays short, so that readers never wait long for it. */
    static final int MAX_ENTRIES = 200;

    /** No stream of ours has more events; a longer one is read from its rows, not from its history. */
    static final int MAX_HISTORY = 1_000;

    static final String COLUMNS =
            "position, stream, version, type, schema, at, actor, on_behalf_of, data::text as data";

    private static final String APPEND_ONE = """
            insert into journal.journal (stream, version, type, schema, at, actor, on_behalf_of, data)
            values (?, ?, ?, ?, ?, ?, ?::uuid, ?::jsonb) returning position""";

    private static final String APPEND_MANY = """
            with entry as (
                insert into journal.journal (stream, version, type, schema, at, actor, on_behalf_of, data)
                select stream, version, type, schema, ?, actor, on_behalf_of, data::jsonb
                from unnest(?::text[], ?::int[], ?::text[], ?::int[], ?::uuid[], ?::uuid[], ?::text[])
                     with ordinality as t (stream, version, type, schema, actor, on_behalf_of, data, place)
                order by place
                returning position, stream, version),
            hidden as (
                insert into journal.secret (position, name, nonce, text)
                select entry.position, s.name, s.nonce, s.text
                from unnest(?::text[], ?::int[], ?::text[], ?::bytea[], ?::text[])
                     as s (stream, version, name, nonce, text)
                join entry on entry.stream = s.stream and entry.version = s.version)
            select max(position) from entry""";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Journal(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Appends in the running transaction (there must be one), stamped with the one clock; returns the position. */
    public long append(Entry entry) {
        if (!entry.secrets().isEmpty()) {
            return appendAll(List.of(entry));
        }
        demandTransaction();
        return sql.sql(APPEND_ONE)
                .param(entry.stream())
                .param(entry.version())
                .param(entry.type())
                .param(entry.schema())
                .param(now())
                .param(entry.actor().value())
                .param(onBehalfOf(entry))
                .param(entry.data())
                .query(Long.class)
                .single();
    }

    /** Several at once, in order, in one statement; at most 200, each of another (stream, version). */
    public void append(List<Entry> entries) {
        if (!entries.isEmpty()) {
            appendAll(entries);
        }
    }

    private long appendAll(List<Entry> entries) {
        if (entries.size() > MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "At most " + MAX_ENTRIES + " events in one transaction, not " + entries.size());
        }
        demandTransaction();
        var secrets = new ArrayList<Secret>();
        for (var entry : entries) {
            entry.secrets().forEach((name, text) -> secrets.add(new Secret(entry, name, nonce(), text)));
        }
        return sql.sql(APPEND_MANY)
                .params(
                        now(),
                        entries.stream().map(Entry::stream).toArray(String[]::new),
                        entries.stream().map(Entry::version).toArray(Integer[]::new),
                        entries.stream().map(Entry::type).toArray(String[]::new),
                        entries.stream().map(Entry::schema).toArray(Integer[]::new),
                        entries.stream().map(entry -> entry.actor().value()).toArray(UUID[]::new),
                        entries.stream().map(Journal::onBehalfOf).toArray(UUID[]::new),
                        entries.stream().map(Entry::data).toArray(String[]::new),
                        secrets.stream().map(secret -> secret.entry().stream()).toArray(String[]::new),
                        secrets.stream().map(secret -> secret.entry().version()).toArray(Integer[]::new),
                        secrets.stream().map(Secret::name).toArray(String[]::new),
                        secrets.stream().map(Secret::nonce).toArray(byte[][]::new),
                        secrets.stream().map(Secret::text).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** The history of one stream, oldest first, at most 1,000 events. */
    public List<Recorded> history(String stream) {
        return sql.sql("select " + COLUMNS + " from journal.journal where stream = ? order by version, position limit "
                        + MAX_HISTORY)
                .param(stream)
                .query(Journal::recorded)
                .list();
    }

    /** The erasable words that belong to an event, by name; empty where none were given or they were erased. */
    public Map<String, String> secrets(long position) {
        record Word(String name, String text) {}
        return sql
                .sql("select name, text from journal.secret where position = ?")
                .param(position)
                .query((row, _) -> new Word(row.getString("name"), row.getString("text")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Word::name, Word::text));
    }

    /** Erases the words of an event, for ever. The event stays, and stays valid. Returns how many there were. */
    public int erase(long position) {
        return sql.sql("delete from journal.secret where position = ?")
                .param(position)
                .update();
    }

    /** Which journal this is; a restore gives it another id, and cursors kept outside the database start over. */
    public UUID id() {
        return sql.sql("select id from journal.identity").query(UUID.class).single();
    }

    /** Is told after each commit that appended something on this node; must be quick and never fail. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void silence(Runnable listener) {
        listeners.remove(listener);
    }

    private void demandTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is appended in the transaction of the change it tells of");
        }
        if (!listeners.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    listeners.forEach(Runnable::run);
                }
            });
        }
    }

    /** PostgreSQL keeps microseconds. */
    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable UUID onBehalfOf(Entry entry) {
        return entry.onBehalfOf() == null ? null : entry.onBehalfOf().value();
    }

    private record Secret(Entry entry, String name, byte[] nonce, String text) {}

    private static byte[] nonce() {
        var nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    static Recorded recorded(ResultSet row, int number) throws SQLException {
        var onBehalfOf = row.getObject("on_behalf_of", UUID.class);
        return new Recorded(
                row.getLong("position"),
                row.getString("stream"),
                row.getInt("version"),
                row.getString("type"),
                row.getInt("schema"),
                instant(row),
                new PersonId(row.getObject("actor", UUID.class)),
                onBehalfOf == null ? null : new PersonId(onBehalfOf),
                row.getString("data"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
