package vn.motcua.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holidays and sessions, kept in memory; another node's change is seen within a second. */
final class Calendars {

    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final JdbcClient sql;
    private volatile @Nullable WorkingCalendar kept;
    private final AtomicLong lookedAt = new AtomicLong();

    Calendars(JdbcClient sql) {
        this.sql = sql;
    }

    /** One request a second looks whether anything changed; the others go on with what is known. */
    WorkingCalendar current() {
        var calendar = kept;
        if (calendar == null) {
            return first();
        }
        long last = lookedAt.get();
        long now = System.nanoTime();
        if (now - last < LOOK_AGAIN_NANOS || !lookedAt.compareAndSet(last, now)) {
            return calendar;
        }
        var edition = edition();
        if (calendar.edition() != edition) {
            kept = read(edition);
        }
        return java.util.Objects.requireNonNull(kept);
    }

    private synchronized WorkingCalendar first() {
        var calendar = kept;
        if (calendar == null) {
            calendar = read(edition());
            lookedAt.set(System.nanoTime());
            kept = calendar;
        }
        return calendar;
    }

    private long edition() {
        return sql.sql("select edition from time.calendar_edition")
                .query(Long.class)
                .single();
    }

    private WorkingCalendar read(long edition) {
        var days = sql.sql("select day, kind, occasion, pair from time.calendar_day")
                .query((row, _) -> new SpecialDay(
                        row.getObject("day", LocalDate.class),
                        SpecialDay.Kind.valueOf(row.getString("kind")),
                        row.getString("occasion"),
                        row.getObject("pair", LocalDate.class)))
                .list();
        var complete = sql.sql("select year from time.calendar_year where complete")
                .query(Integer.class)
                .list();
        record Row(String agency, WorkingCalendar.Period period) {}
        var rows = sql.sql("""
                select agency, weekday, opens, closes, valid_from, valid_to from time.session order by opens""")
                .query((row, _) -> new Row(
                        row.getString("agency"),
                        new WorkingCalendar.Period(
                                DayOfWeek.of(row.getInt("weekday")),
                                new Session(
                                        row.getObject("opens", LocalTime.class),
                                        row.getObject("closes", LocalTime.class)),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class))))
                .list();
        return new WorkingCalendar(
                edition,
                days.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::date, day -> day)),
                new HashSet<>(complete),
                byAgency(rows.stream()
                        .collect(Collectors.groupingBy(
                                Row::agency, Collectors.mapping(Row::period, Collectors.toUnmodifiableList())))));
    }

    private static Map<String, List<WorkingCalendar.Period>> byAgency(
            Map<String, List<WorkingCalendar.Period>> periods) {
        if (!periods.containsKey("")) {
            throw new IllegalStateException("time.session lost its default sessions (agency '')");
        }
        return Map.copyOf(periods);
    }
}
