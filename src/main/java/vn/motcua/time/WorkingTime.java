package vn.motcua.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.shared.AgencyCode;

/**
 * Working time as officials keep it: sessions, weekends, holidays, swaps and make-up days (domain rules §2.4). Counts in
 * whole minutes of Asia/Ho_Chi_Minh. Where no agency is named the default sessions hold, 08:00–12:00 and 13:30–17:30.
 */
@Component
public class WorkingTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Logger LOG = LoggerFactory.getLogger(WorkingTime.class);

    private final Supplier<WorkingCalendar> calendars;
    private final Set<Integer> warned = ConcurrentHashMap.newKeySet();

    @Autowired
    public WorkingTime(JdbcClient sql) {
        this(new Calendars(sql)::current);
    }

    private WorkingTime(Supplier<WorkingCalendar> calendars) {
        this.calendars = calendars;
    }

    /** Working time by the calendar that comes with the release, whatever a portal has imported since; needs no database. */
    public static WorkingTime shipped() {
        var calendar = ShippedCalendar.read();
        return new WorkingTime(() -> calendar);
    }

    /** When something received at {@code from} is due, counted in the default sessions. */
    public Deadline due(Instant from, Limit limit) {
        return due(from, limit, null);
    }

    /** When something received at {@code from} is due, counted in the agency's own sessions. */
    public Deadline due(Instant from, Limit limit, @Nullable AgencyCode agency) {
        return told(counting(from, agency).due(limit));
    }

    /** The moment after so many working minutes: a stopped clock goes on from {@code from} with what remained. */
    public Deadline plusWorkingMinutes(Instant from, long minutes) {
        return plusWorkingMinutes(from, minutes, null);
    }

    /** As {@link #plusWorkingMinutes(Instant, long)} in the agency's own sessions; refuses a negative number. */
    public Deadline plusWorkingMinutes(Instant from, long minutes, @Nullable AgencyCode agency) {
        if (minutes < 0) {
            throw new IllegalArgumentException("Working time only goes on, not back by " + -minutes + " minutes");
        }
        return told(counting(from, agency).plus(minutes));
    }

    /** Working minutes between the two moments; 0 where the second is not after the first. */
    public long workingMinutesBetween(Instant from, Instant to) {
        return workingMinutesBetween(from, to, null);
    }

    /** As {@link #workingMinutesBetween(Instant, Instant)} in the agency's own sessions. */
    public long workingMinutesBetween(Instant from, Instant to, @Nullable AgencyCode agency) {
        var calendar = calendars.get();
        var begin = local(from).truncatedTo(ChronoUnit.MINUTES);
        var end = local(to).truncatedTo(ChronoUnit.MINUTES);
        long minutes = 0;
        for (var date = begin.toLocalDate(); !date.isAfter(end.toLocalDate()); date = date.plusDays(1)) {
            for (var session : calendar.sessions(code(agency), date)) {
                var opens = later(date.atTime(session.opens()), begin);
                var closes = earlier(date.atTime(session.closes()), end);
                minutes += Math.max(0, ChronoUnit.MINUTES.between(opens, closes));
            }
        }
        return minutes;
    }

    /** Whether anybody works on the day in the default sessions. */
    public boolean isWorkingDay(LocalDate date) {
        return !calendars.get().sessions("", date).isEmpty();
    }

    /** The years of the span whose holidays are not all known; {@code doctor} asks for this year and the next. */
    public List<Integer> yearsWithoutCalendar(int first, int last) {
        var calendar = calendars.get();
        return IntStream.rangeClosed(first, last)
                .filter(year -> !calendar.knows(year))
                .boxed()
                .toList();
    }

    private Counting counting(Instant from, @Nullable AgencyCode agency) {
        return new Counting(calendars.get(), code(agency), local(from));
    }

    private Deadline told(Deadline deadline) {
        var year = deadline.due().getYear();
        if (!calendars.get().knows(year) && warned.add(year)) {
            LOG.warn("The holidays of {} are not all known: import its calendar, deadlines in it are uncertain", year);
        }
        return deadline;
    }

    private static String code(@Nullable AgencyCode agency) {
        return agency == null ? "" : agency.value();
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZONE);
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }
}
