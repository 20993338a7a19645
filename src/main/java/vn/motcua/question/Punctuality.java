package vn.motcua.question;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.AgencyCode;

/** How agencies keep the time that they have for an answer; agencies that nobody asked do not stand here. */
@Repository
public class Punctuality {

    /**
     * @param late answered too late, or still unanswered after the time; {@code waiting} unanswered and within it
     */
    public record Line(AgencyCode agency, int inTime, int late, int waiting) {

        /** Nothing has fallen due yet, so there is nothing to judge. */
        public boolean isUnmeasured() {
            return inTime + late == 0;
        }
    }

    private final JdbcClient sql;
    private final InstantSource clock;

    Punctuality(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Agencies by code. */
    public List<Line> byAgency() {
        return sql.sql("""
                        select agency,
                               count(*) filter (where released_at <= due_at) as in_time,
                               count(*) filter (where coalesce(released_at, :now) > due_at) as late,
                               count(*) filter (where released_at is null and due_at >= :now) as waiting
                        from question.question where origin = 'ASKED'
                        group by agency order by agency
                        """)
                .param("now", Questions.time(clock.instant()))
                .query((row, _) -> new Line(
                        new AgencyCode(row.getString("agency")),
                        row.getInt("in_time"),
                        row.getInt("late"),
                        row.getInt("waiting")))
                .list();
    }
}
