package vn.motcua.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;

class ShippedCalendarTest {

    @Test
    void theCalendarWithoutADatabaseIsTheOneThatANewDatabaseGets() {
        try (var database = TestDatabase.fresh()) {
            var kept = new Calendars(database.sql()).current();
            var shipped = ShippedCalendar.read();

            assertThat(shipped.days()).isEqualTo(kept.days()).hasSizeGreaterThan(80);
            assertThat(shipped.completeYears()).isEqualTo(kept.completeYears());
            for (var day : kept.days().keySet()) {
                for (int i = 0; i < 7; i++) {
                    assertThat(shipped.sessions("H26", day.plusDays(i)))
                            .isEqualTo(kept.sessions("H26", day.plusDays(i)));
                }
            }
        }
    }
}
