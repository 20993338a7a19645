package vn.motcua.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.shared.Problem;

class ImportCalendarTest {

    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final ImportCalendar calendar =
            new ImportCalendar(database.sql(), new TransactionTemplate(new JdbcTransactionManager(database.app())));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aYearThatWasNotCompleteIsReplaced() {
        var days = calendar.run(List.of(
                "# the notice of 2027",
                "year;2027;complete;TB 1234/TB-BNV",
                "2027-01-01;HOLIDAY;new-year;;BLLĐ Điều 112",
                "2027-02-05;HOLIDAY;tet;;TB 1234/TB-BNV",
                "2027-05-10;SWAP_OFF;swap;2027-05-15;TB 1234/TB-BNV",
                "2027-05-15;MAKEUP_WORKDAY;swap;2027-05-10;TB 1234/TB-BNV"));
        assertThat(days).isEqualTo(4);
        var time = new WorkingTime(database.sql());
        assertThat(time.yearsWithoutCalendar(2026, 2027)).isEmpty();
        assertThat(time.isWorkingDay(LocalDate.parse("2027-02-05"))).isFalse();
        assertThat(time.isWorkingDay(LocalDate.parse("2027-05-15"))).isTrue();
        assertThat(time.isWorkingDay(LocalDate.parse("2027-04-30")))
                .as("what stood there before is gone")
                .isTrue();
    }

    @Test
    void allMistakesAreToldAtOnceAndNothingIsChanged() {
        assertThatThrownBy(() -> calendar.run(List.of(
                        "year;2027;maybe;TB",
                        "2027-13-01;HOLIDAY;tet;;TB",
                        "2027-02-05;PARTY;tet;;TB",
                        "2027-02-06;HOLIDAY;tet",
                        "2026-02-06;HOLIDAY;tet;;TB",
                        "2027-05-10;SWAP_OFF;swap;2027-05-15;TB")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.mistakes())
                        .extracting(mistake -> mistake.field() + " " + mistake.code())
                        .containsExactly(
                                "line 1, complete time.calendar.complete",
                                "line 2, day time.calendar.day",
                                "line 3, kind time.calendar.kind",
                                "line 4, line time.calendar.fields",
                                "2026-02-06 time.calendar.other-year",
                                "2027-05-10 time.calendar.pair"));
        assertThat(new WorkingTime(database.sql()).yearsWithoutCalendar(2026, 2027))
                .containsExactly(2027);
    }
}
