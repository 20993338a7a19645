package vn.motcua.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.shared.AgencyCode;

class WorkingTimeTest {

    private static final AgencyCode WINTER = new AgencyCode("H10");
    private static final AgencyCode SATURDAY = new AgencyCode("H11");

    private static TestDatabase.Fresh database;
    private static WorkingTime time;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.fresh();
        JdbcClient.create(database.owner()).sql("""
                insert into time.session (agency, weekday, opens, closes, valid_from, valid_to)
                select 'H10', weekday, opens, closes, valid_from, valid_to
                from generate_series(1, 5) as weekday,
                     (values (time '07:00', time '11:30', date '2026-04-16', date '2026-10-16'),
                             (time '13:30', time '17:00', date '2026-04-16', date '2026-10-16'),
                             (time '07:30', time '11:30', date '2026-10-16', null),
                             (time '13:30', time '17:00', date '2026-10-16', null))
                     as season (opens, closes, valid_from, valid_to)
                union all
                select 'H11', weekday, opens, closes, date '2026-01-01', null
                from generate_series(1, 5) as weekday,
                     (values (time '08:00', time '12:00'), (time '13:30', time '17:30')) as half (opens, closes)
                union all
                select 'H11', 6, time '08:00', time '11:30', date '2026-01-01', null""").update();
        time = new WorkingTime(database.sql());
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T09:00, 0, HOUR, 2026-11-16T09:00",
        "2026-11-16T08:00, 8, HOUR, 2026-11-16T17:30",
        "2026-11-16T17:30, 1, HOUR, 2026-11-17T09:00",
        "2026-11-20T16:30, 3, HOUR, 2026-11-23T10:00",
        "2026-11-16T12:00, 1, WORKING_DAY, 2026-11-17T12:00",
        "2026-11-16T17:30, 1, WORKING_DAY, 2026-11-17T17:30",
        "2026-11-16T17:31, 1, WORKING_DAY, 2026-11-18T08:00",
        "2026-11-17T15:00, 0, WORKING_DAY, 2026-11-17T17:30",
        "2026-11-21T10:00, 0, WORKING_DAY, 2026-11-23T17:30",
        "2026-11-23T15:01, 0, WORKING_DAY, 2026-11-25T17:30",
        "2026-08-21T15:30, 0, WORKING_DAY, 2026-08-22T17:30",
        "2025-04-29T10:00, 1, WORKING_DAY, 2025-05-05T10:00",
        "2026-11-16T20:00, 0, DAY, 2026-11-17T17:30",
        "2026-11-20T20:00, 1, DAY, 2026-11-23T17:30",
        "2026-01-30T08:00, 1, MONTH, 2026-03-02T17:30",
        "2024-01-31T08:00, 1, MONTH, 2024-02-29T17:30",
        "2026-12-31T09:00, 1, WORKING_DAY, 2027-01-04T09:00",
    })
    void limitsEndWhereTheRulesSay(String from, int quantity, Limit.Unit unit, String due) {
        assertThat(due(from, quantity, unit)).isEqualTo(due);
    }

    @Test
    void eachDayOnTheWayIsExplained() {
        assertThat(time.due(at("2026-08-28T18:00"), new Limit(2, Limit.Unit.WORKING_DAY))
                        .explanation())
                .containsExactly(
                        day("2026-08-28", false, "time.day.after-hours"),
                        day("2026-08-29", false, "time.day.weekend"),
                        day("2026-08-30", false, "time.day.weekend"),
                        day("2026-08-31", false, "time.day.swap|22/08/2026"),
                        day("2026-09-01", false, "time.day.holiday.national-day"),
                        day("2026-09-02", false, "time.day.holiday.national-day"),
                        day("2026-09-03", false, "time.day.start|08:00"),
                        day("2026-09-04", true, "time.day.working"),
                        day("2026-09-05", false, "time.day.weekend"),
                        day("2026-09-06", false, "time.day.weekend"),
                        day("2026-09-07", true, "time.day.working"));
    }

    @Test
    void aHolidayAtTheEndIsExplainedToo() {
        assertThat(time.due(at("2026-11-23T10:00"), new Limit(1, Limit.Unit.DAY))
                        .explanation())
                .containsExactly(
                        day("2026-11-23", false, "time.day.received"),
                        day("2026-11-24", true, "time.day.holiday.culture"),
                        day("2026-11-25", false, "time.day.next"));
    }

    @Test
    void aYearWhoseHolidaysAreNotKnownIsNeverSilent() {
        for (var unit : Limit.Unit.values()) {
            var deadline = time.due(at("2028-03-01T09:00"), new Limit(3, unit));
            assertThat(deadline.explanation()).as(unit.name()).anyMatch(day -> day.why()
                    .equals("time.day.unsure|2028"));
        }
        assertThat(time.due(at("2028-03-01T09:00"), new Limit(0, Limit.Unit.WORKING_DAY))
                        .explanation())
                .containsExactly(day("2028-03-01", true, "time.day.unsure|2028"));
        assertThat(time.yearsWithoutCalendar(2021, 2028)).isEqualTo(List.of(2027, 2028));
    }

    @Test
    void anAgencyKeepsItsOwnHoursAndSeasons() {
        assertThat(time.due(at("2026-10-15T17:15"), new Limit(1, Limit.Unit.HOUR), WINTER)
                        .due()
                        .toLocalDateTime())
                .isEqualTo("2026-10-16T08:30");
        assertThat(time.due(at("2026-10-14T07:15"), new Limit(2, Limit.Unit.WORKING_DAY), WINTER)
                        .due()
                        .toLocalDateTime())
                .isEqualTo("2026-10-16T07:30");
        assertThat(time.due(at("2026-11-20T09:00"), new Limit(1, Limit.Unit.WORKING_DAY), SATURDAY)
                        .due()
                        .toLocalDateTime())
                .isEqualTo("2026-11-21T09:00");
    }

    @Test
    void whoHasNoHoursOfItsOwnKeepsThoseAboveIt() {
        var below = new AgencyCode("H10.01.02");
        assertThat(time.due(at("2026-11-16T17:15"), new Limit(1, Limit.Unit.HOUR), below)
                        .due()
                        .toLocalDateTime())
                .isEqualTo("2026-11-17T08:30");
    }

    @Test
    void everyPlannedSwapHasItsOtherDay() {
        assertThat(database.sql().sql("""
                        select count(*) from time.calendar_day a
                        where pair is not null and not exists (
                            select from time.calendar_day b where b.day = a.pair and b.pair = a.day)""").query(Long.class).single()).isZero();
    }

    @Test
    void anotherNodesCalendarIsSeenWithinASecond() throws Exception {
        var day = LocalDate.parse("2026-06-15");
        assertThat(time.isWorkingDay(day)).isTrue();
        var owner = JdbcClient.create(database.owner());
        owner.sql("insert into time.calendar_day values ('2026-06-15', 2026, 'HOLIDAY', 'tang lễ', null, 'x', true)")
                .update();
        owner.sql("update time.calendar_edition set edition = edition + 1").update();
        Thread.sleep(1_100);
        assertThat(time.isWorkingDay(day)).isFalse();
        owner.sql("delete from time.calendar_day where day = '2026-06-15'").update();
        owner.sql("update time.calendar_edition set edition = edition + 1").update();
        Thread.sleep(1_100);
        assertThat(time.isWorkingDay(day)).isTrue();
    }

    private static String due(String from, int quantity, Limit.Unit unit) {
        return time.due(at(from), new Limit(quantity, unit))
                .due()
                .toLocalDateTime()
                .toString();
    }

    private static Deadline.Day day(String date, boolean counted, String why) {
        return new Deadline.Day(LocalDate.parse(date), counted, why);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingTime.ZONE).toInstant();
    }
}
