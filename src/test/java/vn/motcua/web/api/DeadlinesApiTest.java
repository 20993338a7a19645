package vn.motcua.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.motcua.TestDatabase;
import vn.motcua.shared.Problem;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Messages;

class DeadlinesApiTest {

    private static TestDatabase.Fresh database;
    private static DeadlinesApi api;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.fresh();
        api = new DeadlinesApi(new WorkingTime(database.sql()), new Keys());
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    /** Answers the language, the key and what fills it. */
    private record Keys() implements Messages {
        @Override
        public String text(Locale locale, String key, Object... args) {
            return locale.getLanguage() + " " + key + (args.length == 0 ? "" : " " + args[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T09:00, 5, WORKING_DAY,, 2026-11-23T09:00+07:00",
        "2026-11-16T02:00Z, 5, WORKING_DAY,, 2026-11-23T09:00+07:00",
        "2026-11-16T09:00:00+07:00, 8, HOUR, H26, 2026-11-17T09:00+07:00",
        "2026-11-16T09:00:00 07:00, 1, DAY,, 2026-11-17T17:30+07:00",
    })
    void answersWhenSomethingIsDue(String from, String quantity, String unit, @Nullable String agency, String due) {
        assertThat(api.due(from, quantity, unit, agency, new MockHttpServletRequest())
                        .due())
                .hasToString(due);
    }

    @Test
    void explainsInTheAskersLanguage() {
        var english = new MockHttpServletRequest();
        english.addHeader("Accept-Language", "fr, en;q=0.8, vi;q=0.2");
        assertThat(api.due("2026-11-23T09:00", "1", "WORKING_DAY", null, english)
                        .explanation())
                .extracting(DeadlinesApi.Day::why)
                .containsExactly("en time.day.start 09:00", "en time.day.holiday.culture", "en time.day.working");
        assertThat(api.due("2026-11-23T09:00", "1", "WORKING_DAY", null, new MockHttpServletRequest())
                        .explanation())
                .extracting(DeadlinesApi.Day::why)
                .first()
                .isEqualTo("vi time.day.start 09:00");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> api.due("yesterday", "-1", "WEEK", "Hà Nội", new MockHttpServletRequest()))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.mistakes())
                        .extracting(Problem.Mistake::field)
                        .containsExactly("from", "quantity", "unit", "agency"));
        assertThatThrownBy(() -> api.due(null, null, null, null, new MockHttpServletRequest()))
                .isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T09:00, 5, DAY",
        "2101-01-01T09:00, 5, DAY",
        "+999999999-12-31T23:59:59Z, 5, DAY",
        "2026-11-16, 5, DAY",
        "2026-13-01T09:00, 5, DAY",
        "2026-11-16T09:00, 1001, DAY",
        "2026-11-16T09:00, 99999999999, DAY",
        "2026-11-16T09:00, 1.5, DAY",
        "2026-11-16T09:00, 5, day",
    })
    void refusesWhatCannotBeCounted(String from, String quantity, String unit) {
        assertThatThrownBy(() -> api.due(from, quantity, unit, null, new MockHttpServletRequest()))
                .isInstanceOf(Problem.class);
    }
}
