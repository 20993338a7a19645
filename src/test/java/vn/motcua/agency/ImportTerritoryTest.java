package vn.motcua.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.TestDatabase;
import vn.motcua.shared.Problem;

/** An import happens whole or not at all, and a second time it finds nothing to do. */
class ImportTerritoryTest {

    private final TestDatabase.Fresh database = TestDatabase.fresh();

    @TempDir
    private Path path;

    private TerritoryFolder folder;

    @BeforeEach
    void write() {
        folder = TerritoryFolder.in(path);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Territory territory() {
        return new Territory(database.sql(), TerritoryFolder.NOVEMBER_2026);
    }

    private int edition() {
        return TerritoryRows.edition(database.sql());
    }

    @Test
    void theSameFilesAgainChangeNothing() {
        var first = folder.importInto(database);
        assertThat(first.communes()).isEqualTo(11);
        assertThat(first.old()).isEqualTo(12);
        assertThat(first.districts()).isEqualTo(8);
        assertThat(first.ways()).isEqualTo(15);
        assertThat(first.changed()).isEqualTo(11 + 12 + 8 + 15);
        assertThat(folder.importInto(database).changed()).isZero();
        assertThat(edition()).as("nothing happened a second time").isEqualTo(1);
        assertThat(database.sql()
                        .sql("select count(*) from journal.journal where type = 'agency.TerritoryImported'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatDoesNotQuiteFitIsTakenAndTold() {
        assertThat(folder.importInto(database).doubts())
                .extracting(doubt -> doubt.field() + " " + doubt.code())
                .containsExactly(
                        "changes-2025-07-01.csv line 8, new_commune_code agency.import.doubt.code",
                        "changes-2025-07-01.csv line 9, new_commune_code agency.import.doubt.code");
    }

    @Test
    void aCorrectedNameIsOneChange() {
        folder.importInto(database);
        folder.replace("communes.csv", "00097,Phường Hồng Hà", "00097,Phường Hồng Hạ");
        var again = folder.importInto(database);
        assertThat(again.changed()).isEqualTo(1);
        assertThat(again.doubts()).hasSize(3);
        assertThat(territory()
                        .find("00097", LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .name())
                .isEqualTo("Phường Hồng Hạ");
    }

    @Test
    void aLaterFileOfChangesGoesOnFromTheFirst() {
        folder.importInto(database);
        folder.write(
                        "changes-2026-09-01.csv",
                        TerritoryFolder.HEADING,
                        "01,Thành phố Hà Nội,,,00097,Phường Hồng Hà,True,False,01,Thành phố Hà Nội,00004,Phường Ba Đình")
                .replace("communes.csv", "00097,Phường Hồng Hà,01\n", "");
        var again = folder.importInto(database);
        assertThat(again.changed()).as("one unit ended, one way is new").isEqualTo(2);
        assertThat(territory().resolve(new OldAddress("Hà Nội", "Ba Đình", "Phúc Xá")))
                .as("through both changes")
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.now().code()).isEqualTo("00004"));
        assertThat(territory().resolve(new OldAddress("Hà Nội", "", "Hồng Hà")))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found -> assertThat(found.now().code()).isEqualTo("00004"));
        assertThat(folder.importInto(database).changed()).isZero();
    }

    @Test
    void quotedFieldsAndAnExcelMarkAreRead() {
        var quoted = "\uFEFFcode,name,province_code\r\n"
                + folder.text("communes.csv")
                        .lines()
                        .skip(1)
                        .map(line -> "\"" + line.replace(",", "\",\"") + "\"\r\n")
                        .reduce("", String::concat);
        folder.bytes("communes.csv", quoted.getBytes(StandardCharsets.UTF_8));
        assertThat(folder.importInto(database).communes()).isEqualTo(11);
    }

    @Test
    void aUnitThatTheFilesLostIsForgottenOnlyWhenToldTo() {
        folder.add("communes.csv", "00100,Phường Tay Hồ,01").importInto(database);
        folder.replace("communes.csv", "00100,Phường Tay Hồ,01\n", "");
        assertThatThrownBy(() -> folder.importInto(database))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                                problem.mistakes().getFirst().code())
                        .isEqualTo("agency.import.gone"));
        assertThat(edition()).isEqualTo(1);
        assertThat(TerritoryFolder.importer(database).run(path, true).changed()).isEqualTo(1);
        assertThat(territory().find("00100", LocalDate.of(2026, 1, 1))).isEmpty();
    }

    static Stream<Arguments> broken() {
        var changes = TerritoryFolder.CHANGES;
        return Stream.of(
                wrong(
                        "a code of four digits",
                        f -> f.add("communes.csv", "0004,Phường X,01"),
                        "communes.csv line 13, code",
                        "agency.import.code"),
                wrong(
                        "an unknown province",
                        f -> f.add("communes.csv", "00100,Phường X,99"),
                        "communes.csv line 13, province_code",
                        "agency.import.province"),
                wrong(
                        "a province that the portal does not have",
                        f -> f.add("provinces.csv", "02,Tỉnh Hà Giang"),
                        "provinces.csv line 8, code",
                        "agency.import.province"),
                wrong(
                        "a province of another name",
                        f -> f.replace("provinces.csv", "Phú Thọ", "Phú Yên"),
                        "provinces.csv line 4, code",
                        "agency.import.other-name"),
                wrong(
                        "a missing column",
                        f -> f.replace("communes.csv", "code,name,province_code", "code,name,x"),
                        "communes.csv line 1, province_code",
                        "agency.import.column.missing"),
                wrong(
                        "a column twice",
                        f -> f.replace("provinces.csv", "code,name", "code,name,name"),
                        "provinces.csv line 1, name",
                        "agency.import.column.unknown"),
                wrong(
                        "a line too short",
                        f -> f.add("communes.csv", "00100,Phường X"),
                        "communes.csv line 13, line",
                        "agency.import.width"),
                wrong(
                        "a commune twice",
                        f -> f.add("communes.csv", "00004,Phường Ba Đình,01"),
                        "communes.csv line 13, code",
                        "agency.import.twice"),
                wrong(
                        "an empty file",
                        f -> f.bytes("communes.csv", new byte[0]),
                        "communes.csv line 1, file",
                        "agency.import.file.empty"),
                wrong(
                        "another encoding",
                        f -> f.bytes(
                                "communes.csv",
                                "code,name,province_code\n00004,Phường,01\n".getBytes(StandardCharsets.UTF_16LE)),
                        "communes.csv line 2, file",
                        "agency.import.encoding"),
                wrong(
                        "a script as a name",
                        f -> f.add("communes.csv", "00100,<script>x</script>,01"),
                        "communes.csv line 13, name",
                        "agency.import.name"),
                wrong(
                        "a name without end",
                        f -> f.add("communes.csv", "00100,X" + "x".repeat(5_000) + ",01"),
                        "communes.csv line 13, line",
                        "agency.import.field.long"),
                wrong(
                        "a quotation without end",
                        f -> f.add("communes.csv", "00100,\"Phường X,01"),
                        "communes.csv line 13, line",
                        "agency.import.quotes"),
                wrong(
                        "a unit that ends before it begins",
                        f -> f.replace("communes.csv", "province_code\n", "province_code,valid_from,valid_to\n")
                                .replace("communes.csv", ",01\n", ",01,,\n")
                                .replace("communes.csv", ",22\n", ",22,,\n")
                                .replace("communes.csv", ",25\n", ",25,,\n")
                                .replace("communes.csv", ",31\n", ",31,,\n")
                                .replace("communes.csv", ",46\n", ",46,,\n")
                                .replace("communes.csv", ",79\n", ",79,2025-07-01,2025-06-01\n"),
                        "communes.csv line 10, valid_to",
                        "agency.import.ends-first"),
                wrong(
                        "a day that is none",
                        f -> f.bytes("changes-2025-02-30.csv", new byte[0]),
                        "changes-2025-02-30.csv line 1, file",
                        "agency.import.file.date"),
                wrong(
                        "a successor that nobody knows",
                        f -> f.replace(changes, "00097,Phường Hồng Hà", "00098,Phường Nào"),
                        changes + " line 2, new_commune_code",
                        "agency.import.commune"),
                wrong(
                        "a successor of another name",
                        f -> f.replace(changes, "00097,Phường Hồng Hà", "00097,Phường Nào"),
                        "communes.csv line 3, name",
                        "agency.import.other-name"),
                wrong(
                        "a division that has one part",
                        f -> f.replace(changes, "Phúc Xá,True,False", "Phúc Xá,True,True"),
                        changes + " line 2, commune_divided",
                        "agency.import.divided"),
                wrong(
                        "a flag that is none",
                        f -> f.replace(changes, "Phúc Xá,True", "Phúc Xá,maybe"),
                        changes + " line 2, commune_merged",
                        "agency.import.flag"),
                wrong(
                        "an old province at another day",
                        f -> f.replace(changes, "17,Tỉnh Hòa Bình", "18,Tỉnh Hòa Bình"),
                        changes + " line 10, old_province_code",
                        "agency.import.province"),
                wrong(
                        "a way told twice",
                        f -> f.replace(changes, "00008,Phường Ngọc Hà", "00004,Phường Ba Đình"),
                        changes + " line 5, new_commune_code",
                        "agency.import.twice"),
                wrong(
                        "two names for one old commune",
                        f -> f.replace(
                                changes,
                                "06886,Xã Hải Lạng,True,True,22,Tỉnh Quảng Ninh,06970",
                                "06886,Xã Hải Làng,True,True,22,Tỉnh Quảng Ninh,06970"),
                        changes + " line 8, old_commune",
                        "agency.import.contradiction"));
    }

    private static Arguments wrong(String what, UnaryOperator<TerritoryFolder> spoil, String field, String code) {
        return Arguments.of(what, spoil, field, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void brokenFilesAreRefusedByFileLineAndFieldAndNothingIsChanged(
            String what, UnaryOperator<TerritoryFolder> spoil, String field, String code) {
        spoil.apply(folder);
        assertThatThrownBy(() -> folder.importInto(database))
                .as(what)
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.mistakes())
                        .extracting(mistake -> mistake.field() + " " + mistake.code())
                        .contains(field + " " + code));
        assertThat(territory().hasCommunes()).isFalse();
        assertThat(edition()).isZero();
    }

    @Test
    void aFolderWithoutListsIsRefused() {
        assertThatThrownBy(() -> TerritoryFolder.importer(database).run(path.resolve("none"), false))
                .isInstanceOf(Problem.class);
    }

    @Test
    void mistakesAreNotToldWithoutEnd() {
        folder.bytes("communes.csv", ("code,name,province_code\n" + "x,y,z\n".repeat(50_000)).getBytes());
        assertThatThrownBy(() -> folder.importInto(database))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.mistakes()).hasSize(FileMistakes.MOST));
    }
}
