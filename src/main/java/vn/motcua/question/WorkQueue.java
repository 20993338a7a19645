package vn.motcua.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.identity.Official;

/** The questions of the agencies that an official works for, those that must be answered first on top. */
@Repository
public class WorkQueue {

    public enum Queue {
        ASKED,
        ANSWERED,
        PUBLISHED;

        public String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Optional<Queue> of(String path) {
            return java.util.Arrays.stream(values())
                    .filter(queue -> queue.path().equals(path))
                    .findFirst();
        }
    }

    /** @param words what was asked, or the title once there is one */
    public record Row(Question question, String words) {}

    private final JdbcClient sql;

    WorkQueue(JdbcClient sql) {
        this.sql = sql;
    }

    /** At most {@code limit}, after the one at the cursor. Nobody waits for those without a due time: they come last. */
    public List<Row> page(Official official, Queue queue, @Nullable Cursor after, int limit) {
        var order = queue == Queue.PUBLISHED ? "changed_at desc, code desc" : "coalesce(due_at, 'infinity'), code";
        var beyond = queue == Queue.PUBLISHED
                ? "(q.changed_at, q.code) < (:at, :code)"
                : "(coalesce(q.due_at, 'infinity'), q.code) > (:at, :code)";
        return sql.sql("""
                        select q.*, coalesce(nullif(w.title_vi, ''), left(a.words, 200), '') as shown
                        from question.question q
                        left join question.wording w on w.code = q.code
                        left join question.asked a on a.code = q.code
                        where q.state = :state and (q.agency = any (:agencies) or q.agency like any (:below))
                          and (:first or\s""" + beyond + ") order by " + order + " limit :limit")
                .param("state", queue.name())
                .param("agencies", agencies(official, ""))
                .param("below", agencies(official, ".%"))
                .param("first", after == null)
                .param("at", after == null ? java.time.OffsetDateTime.MAX : time(after.at()))
                .param("code", after == null ? "" : after.code())
                .param("limit", limit)
                .query((row, number) -> new Row(Questions.row(row, number), row.getString("shown")))
                .list();
    }

    /** How many wait, counted no further than {@code most}. */
    public int count(Official official, Queue queue, int most) {
        return sql.sql("""
                        select count(*) from (
                            select 1 from question.question
                            where state = :state and (agency = any (:agencies) or agency like any (:below))
                            limit :most) counted
                        """)
                .param("state", queue.name())
                .param("agencies", agencies(official, ""))
                .param("below", agencies(official, ".%"))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Where a page ended. */
    public record Cursor(Instant at, String code) {

        static final Instant END = Instant.MAX;

        public static Cursor of(Queue queue, Question last) {
            var due = last.times().due();
            return new Cursor(
                    queue == Queue.PUBLISHED ? last.times().changed() : due == null ? END : due,
                    last.code().value());
        }
    }

    private static java.time.OffsetDateTime time(Instant at) {
        return at.equals(Cursor.END) ? java.time.OffsetDateTime.MAX : at.atOffset(java.time.ZoneOffset.UTC);
    }

    private static String[] agencies(Official official, String ending) {
        return official.agencies().stream().map(code -> code.value() + ending).toArray(String[]::new);
    }
}
