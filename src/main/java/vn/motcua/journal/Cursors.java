package vn.motcua.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where each reader stands, and what it reads next. */
final class Cursors {

    /** How many positions one look passes over at most, so that a reader of a rare type stays short too. */
    private static final int MAX_SPAN = 5_000;

    /** A cursor in our hands: its row is locked until the transaction ends. */
    record Taken(long position, Set<String> parked) {}

    /** @param upto how far the reader has come once it has handled all of them */
    record Page(List<Recorded> events, long upto) {}

    /** A stream that somebody asked to try again. */
    record Retry(String stream, long from) {}

    private final JdbcClient sql;

    Cursors(JdbcClient sql) {
        this.sql = sql;
    }

    /** Makes the reader's cursor if it has none: at the beginning, or after all that was drawn so far. */
    void make(String reader, boolean fromTheStart) {
        sql.sql("""
                insert into journal.cursor (reader, position)
                select ?, case when ? then 0 else (select last from journal.look()) end on conflict do nothing""").params(reader, fromTheStart).update();
    }

    /** Takes the cursor for this transaction; empty where another node has it. */
    Optional<Taken> take(String reader) {
        return sql.sql("select position from journal.cursor where reader = ? for update skip locked")
                .param(reader)
                .query(Long.class)
                .optional()
                .map(position -> new Taken(position, parked(reader)));
    }

    /** A statement of its own: one snapshot for both would be older than the lock, and miss what was parked just before. */
    private Set<String> parked(String reader) {
        return Set.copyOf(sql.sql("select stream from journal.parked where reader = ?")
                .param(reader)
                .query(String.class)
                .list());
    }

    long position(String reader) {
        return sql.sql("select position from journal.cursor where reader = ?")
                .param(reader)
                .query(Long.class)
                .single();
    }

    Page page(Set<String> types, long above, long line, int limit) {
        var upto = Math.min(line, above + MAX_SPAN);
        var events = sql.sql("select " + Journal.COLUMNS + """
                 from journal.journal
                where position > ? and position <= ? and type = any (?) order by position limit ?""")
                .params(above, upto, types.toArray(String[]::new), limit)
                .query(Journal::recorded)
                .list();
        return new Page(events, events.size() < limit ? upto : events.getLast().position());
    }

    void move(String reader, long position) {
        sql.sql("update journal.cursor set position = ? where reader = ?")
                .params(position, reader)
                .update();
    }

    void park(String reader, Recorded event, String error, Instant now) {
        sql.sql("""
                insert into journal.parked (reader, stream, position, error, since) values (?, ?, ?, ?, ?)
                on conflict (reader, stream) do nothing""")
                .params(reader, event.stream(), event.position(), error, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Retry> retry(String reader) {
        return sql.sql("""
                select stream, position from journal.parked where reader = ? and again order by position limit 1""")
                .param(reader)
                .query((row, _) -> new Retry(row.getString("stream"), row.getLong("position")))
                .optional();
    }

    /** What a parked stream missed, up to the reader's cursor. */
    List<Recorded> missed(Retry retry, Set<String> types, long upto, int limit) {
        return sql.sql("select " + Journal.COLUMNS + """
                 from journal.journal
                where stream = ? and position >= ? and position <= ? and type = any (?) order by position limit ?""")
                .params(retry.stream(), retry.from(), upto, types.toArray(String[]::new), limit)
                .query(Journal::recorded)
                .list();
    }

    void unpark(String reader, String stream) {
        sql.sql("delete from journal.parked where reader = ? and stream = ?")
                .params(reader, stream)
                .update();
    }

    void stillParked(String reader, String stream, long position) {
        sql.sql("update journal.parked set position = ? where reader = ? and stream = ?")
                .params(position, reader, stream)
                .update();
    }

    void parkedAgain(String reader, String stream, long position, String error) {
        sql.sql("""
                update journal.parked set position = ?, error = ?, again = false where reader = ? and stream = ?""").params(position, error, reader, stream).update();
    }

    boolean anyToTryAgain(String reader) {
        return sql.sql("select exists (select from journal.parked where reader = ? and again)")
                .param(reader)
                .query(Boolean.class)
                .single();
    }
}
