package vn.motcua.dossier;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.identity.Official;
import vn.motcua.time.WorkingTime;

/**
 * What an official has to do, most urgent first. Each queue is a range of an index, read from its end by keyset, so that no
 * page costs more because others have been done before.
 */
@Repository
public class Worklist {

    /** The tabs of the desk. */
    public enum Queue {
        NEW,
        MINE,
        UNIT,
        DUE_TODAY,
        LATE,
        WAITING,
        APPROVAL,
        DELIVERY;

        /** Its name in addresses: {@code due-today}. */
        public String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Queue> of(String path) {
            return java.util.Arrays.stream(values())
                    .filter(queue -> queue.path().equals(path))
                    .findFirst();
        }
    }

    /** A row and who applied. */
    public record Row(Dossier dossier, String applicant) {}

    /** The place after which a page begins: the order is by time to act, then by code. */
    public record After(Instant actBy, String code) {}

    private static final String OPEN = "('NEWLY_REGISTERED', 'ACCEPTED', 'IN_PROCESS')";

    private final JdbcClient sql;
    private final Contents contents;
    private final InstantSource clock;

    Worklist(JdbcClient sql, Contents contents, InstantSource clock) {
        this.sql = sql;
        this.contents = contents;
        this.clock = clock;
    }

    public List<Row> page(Official official, Queue queue, @Nullable After after, int limit) {
        var found = sql.sql("""
                select * from dossier.dossier
                where %s and (act_by, code) > (:after, :after_code)
                order by act_by, code limit :limit
                """.formatted(condition(queue)))
                .param("agency", official.agency().value())
                .param("below", official.agency().value() + ".%")
                .param("me", official.id().value())
                .param("now", Dossiers.time(clock.instant()))
                .param("tonight", Dossiers.time(tonight()))
                .param("after", after == null ? java.time.OffsetDateTime.MIN : Dossiers.time(after.actBy()))
                .param("after_code", after == null ? "" : after.code())
                .param("limit", limit)
                .query(Dossiers::row)
                .list();
        var applicants = contents.applicants(found);
        var rows = new ArrayList<Row>();
        for (var dossier : found) {
            var applicant = applicants.get(dossier.code().value());
            rows.add(new Row(dossier, applicant == null ? "" : applicant.fullName()));
        }
        return rows;
    }

    /** How many wait in a queue, counted no further than the limit. */
    public int count(Official official, Queue queue, int limit) {
        return sql.sql("select count(*) from (select 1 from dossier.dossier where %s limit :limit) as few"
                        .formatted(condition(queue)))
                .param("agency", official.agency().value())
                .param("below", official.agency().value() + ".%")
                .param("me", official.id().value())
                .param("now", Dossiers.time(clock.instant()))
                .param("tonight", Dossiers.time(tonight()))
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    private static String condition(Queue queue) {
        var mine = "(agency = :agency or agency like :below) and ";
        return switch (queue) {
            case NEW -> mine + "status = 'NEWLY_REGISTERED' and finance <> 'DUE'";
            case MINE -> "holder = :me and finished_at is null and status in " + OPEN;
            case UNIT -> mine + "status in " + OPEN;
            case DUE_TODAY -> mine + "status in " + OPEN + " and act_by >= :now and act_by <= :tonight";
            case LATE -> mine + "status in " + OPEN + " and act_by < :now";
            case WAITING ->
                mine + "(status in ('SUPPLEMENT_AT_INTAKE', 'SUPPLEMENT_IN_PROCESS', 'OBLIGATION_REQUESTED')"
                        + " or (status = 'NEWLY_REGISTERED' and finance = 'DUE'))";
            case APPROVAL -> "leader = :me and finished_at is null and status = 'IN_PROCESS'";
            case DELIVERY -> mine + "status = 'FINISHED'";
        };
    }

    private Instant tonight() {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE)
                .atTime(LocalTime.MAX)
                .atZone(WorkingTime.ZONE)
                .toInstant();
    }
}
