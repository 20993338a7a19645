package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;

/** The lists that are kept beside the project, read in their place: the whole country. */
class RealTerritoryTest {

    private static final Path FOLDER = Path.of(
                    System.getProperty("motcua.shared", System.getProperty("motcua.basedir", ".") + "/../shared"))
            .resolve("data/territory");

    private static TestDatabase.Fresh database;
    private static Territory territory;
    private static ImportTerritory.Outcome outcome;
    private static Duration took;

    @BeforeAll
    static void takeIn() {
        assumeTrue(Files.isDirectory(FOLDER), "the lists of the territory are not here: " + FOLDER);
        database = TestDatabase.fresh();
        long from = System.nanoTime();
        outcome = TerritoryFolder.importer(database).run(FOLDER, false);
        took = Duration.ofNanos(System.nanoTime() - from);
        territory = new Territory(database.sql(), TerritoryFolder.NOVEMBER_2026);
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void allOfItIsTakenInWithinTwentySecondsAndASecondTimeNothing() {
        assertThat(took).isLessThan(Duration.ofSeconds(20));
        assertThat(outcome.communes()).isEqualTo(3_321);
        assertThat(outcome.ways()).isEqualTo(10_602);
        assertThat(outcome.old()).isEqualTo(10_035);
        assertThat(outcome.districts()).isEqualTo(696);
        assertThat(outcome.doubts()).as("few enough to be read").hasSizeBetween(1, 60);
        assertThat(TerritoryFolder.importer(database).run(FOLDER, false).changed())
                .isZero();
    }

    @Test
    void everyOldCommuneIsFoundByItsOwnWordsAndWithoutAccentsWithinFiveMilliseconds() {
        int asked = 0;
        int exact = 0;
        int open = 0;
        var rows = TerritoryRows.read(database.sql());
        territory.provinces();
        long from = System.nanoTime();
        for (var unit : rows.units().values()) {
            if (unit.level() != Unit.Level.COMMUNE || unit.district() == null || ++asked % 5 != 0) {
                continue;
            }
            var words = territory.address(unit).split(", ");
            exact++;
            switch (territory.resolve(new OldAddress(words[2], words[1], words[0]))) {
                case Resolution.Found found -> assertThat(found.old()).isEqualTo(unit);
                case Resolution.Divided divided -> assertThat(divided.old()).isEqualTo(unit);
                case Resolution.Several _, Resolution.Unknown _, Resolution.NotImported _ ->
                    throw new AssertionError(territory.address(unit));
            }
            var plain = java.text.Normalizer.normalize(territory.address(unit), java.text.Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D')
                    .split(", ");
            var folded = territory.resolve(new OldAddress(plain[2], plain[1], plain[0]));
            assertThat(folded).isNotInstanceOf(Resolution.Unknown.class);
            open += folded instanceof Resolution.Several ? 1 : 0;
        }
        var each = Duration.ofNanos((System.nanoTime() - from) / (2L * exact));
        assertThat(exact).isGreaterThan(2_000);
        assertThat(open).as("few share their name but for the accents").isLessThan(30);
        assertThat(each).as("one answer").isLessThan(Duration.ofMillis(5));
    }

    @Test
    void noOldCommuneIsLeftWithoutASuccessor() {
        assertThat(database.sql().sql("""
                                select count(*) from agency.unit u
                                where level = 'COMMUNE' and valid_to is not null
                                  and not exists (select 1 from agency.unit_successor s where s.unit = u.id)""").query(Integer.class).single()).isZero();
        assertThat(territory.provinces().stream()
                        .mapToInt(
                                province -> territory.communes(province.code()).size())
                        .sum())
                .isEqualTo(3_321);
    }
}
