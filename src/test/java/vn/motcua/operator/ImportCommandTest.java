package vn.motcua.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.agency.TerritoryFolder;
import vn.motcua.database.Cluster;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.MadeCluster;
import vn.motcua.time.WorkingTime;

/** Lists come in by the operator's tool, beside the portal or while it rests. */
class ImportCommandTest {

    private record Said(int code, String words, String wrong) {}

    @TempDir
    private Path folder;

    private DataDirectory data;
    private Path lists;

    @BeforeEach
    void makePortal() throws IOException {
        data = MadeCluster.copiedTo(folder.resolve("var"));
        lists = Files.createDirectory(folder.resolve("lists"));
    }

    private Said run(String... words) {
        var call = new String[words.length + 2];
        call[0] = "--data";
        call[1] = data.root().toString();
        System.arraycopy(words, 0, call, 2, words.length);
        var out = System.out;
        var err = System.err;
        var said = new ByteArrayOutputStream();
        var wrong = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(wrong, true, StandardCharsets.UTF_8));
        try {
            return new Said(
                    Tool.run(call), said.toString(StandardCharsets.UTF_8), wrong.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static int communes(JdbcClient sql) {
        return sql.sql("select count(*) from agency.unit where level = 'COMMUNE'")
                .query(Integer.class)
                .single();
    }

    @Test
    void territoryComesInBesideThePortalAndWhileItRests() throws Exception {
        TerritoryFolder.in(lists);
        try (var cluster = Cluster.start(data)) {
            var said = run("import", "territory", lists.toString());
            assertThat(said.code()).as(said.wrong()).isZero();
            assertThat(said.words())
                    .contains("Reading ", "2 doubts:", "taken as 06978 Xã Ba Chẽ", "46 of 46")
                    .endsWith("11 communes of today, 12 old communes, 8 old districts, 15 ways: 46 changed\n");
            assertThat(communes(JdbcClient.create(cluster.access().owner()))).isEqualTo(23);
        }
        var again = run("import", "territory", lists.toString());
        assertThat(again.code()).isZero();
        assertThat(again.words()).contains(": 0 changed");
    }

    @Test
    void mistakesNameFileLineAndFieldAndNothingIsImported() throws Exception {
        TerritoryFolder.in(lists);
        Files.writeString(
                lists.resolve("communes.csv"), Files.readString(lists.resolve("communes.csv")) + "1,Xã Mới,01\n");
        try (var cluster = Cluster.start(data)) {
            var said = run("import", "territory", lists.toString());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.wrong())
                    .isEqualTo("communes.csv line 13, code: A number of exactly 5 digits is needed.\n"
                            + "Nothing was imported.\n");
            assertThat(communes(JdbcClient.create(cluster.access().owner()))).isZero();
        }
    }

    @Test
    void theCalendarOfAYearComesIn() throws Exception {
        var file = folder.resolve("2027.txt");
        Files.writeString(file, """
                # the notice of 2027
                year;2027;complete;TB 1234/TB-BNV
                2027-01-01;HOLIDAY;new-year;;BLLĐ Điều 112
                2027-02-05;HOLIDAY;tet;;TB 1234/TB-BNV
                """);
        try (var cluster = Cluster.start(data)) {
            var said = run("import", "calendar", file.toString());
            assertThat(said.code()).as(said.wrong()).isZero();
            assertThat(said.words()).isEqualTo("2 special days are known from 2027.txt now.\n");
            var time = new WorkingTime(JdbcClient.create(cluster.access().owner()));
            assertThat(time.yearsWithoutCalendar(2026, 2027)).isEmpty();
            assertThat(time.isWorkingDay(LocalDate.parse("2027-02-05"))).isFalse();

            Files.writeString(file, "year;1066;complete;TB\n2027-02-05;PARTY;tet;;TB\n");
            var refused = run("import", "calendar", file.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.wrong())
                    .contains("2027.txt line 1, year: ", "2027.txt line 2, kind: The kind is one of HOLIDAY")
                    .endsWith("Nothing was imported.\n");
            Files.writeString(file, "year;2027;complete;TB\n2027-02-05;HOLIDAY;t\u0007t;;TB\n");
            assertThat(run("import", "calendar", file.toString()).wrong()).contains("line 2 has a control character");
            Files.write(
                    file,
                    "year;2027;complete;TB\n2027-02-05;HOLIDAY;t\u00ea;;TB\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(run("import", "calendar", file.toString()).wrong()).contains("line 2 is not UTF-8");
            assertThat(time.yearsWithoutCalendar(2026, 2027)).as("as it was").isEmpty();
        }
    }

    @Test
    void whatIsNotThereIsOneSentence() {
        for (var words : new String[][] {
            {"import", "territory", folder.resolve("none").toString()},
            {"import", "calendar", folder.resolve("none").toString()}
        }) {
            var said = run(words);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.wrong()).hasLineCount(1).contains("There is no ");
        }
    }

    @Test
    void eachImportExplainsItself() {
        assertThat(run("import").code()).isEqualTo(2);
        assertThat(run("import", "territory", "--help").words()).contains("communes.csv", "--forget");
        assertThat(run("import", "calendar", "--help").words()).contains("year;2027;complete");
        assertThat(run("import", "territory").code()).isEqualTo(2);
    }

    @Test
    void proceduresComeInByTheClockOfThePortalAndTheSameFileChangesNothing() throws IOException {
        try (var at = Workplace.open(data)) {
            JdbcClient.create(at.owner())
                    .sql("insert into time.clock (id, ahead_micros) values (1, :ahead)"
                            + " on conflict (id) do update set ahead_micros = excluded.ahead_micros")
                    .param("ahead", java.time.Duration.ofDays(-12).toSeconds() * 1_000_000)
                    .update();
        }
        var file = Files.writeString(lists.resolve("records.jsonl"), """
                {"code":"1.999001","name":"Cấp thẻ thử","promulgatingAgency":"Bộ Tư pháp","levels":["Cấp xã"]}
                {"code":"1.99","name":"Không có mã"}
                """);

        var first = run("import", "procedures", file.toString());
        var second = run("import", "procedures", file.toString());

        assertThat(first.code()).isEqualTo(1); // one line was refused
        assertThat(first.words()).contains("1 new", "1 refused", "line 2: code is", "Report: ");
        assertThat(second.words()).contains("0 new, 0 changed, 1 as before");
        try (var at = Workplace.open(data)) {
            var from = JdbcClient.create(at.owner())
                    .sql("select effective_from from catalogue.procedure_version where procedure = '1.999001'")
                    .query(java.time.LocalDate.class)
                    .single();
            assertThat(from)
                    .isBefore(java.time.LocalDate.now(vn.motcua.time.WorkingTime.ZONE)
                            .minusDays(10));
        }
        assertThat(data.file("reports").toFile().list()).isNotEmpty();
    }

    @Test
    void fileThatIsNotThereIsSaid() {
        assertThat(run("import", "procedures", "nowhere.jsonl").wrong()).contains("There is no file");
    }
}
