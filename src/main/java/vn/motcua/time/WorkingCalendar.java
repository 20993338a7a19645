package vn.motcua.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether an agency works on a day, as it stood when it was read: special days, the years that are
 * completely known, and the sessions of each agency ({@code ""} is everybody else).
 */
record WorkingCalendar(
        long edition, Map<LocalDate, SpecialDay> days, Set<Integer> completeYears, Map<String, List<Period>> periods) {

    /** One session on one weekday while it is valid; {@code until} no longer belongs to it. */
    record Period(
            DayOfWeek weekday,
            Session session,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean validOn(LocalDate date) {
            return !date.isBefore(from) && (until == null || date.isBefore(until));
        }
    }

    /** The day's sessions in order; empty on a day off. A make-up day is worked like a Monday. */
    List<Session> sessions(String agency, LocalDate date) {
        var special = days.get(date);
        if (special != null && !special.works()) {
            return List.of();
        }
        var weekday = special == null ? date.getDayOfWeek() : DayOfWeek.MONDAY;
        return valid(agency, date).stream()
                .filter(period -> period.weekday() == weekday)
                .map(Period::session)
                .toList();
    }

    @Nullable
    SpecialDay special(LocalDate date) {
        return days.get(date);
    }

    /** Whether the government's notice for the year is in the calendar. */
    boolean knows(int year) {
        return completeYears.contains(year);
    }

    private List<Period> valid(String agency, LocalDate date) {
        var own = periods.getOrDefault(agency, List.of()).stream()
                .filter(period -> period.validOn(date))
                .toList();
        if (!own.isEmpty() || agency.isEmpty()) {
            return own;
        }
        var dot = agency.lastIndexOf('.');
        return valid(dot < 0 ? "" : agency.substring(0, dot), date);
    }
}
