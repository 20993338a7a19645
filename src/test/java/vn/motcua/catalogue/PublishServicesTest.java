package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.TestDatabase;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;
import vn.motcua.shared.Vnd;

class PublishServicesTest {

    private static final ServiceId LICENCE = ServiceId.parse("3.000347@H26");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final TestDatabase.Fresh database = TestDatabase.fresh();

    @TempDir
    private Path services;

    @BeforeEach
    void copyTwoServices() throws IOException {
        TwoServices.copyTo(services);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CatalogueFixture node() {
        return new CatalogueFixture(database, services, CatalogueFixture.NOVEMBER_2026);
    }

    private void change(String file, String from, String to) throws IOException {
        var path = services.resolve("3.000347").resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private int count(String table) {
        return database.sql()
                .sql("select count(*) from catalogue." + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void startWithoutAChangeMakesNoVersion() {
        node().started();
        node().started();

        assertThat(count("procedure_version")).isEqualTo(2);
        assertThat(count("service_version")).isEqualTo(2);
    }

    @Test
    void changedFolderMakesANewVersionAndLeavesTheOldOneAsItWas() throws IOException {
        var before = node().offerings();
        var old = before.find(LICENCE).orElseThrow();
        change(
                "service.yaml",
                "amount: 135000\n      validFrom: 2026-01-01",
                "amount: 150000\n      validFrom: 2026-01-01");
        var samples = services.resolve("3.000347/samples.yaml");
        Files.writeString(
                samples,
                Files.readString(samples)
                        .replaceAll("(?<before>channel: ONLINE(?s:.{1,120}?)feeVnd: )135(?=000)", "${before}150"));

        var after = node().offerings();

        var now = after.find(LICENCE).orElseThrow();
        var kept = after.version(LICENCE, 1);
        assertThat(now.version()).isEqualTo(2);
        assertThat(fee(after, now)).isEqualTo(new Vnd(150_000));
        assertThat(fee(after, kept)).isEqualTo(new Vnd(135_000));
        assertThat(kept).isEqualTo(old);
        assertThat(after.find(ServiceId.parse("2.000004@H26")).orElseThrow().version())
                .isEqualTo(1);
    }

    @Test
    void changedFormMakesANewServiceVersionOfTheSameProcedure() throws IOException {
        node().started();
        change("form.yaml", "maxLength: 120", "maxLength: 80");

        var offerings = node().offerings();

        assertThat(offerings.find(LICENCE).orElseThrow().version()).isEqualTo(2);
        assertThat(offerings.version(LICENCE, 1).form().version())
                .isNotEqualTo(offerings.version(LICENCE, 2).form().version());
        assertThat(count("procedure_version")).isEqualTo(2);
    }

    @Test
    void folderChangedBackIsAVersionOfItsOwn() throws IOException {
        node().started();
        change("form.yaml", "maxLength: 120", "maxLength: 80");
        node().started();
        change("form.yaml", "maxLength: 80", "maxLength: 120");

        assertThat(node().offerings().find(LICENCE).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void commentsAndOrderOfKeysAreNoChange() throws IOException {
        node().started();
        var path = services.resolve("3.000347/service.yaml");
        var text = Files.readString(path).replace("  sets: 1\n", "");
        Files.writeString(path, text.replace("procedure:\n", "# a remark\nprocedure:\n  sets: 1\n"));

        assertThat(node().offerings().find(LICENCE).orElseThrow().version()).isEqualTo(1);
    }

    /** As where the national record was imported before somebody wrote the folder. */
    @Test
    void folderThatClaimsAnEarlierDayTakesOverFromTheVersionInForce() throws IOException {
        var published = node().started();
        database.sql().sql("""
                        insert into catalogue.procedure_version
                            (procedure, number, effective_from, origin, digest, content, published_at)
                        select procedure, 2, date '2026-11-20', 'IMPORT', 'imported', content, published_at
                        from catalogue.procedure_version where procedure = '3.000347'
                        """).update();
        change("form.yaml", "maxLength: 120", "maxLength: 80");

        var offering = node().offerings().find(LICENCE).orElseThrow();

        assertThat(offering.version()).isEqualTo(2);
        var line = published.read().line(LICENCE.procedure(), TODAY).orElseThrow();
        assertThat(line.version()).isEqualTo(3);
        assertThat(line.effectiveFrom()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(published
                        .catalogue()
                        .line(LICENCE.procedure(), LocalDate.of(2026, 11, 19))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void futureVersionTakesEffectOnItsDay() throws IOException {
        node().started();
        change("service.yaml", "effectiveFrom: 2025-03-01", "effectiveFrom: 2027-03-01");

        var today = node().offerings();
        var later = node().at("2027-03-01T00:30:00Z").offerings();

        assertThat(today.find(LICENCE).orElseThrow().version()).isEqualTo(1);
        assertThat(later.find(LICENCE).orElseThrow().version()).isEqualTo(2);
        var first = node().started()
                .catalogue()
                .versions(new ProcedureCode("3.000347"))
                .getFirst();
        assertThat(first.effectiveTo()).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void versionPublishedByAnotherNodeIsFound() throws IOException {
        var running = node().offerings();
        change("form.yaml", "maxLength: 120", "maxLength: 80");
        node().started();

        assertThat(running.version(LICENCE, 2).version()).isEqualTo(2);
        assertThatThrownBy(() -> running.version(LICENCE, 99)).hasMessageContaining("Never published");
    }

    @Test
    void nodesThatStartTogetherPublishOnce() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 4)
                    .mapToObj(i -> nodes.submit(() -> node().started()))
                    .toList();
            for (Future<?> start : starts) {
                start.get();
            }
        }
        assertThat(count("service_version")).isEqualTo(2);
    }

    @Test
    void publishedRowCannotBeChanged() {
        node().started();

        assertThatThrownBy(() -> database.sql()
                        .sql("update catalogue.service_version set digest = ''")
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> database.sql()
                        .sql("delete from catalogue.procedure_version")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void folderWithoutAMandatoryPartIsRefusedByName() throws IOException {
        change("service.yaml", "decision: {number: 1025/QĐ-BCA, agency: G01}", "decision: null");
        change("service.yaml", "        DIRECT: {quantity: 5, unit: WORKING_DAY}\n", "");

        assertThatThrownBy(() -> node().started())
                .hasMessageContaining("services/3.000347 cannot be published")
                .hasMessageContaining("decision is missing")
                .hasMessageContaining("limit of case 01 by DIRECT is missing");
        assertThat(count("service_version")).isZero();
    }

    @Test
    void wrongConditionIsRefused() throws IOException {
        change(
                "service.yaml",
                "when: \"!(answers.licenceClass in ['A1', 'A', 'B1'])\"",
                "when: \"answers.licenceClass in\"");

        assertThatThrownBy(() -> node().started()).hasMessageContaining("Not a condition");
    }

    @Test
    void unknownKeyIsRefused() throws IOException {
        change("service.yaml", "  sets: 1\n", "  sets: 1\n  colour: red\n");

        assertThatThrownBy(() -> node().started())
                .hasMessageContaining("service.yaml")
                .hasMessageContaining("colour");
    }

    @Test
    void procedureThatNobodyServesOnlineIsARecordAlone() throws IOException {
        var path = services.resolve("2.000004/service.yaml");
        var text = Files.readString(path);
        Files.writeString(path, text.substring(0, text.indexOf("\nservice:\n") + 1));
        Files.delete(services.resolve("2.000004/form.yaml"));

        var catalogue = node().started().catalogue();

        var code = new ProcedureCode("2.000004");
        assertThat(catalogue.line(code, TODAY)).isPresent();
        assertThat(catalogue.offered(code)).isEmpty();
    }

    @Test
    void formWithoutAServiceIsRefused() throws IOException {
        var path = services.resolve("2.000004/service.yaml");
        var text = Files.readString(path);
        Files.writeString(path, text.substring(0, text.indexOf("\nservice:\n") + 1));

        assertThatThrownBy(() -> node().started()).hasMessageContaining("\"service\" is missing");
    }

    @Test
    void folderThatHasNotChangedIsNotReadAgain() throws IOException {
        node().started();
        Files.delete(services.resolve("service.schema.json"));

        node().started();

        change("form.yaml", "maxLength: 120", "maxLength: 80");
        assertThatThrownBy(() -> node().started()).hasMessageContaining("schema");
    }

    @Test
    void everyMandatoryPartIsThereOrItsAbsenceIsExplained() {
        var published = node().started();

        for (var code : published.catalogue().codes()) {
            var line = published.catalogue().line(code, TODAY).orElseThrow();
            assertThat(Completeness.missing(published.whole(line))).isEmpty();
        }
        assertThat(published
                        .version(new ProcedureCode("3.000347"), 1)
                        .orElseThrow()
                        .gaps())
                .isEmpty();
    }

    private static Vnd fee(Offerings offerings, Offering offering) {
        return offerings
                .quote(offering, "01", Offering.Channel.ONLINE, Map.of(), TODAY)
                .fee();
    }
}
