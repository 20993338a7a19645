package vn.motcua.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Streams that a reader could not go on with; {@code doctor} shows them, and somebody who mended the cause tries again. */
@Repository
public class ParkedStreams {

    private static final int MAX_LISTED = 100;

    /**
     * One of them.
     *
     * @param position of the first event that failed
     * @param waiting how many events of the stream wait there, that one included
     */
    public record Parked(String reader, String stream, long position, String error, Instant since, long waiting) {}

    private final JdbcClient sql;

    public ParkedStreams(JdbcClient sql) {
        this.sql = sql;
    }

    /** The oldest hundred. */
    public List<Parked> list() {
        return sql.sql("""
                select reader, stream, position, error, since,
                       (select count(*) from journal.journal j
                        where j.stream = p.stream and j.position >= p.position) as waiting
                from journal.parked p order by since, reader, stream limit ?""")
                .param(MAX_LISTED)
                .query((row, _) -> new Parked(
                        row.getString("reader"),
                        row.getString("stream"),
                        row.getLong("position"),
                        row.getString("error"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getLong("waiting")))
                .list();
    }

    /**
     * Asks for another try: within a second or two a running node handles what the stream missed, in order, and goes on
     * with it, or parks it again. Answers whether the stream was parked.
     */
    public boolean tryAgain(String reader, String stream) {
        return sql.sql("update journal.parked set again = true where reader = ? and stream = ?")
                        .params(reader, stream)
                        .update()
                > 0;
    }
}
