package vn.motcua.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The calendar that comes with the release, read from the scripts that bring it into a new database, so that there is one
 * list of holidays; for checks that need no portal. Everybody works in the default sessions.
 */
final class ShippedCalendar {

    private static final Pattern YEAR = Pattern.compile("\\((\\d{4}), (true|false), '");
    private static final Pattern DAY = Pattern.compile(
            "\\('(\\d{4}-\\d{2}-\\d{2})', \\d{4}, '([A-Z_]+)', '((?:[^']|'')*)', (null|'(\\d{4}-\\d{2}-\\d{2})'),");
    private static final Pattern HALF =
            Pattern.compile("\\((?:time )?'(\\d{2}:\\d{2})', (?:time )?'(\\d{2}:\\d{2})'\\)");

    private ShippedCalendar() {}

    static WorkingCalendar read() {
        var holidays = script("V4__list_holidays.sql");
        var complete = new HashSet<Integer>();
        for (var year = YEAR.matcher(holidays); year.find(); ) {
            if (Boolean.parseBoolean(year.group(2))) {
                complete.add(Integer.parseInt(year.group(1)));
            }
        }
        var days = new HashMap<LocalDate, SpecialDay>();
        for (var day = DAY.matcher(holidays); day.find(); ) {
            var date = LocalDate.parse(day.group(1));
            var kind = SpecialDay.Kind.valueOf(day.group(2));
            days.put(date, new SpecialDay(date, kind, day.group(3).replace("''", "'"), date(day.group(5))));
        }
        return new WorkingCalendar(1, Map.copyOf(days), complete, Map.of("", sessions()));
    }

    private static List<WorkingCalendar.Period> sessions() {
        var sessions = new ArrayList<WorkingCalendar.Period>();
        for (var half = HALF.matcher(script("V3__create_session.sql")); half.find(); ) {
            var session = new Session(LocalTime.parse(half.group(1)), LocalTime.parse(half.group(2)));
            for (int day = 1; day <= 5; day++) {
                sessions.add(new WorkingCalendar.Period(DayOfWeek.of(day), session, LocalDate.of(2000, 1, 1), null));
            }
        }
        return List.copyOf(sessions);
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static String script(String name) {
        try (var file = ShippedCalendar.class.getResourceAsStream("/db/migration/time/" + name)) {
            return new String(java.util.Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
