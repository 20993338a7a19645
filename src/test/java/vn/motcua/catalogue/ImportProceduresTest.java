package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;
import vn.motcua.agency.Agencies;
import vn.motcua.shared.ProcedureCode;

class ImportProceduresTest {

    private static final Path REAL = Path.of("../shared/data/procedures/procedures.jsonl.gz");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final CatalogueFixture fixture = CatalogueFixture.twoServices(database);
    private final Published published = fixture.started();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    private ImportProcedures on(CatalogueFixture day) {
        return new ImportProcedures(
                day.publishing(published),
                database.sql(),
                new Agencies(database.sql()),
                new TransactionTemplate(new DataSourceTransactionManager(database.app())),
                day.clock());
    }

    private ImportProcedures.Report take(Path file) throws IOException {
        return on(fixture).from(file, false, (done, of) -> {});
    }

    private static String record(String code, String name) {
        return "{\"code\":\"%s\",\"name\":\"%s\",\"promulgatingAgency\":\"Bộ Tư pháp\",\"levels\":[\"Cấp xã\"]}"
                .formatted(code, name);
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("records.jsonl"), String.join("\n", lines));
    }

    private long count(String what) {
        return database.sql()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    @Test
    void sameFileTwiceChangesNothingAlsoOnAnotherDay() throws IOException {
        var file = file(record("1.999001", "Cấp thẻ"), record("1.999002", "Đổi thẻ"));

        assertThat(take(file).added()).isEqualTo(2);
        var again = on(fixture.at("2027-01-04T02:00:00Z")).from(file, false, (done, of) -> {});

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(count("catalogue.procedure_version where origin = 'IMPORT'")).isEqualTo(2);
    }

    @Test
    void changedRecordIsANewVersionFromTheDayOfItsImport() throws IOException {
        take(file(record("1.999001", "Cấp thẻ")));

        var changed = on(fixture.at("2027-01-04T02:00:00Z"))
                .from(file(record("1.999001", "Cấp thẻ mới")), false, (done, of) -> {});

        assertThat(changed.changed()).isEqualTo(1);
        var catalogue = published.read();
        var code = new ProcedureCode("1.999001");
        assertThat(catalogue
                        .line(code, LocalDate.of(2027, 1, 3))
                        .orElseThrow()
                        .name()
                        .vi())
                .isEqualTo("Cấp thẻ");
        assertThat(catalogue
                        .line(code, LocalDate.of(2027, 1, 4))
                        .orElseThrow()
                        .name()
                        .vi())
                .isEqualTo("Cấp thẻ mới");
    }

    @Test
    void whatTheProjectSaysInItsOwnWordsIsKeptUnlessReplacingIsAskedFor() throws IOException {
        var file = file(record("3.000347", "Đổi giấy phép lái xe (bản ghi quốc gia)"));

        assertThat(take(file).kept()).isEqualTo(1);
        assertThat(on(fixture).from(file, true, (done, of) -> {}).changed()).isEqualTo(1);
    }

    @Test
    void brokenLineStopsNothingElseAndTheSecondOfACodeIsRefused() throws IOException {
        var report = take(file(
                record("1.999001", "Cấp thẻ"),
                "{broken",
                record("1.99", "Sai mã"),
                record("1.999001", "Cấp thẻ lần nữa"),
                record("1.999002", "")));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(4);
        assertThat(report.remarks())
                .filteredOn(remark -> remark.kind().equals("REFUSED"))
                .extracting(remark -> remark.line())
                .containsExactly(2, 3, 4, 5);
    }

    @Test
    void doubtsAreKeptWithTheVersionForTheEditors() throws IOException {
        take(file(record("1.999001", "Cấp thẻ")));

        assertThat(count("catalogue.doubt where procedure = '1.999001' and number = 1 and kind = 'PART_MISSING'"))
                .isPositive();
    }

    @Test
    void fileThatEndsInTheMiddleOfItsCompressionKeepsWhatCameBefore() throws IOException {
        var lines = IntStream.range(0, 400)
                .mapToObj(i -> record(
                        "1.%06d".formatted(900_000 + i), "Cấp thẻ số " + i + " " + Integer.toHexString(i * 7919)))
                .collect(Collectors.joining("\n"));
        var whole = folder.resolve("whole.gz");
        try (var gzip = new java.util.zip.GZIPOutputStream(Files.newOutputStream(whole))) {
            gzip.write(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        var bytes = Files.readAllBytes(whole);
        var half = Files.write(folder.resolve("half.gz"), java.util.Arrays.copyOf(bytes, bytes.length * 9 / 10));

        assertThatThrownBy(() -> take(half)).isInstanceOf(IOException.class);
        var before = count("catalogue.procedure_version where origin = 'IMPORT'");

        assertThat(before).isPositive().isLessThan(400);
        assertThat(take(whole)).satisfies(report -> {
            assertThat(report.added()).isEqualTo((int) (400 - before));
            assertThat(report.unchanged()).isEqualTo((int) before);
        });
    }

    @Test
    void everyVersionComesWithItsEvent() throws IOException {
        take(file(record("1.999001", "Cấp thẻ"), record("1.999002", "Đổi thẻ")));

        assertThat(count("journal.journal where type = 'catalogue.Published' and stream like 'procedure/1.9990%'"))
                .isEqualTo(2);
    }

    @Test
    void wholeNationalFileComesInAndIsFound() throws IOException {
        assumeTrue(
                Files.exists(REAL), "The real records lie beside the checkout, in ../shared/data; they are not here.");

        var report = take(REAL);

        assertThat(report.refused()).isZero();
        assertThat(report.added() + report.kept()).isEqualTo(2_110);
        assertThat(take(REAL).changed()).isZero();
        var procedures = new Procedures(published, fixture.clock());
        published.read();
        for (var line : procedures.all()) {
            var procedure = procedures.whole(line);
            assertThat(Completeness.missing(procedure)).as(line.code().value()).isEmpty();
            assertThat(procedure.isInForceOn(TODAY)).isTrue();
        }
        var search = fixture.search(published);
        assertThat(search.find("dang ky ket hon", false)
                        .hits()
                        .getFirst()
                        .code()
                        .value())
                .isEqualTo("1.000894");
        assertThat(search.find("thoi tiet ngay mai", false).hits()).isEmpty();
    }
}
