package vn.motcua.identity;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.PersonId;
import vn.motcua.time.WorkingTime;

/** Who read whose data: written by {@link People#recordAccess}, read by the person concerned and by auditors. */
@Repository
public class Accesses {

    /** One reading. The purpose is a message key, the reader's name empty for the portal itself. */
    public record Access(long id, String reader, String purpose, String about, OffsetDateTime at) {}

    private record Row(long id, UUID reader, String purpose, String about, OffsetDateTime at) {}

    private final JdbcClient sql;
    private final People people;

    Accesses(JdbcClient sql, People people) {
        this.sql = sql;
        this.people = people;
    }

    /** Readings of the person's data, newest first, after the given one. */
    public List<Access> of(PersonId subject, @Nullable Long after, int limit) {
        var rows = sql.sql("""
                        select id, reader, purpose, about, at from identity.access
                        where subject = ? and id < ? order by id desc limit ?
                        """)
                .params(subject.value(), after == null ? Long.MAX_VALUE : after, limit)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getObject("reader", UUID.class),
                        row.getString("purpose"),
                        row.getString("about"),
                        row.getTimestamp("at")
                                .toInstant()
                                .atZone(WorkingTime.ZONE)
                                .toOffsetDateTime()))
                .list();
        var names = people.names(rows.stream().map(Row::reader).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Access(row.id, names.getOrDefault(row.reader, ""), row.purpose, row.about, row.at))
                .toList();
    }
}
