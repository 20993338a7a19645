package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.catalogue.FolderFixture.LICENCE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.TestDatabase;

/** Folders become versions by one way, and versions become the same folders again. */
class ServiceFoldersTest {

    private static final Path SHIPPED = Path.of("services");
    private static final InstantSource CLOCK = InstantSource.fixed(CatalogueFixture.NOVEMBER_2026);

    private final TestDatabase.Fresh database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        database.close();
    }

    private ServiceFolders.Told publish(Path services) {
        return ServiceFolders.publish(database.app(), CLOCK, services);
    }

    private CatalogueFixture node(Path services) {
        return new CatalogueFixture(database, services, CatalogueFixture.NOVEMBER_2026);
    }

    @Test
    void everythingShippedComesBackAsFoldersThatChangeNothing() {
        var told = publish(SHIPPED);
        var target = folder.resolve("out");

        int written = ServiceFolders.export(database.app(), SHIPPED, target, List.of());

        assertThat(written)
                .isEqualTo(told.folders())
                .isEqualTo(told.changes().size())
                .isGreaterThanOrEqualTo(84);
        assertThat(ServiceFolders.check(target)).allSatisfy((name, checked) -> assertThat(checked.isWrong())
                .as(name + checked.remarks())
                .isFalse());
        assertThat(publish(target).changes()).isEmpty();
        assertThat(publish(SHIPPED).changes()).isEmpty();
    }

    @Test
    void anExportedFileReadsLikeAWrittenOne() throws Exception {
        FolderFixture.in(folder.resolve("in"));
        publish(folder.resolve("in"));
        ServiceFolders.export(database.app(), SHIPPED, folder.resolve("out"), List.of());

        var text = Files.readString(folder.resolve("out/3.000347/service.yaml"));
        assertThat(text)
                .startsWith(
                        "# yaml-language-server: $schema=../service.schema.json\nprocedure:\n  code: \"3.000347\"\n");
        assertThat(text.indexOf("steps:")).isLessThan(text.indexOf("cases:")).isLessThan(text.indexOf("fees:"));
        assertThat(text.indexOf("vi:")).isLessThan(text.indexOf("en:"));
        assertThat(folder.resolve("out/3.000347/samples.yaml")).content().contains("feeVnd: 115000");
    }

    @Test
    void whatTheToolPublishedFromElsewhereIsNotUndoneByTheNextStart() {
        var own = folder.resolve("own");
        FolderFixture.in(own);
        node(own).started();
        var elsewhere = FolderFixture.in(folder.resolve("elsewhere"))
                .change(LICENCE + "/form.yaml", "maxLength: 120", "maxLength: 80");

        assertThat(publish(elsewhere.services().resolve(LICENCE)).changes())
                .containsExactly("3.000347: service version 2, in force from 2025-03-01");
        var offering = node(own)
                .offerings()
                .find(vn.motcua.shared.ServiceId.parse("3.000347@H26"))
                .orElseThrow();

        assertThat(offering.version()).isEqualTo(2);
    }

    @Test
    void aChangedSampleIsKeptButMakesNoVersion() {
        var services = FolderFixture.in(folder.resolve("in"));
        publish(services.services());
        services.change(
                LICENCE + "/samples.yaml",
                "says: a car licence that expires, in an ordinary week",
                "says: a car licence");

        assertThat(publish(services.services()).changes()).isEmpty();
        ServiceFolders.export(database.app(), SHIPPED, folder.resolve("out"), List.of());
        assertThat(folder.resolve("out/3.000347/samples.yaml")).content().contains("says: \"a car licence\"");
    }

    @Test
    void oneWrongFolderKeepsTheOthersBackToo() {
        var services =
                FolderFixture.in(folder.resolve("in")).change(LICENCE + "/samples.yaml", "feeVnd: 115000", "feeVnd: 1");

        assertThatThrownBy(() -> publish(services.services()))
                .hasMessageContaining("services/3.000347 cannot be published")
                .hasMessageContaining("expects 1 đ, the folder gives 115.000 đ");
        assertThat(database.sql()
                        .sql("select count(*) from catalogue.procedure_version")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aStartAndTheToolAtOncePublishOnce() throws Exception {
        var services = FolderFixture.in(folder.resolve("in")).services();
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 4)
                    .mapToObj(i -> together.submit(() ->
                            i % 2 == 0 ? publish(services) : node(services).started()))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(database.sql()
                        .sql("select max(number) from catalogue.service_version")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
