package vn.motcua.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/**
 * Takes in the calendar of one year, as the government's notice gives it, and replaces what was known of that year. Due
 * dates that were promised stay as they are. Lines of five fields, separated by semicolons, {@code #} starts a comment:
 *
 * <pre>
 * year;2027;complete;TB 1234/TB-BNV
 * 2027-02-05;HOLIDAY;tet;;TB 1234/TB-BNV
 * 2027-05-10;SWAP_OFF;swap;2027-05-15;TB 1234/TB-BNV
 * 2027-05-15;MAKEUP_WORKDAY;swap;2027-05-10;TB 1234/TB-BNV
 * </pre>
 *
 * A line {@code year;2027;partial;…} says that more is to come. All mistakes are told at once, each with its line.
 */
public final class ImportCalendar {

    private static final int MAX_LINES = 400;
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2200;

    private record Day(SpecialDay day, String basis) {}

    private record Year(int year, boolean complete, String source) {}

    private final JdbcClient sql;
    private final TransactionOperations transaction;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();
    private @Nullable Year year;

    public ImportCalendar(JdbcClient sql, TransactionOperations transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Imports the file's lines and answers how many special days the year has; refuses the whole file at any mistake. */
    public int run(List<String> lines) {
        mistakes.clear();
        days.clear();
        year = null;
        for (int number = 1; number <= lines.size() && number <= MAX_LINES; number++) {
            var line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(number, line.split(";", -1));
            }
        }
        if (lines.size() > MAX_LINES) {
            wrong(MAX_LINES + 1, "file", "time.calendar.too-long");
        }
        var read = year;
        if (read == null) {
            wrong(1, "year", "time.calendar.year");
        }
        checkDays(read);
        if (read == null || !mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        transaction.executeWithoutResult(_ -> write(read));
        return days.size();
    }

    private void read(int number, String[] fields) {
        try {
            if (fields[0].equals("year") && fields.length == 4 && year == null) {
                var complete = fields[2].equals("complete");
                if (!complete && !fields[2].equals("partial")) {
                    wrong(number, "complete", "time.calendar.complete");
                }
                year = new Year(Integer.parseInt(fields[1]), complete, fields[3].strip());
                if (year.year() < EARLIEST_YEAR
                        || year.year() > LATEST_YEAR
                        || year.source().isEmpty()) {
                    wrong(number, "year", "time.calendar.year");
                }
                return;
            }
            if (fields.length != 5 || fields[2].isBlank() || fields[4].isBlank()) {
                wrong(number, "line", "time.calendar.fields");
                return;
            }
            var pair = fields[3].isBlank() ? null : LocalDate.parse(fields[3].strip());
            var kind = SpecialDay.Kind.valueOf(fields[1].strip());
            days.add(new Day(
                    new SpecialDay(LocalDate.parse(fields[0].strip()), kind, fields[2].strip(), pair),
                    fields[4].strip()));
        } catch (DateTimeException _) {
            wrong(number, "day", "time.calendar.day");
        } catch (NumberFormatException _) {
            wrong(number, "year", "time.calendar.year");
        } catch (IllegalArgumentException _) {
            wrong(number, "kind", "time.calendar.kind");
        }
    }

    private void checkDays(@Nullable Year of) {
        var seen = new HashSet<LocalDate>();
        for (var day : days) {
            var special = day.day();
            var field = special.date().toString();
            if (!seen.add(special.date())) {
                mistakes.add(Mistake.of(field, "time.calendar.twice"));
            }
            if (of != null && special.date().getYear() != of.year()) {
                mistakes.add(Mistake.of(field, "time.calendar.other-year", String.valueOf(of.year())));
            }
            var swap = special.kind() == SpecialDay.Kind.SWAP_OFF || special.works();
            if (swap ? !pairs(special) : special.pair() != null) {
                mistakes.add(Mistake.of(field, "time.calendar.pair"));
            }
        }
    }

    private boolean pairs(SpecialDay one) {
        return days.stream()
                .map(Day::day)
                .anyMatch(other -> other.date().equals(one.pair())
                        && one.date().equals(other.pair())
                        && other.works() != one.works());
    }

    private void write(Year of) {
        sql.sql("""
                insert into time.calendar_year (year, complete, source) values (?, ?, ?)
                on conflict (year) do update set complete = excluded.complete, source = excluded.source""").params(of.year(), of.complete(), of.source()).update();
        sql.sql("delete from time.calendar_day where year = ?").param(of.year()).update();
        for (var day : days) {
            sql.sql("""
                    insert into time.calendar_day (day, year, kind, occasion, pair, basis, verified)
                    values (?, ?, ?, ?, ?::date, ?, true)""")
                    .param(day.day().date())
                    .param(of.year())
                    .param(day.day().kind().name())
                    .param(day.day().occasion())
                    .param(day.day().pair())
                    .param(day.basis())
                    .update();
        }
        sql.sql("update time.calendar_edition set edition = edition + 1").update();
    }

    private void wrong(int line, String field, String code) {
        mistakes.add(Mistake.of("line " + line + ", " + field, code));
    }
}
