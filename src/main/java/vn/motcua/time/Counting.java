package vn.motcua.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One count of working time from one moment, in one agency's sessions, with its explanation growing on the way. Local
 * times of Asia/Ho_Chi_Minh, whole minutes: what is promised is what is printed.
 */
final class Counting {

    /** A same-day procedure received by this time is done today, otherwise on the next working day. */
    static final LocalTime CUT_OFF = LocalTime.of(15, 0);

    /** No sensible calendar closes an agency longer; a wrong one must not hang a request. */
    private static final int MAX_DAYS_OFF = 370;

    private final WorkingCalendar calendar;
    private final String agency;
    private final LocalDateTime received;
    private final List<Deadline.Day> explanation = new ArrayList<>();

    Counting(WorkingCalendar calendar, String agency, LocalDateTime received) {
        this.calendar = calendar;
        this.agency = agency;
        this.received = received.truncatedTo(ChronoUnit.MINUTES);
    }

    Deadline due(Limit limit) {
        var due =
                switch (limit.unit()) {
                    case WORKING_DAY -> limit.quantity() == 0 ? sameDay() : workingDays(limit.quantity());
                    case HOUR -> minutes(60L * limit.quantity());
                    case DAY -> {
                        note(received.toLocalDate(), false, "time.day.received");
                        for (int day = 1; day <= limit.quantity(); day++) {
                            var date = received.toLocalDate().plusDays(day);
                            note(date, true, "time.day.calendar");
                        }
                        yield closeOf(received.toLocalDate().plusDays(limit.quantity()));
                    }
                    case MONTH -> {
                        note(received.toLocalDate(), false, "time.day.received");
                        var last = received.toLocalDate().plusMonths(limit.quantity());
                        note(last, true, "time.day.month|" + limit.quantity());
                        yield closeOf(last);
                    }
                };
        return deadline(due);
    }

    Deadline plus(long minutes) {
        return deadline(minutes(minutes));
    }

    private Deadline deadline(LocalDateTime due) {
        return new Deadline(due.atZone(WorkingTime.ZONE).toOffsetDateTime(), explanation);
    }

    private LocalDateTime sameDay() {
        var start = start();
        var date = start.toLocalDate();
        if (!start.toLocalTime().isAfter(CUT_OFF)) {
            note(date, true, counted(date, "time.day.same"));
        } else {
            note(date, false, "time.day.after-cut-off");
            date = nextWorkingDay(date);
            note(date, true, counted(date, "time.day.same"));
        }
        return date.atTime(close(date));
    }

    private LocalDateTime workingDays(int quantity) {
        var start = start();
        var date = start.toLocalDate();
        note(date, false, "time.day.start|" + start.toLocalTime());
        for (int day = 0; day < quantity; day++) {
            date = nextWorkingDay(date);
            note(date, true, working(date));
        }
        var due = open(date.atTime(start.toLocalTime()));
        if (!due.toLocalDate().equals(date)) {
            note(due.toLocalDate(), false, "time.day.next");
        }
        return due;
    }

    private LocalDateTime minutes(long minutes) {
        var at = start();
        var date = at.toLocalDate();
        var from = at.toLocalTime();
        if (minutes == 0) {
            note(date, false, "time.day.start|" + from);
            return at;
        }
        while (true) {
            long today = 0;
            for (var session : calendar.sessions(agency, date)) {
                var opens = session.opens().isBefore(from) ? from : session.opens();
                var there = Math.max(0, ChronoUnit.MINUTES.between(opens, session.closes()));
                if (there > 0 && there >= minutes) {
                    note(date, true, counted(date, "time.day.hours|" + hours(today + minutes)));
                    return date.atTime(opens.plusMinutes(minutes));
                }
                minutes -= there;
                today += there;
            }
            note(date, today > 0, today > 0 ? counted(date, "time.day.hours|" + hours(today)) : "time.day.after-hours");
            date = nextWorkingDay(date);
            from = LocalTime.MIN;
        }
    }

    /** Close of business on the day, or on the next working day where that is off or over already. */
    private LocalDateTime closeOf(LocalDate date) {
        var last = date;
        if (calendar.sessions(agency, last).isEmpty()) {
            note(last, explanation.removeLast().counted(), off(last));
            last = nextWorkingDay(last);
        }
        if (received.isAfter(last.atTime(close(last)))) {
            last = nextWorkingDay(last);
        }
        if (!last.equals(date)) {
            note(last, false, "time.day.next");
        }
        if (!calendar.knows(last.getYear())) {
            note(last, explanation.removeLast().counted(), unsure(last));
        }
        return last.atTime(close(last));
    }

    /** When counting starts, with the days that pass before it. */
    private LocalDateTime start() {
        var start = open(received);
        var date = received.toLocalDate();
        if (start.toLocalDate().isAfter(date)
                && !calendar.sessions(agency, date).isEmpty()) {
            explanation.addFirst(new Deadline.Day(date, false, "time.day.after-hours"));
        }
        return start;
    }

    /** The moment itself where somebody works, otherwise the next opening. */
    private LocalDateTime open(LocalDateTime moment) {
        var date = moment.toLocalDate();
        var sessions = calendar.sessions(agency, date);
        for (var session : sessions) {
            if (session.holds(moment.toLocalTime())) {
                return moment;
            }
            if (moment.toLocalTime().isBefore(session.opens())) {
                return date.atTime(session.opens());
            }
        }
        if (sessions.isEmpty()) {
            note(date, false, off(date));
        }
        date = nextWorkingDay(date);
        return date.atTime(calendar.sessions(agency, date).getFirst().opens());
    }

    private LocalDate nextWorkingDay(LocalDate after) {
        for (int days = 1; days <= MAX_DAYS_OFF; days++) {
            var date = after.plusDays(days);
            if (!calendar.sessions(agency, date).isEmpty()) {
                return date;
            }
            note(date, false, off(date));
        }
        throw new IllegalStateException("The calendar has no working day within a year after " + after);
    }

    private LocalTime close(LocalDate date) {
        return calendar.sessions(agency, date).getLast().closes();
    }

    private void note(LocalDate date, boolean counted, String why) {
        explanation.add(new Deadline.Day(date, counted, why));
    }

    private String working(LocalDate date) {
        var special = calendar.special(date);
        if (special != null) {
            return special.why();
        }
        return counted(date, "time.day.working");
    }

    /** A working day of a year whose holidays are not all known says so, whatever else it could say. */
    private String counted(LocalDate date, String why) {
        return calendar.knows(date.getYear()) ? why : unsure(date);
    }

    private static String unsure(LocalDate date) {
        return "time.day.unsure|" + date.getYear();
    }

    private String off(LocalDate date) {
        var special = calendar.special(date);
        return special == null ? "time.day.weekend" : special.why();
    }

    private static String hours(long minutes) {
        return "%d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
