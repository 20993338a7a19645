package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.catalogue.FolderFixture.LICENCE;
import static vn.motcua.catalogue.FolderFixture.PROMOTION;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.TestDatabase;

/** Folders that are meant to harm, or might as well be: one sentence, and nothing is published, not even the sound one beside. */
class HostileFoldersTest {

    private static final TestDatabase.Fresh DATABASE = TestDatabase.fresh();
    private static final String SERVICE = LICENCE + "/service.yaml";
    private static final String RELATED = "  related: []";

    @TempDir
    private Path services;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @AfterEach
    void nothingWasPublished() {
        assertThat(DATABASE.sql()
                        .sql("select count(*) from catalogue.procedure_version")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Arguments hostile(String what, UnaryOperator<FolderFixture> change, String... said) {
        return Arguments.of(Named.of(what, change), said);
    }

    static Stream<Arguments> folders() {
        return Stream.of(
                hostile(
                        "a script",
                        f -> f.change(SERVICE, "vi: Đổi bằng lái", "vi: \"Đổi <script>alert(1)</script>\""),
                        "everyday/vi",
                        "markup"),
                hostile(
                        "an attribute",
                        f -> f.change(SERVICE, "vi: Không., en: None.", "vi: \"<img src=x onerror=y>\", en: None."),
                        "conditions/vi",
                        "markup"),
                hostile(
                        "an address that runs",
                        f -> f.change(SERVICE, "vi: Không., en: None.", "vi: \"JavaScript:alert(1)\", en: None."),
                        "markup"),
                hostile(
                        "text that turns round",
                        f -> f.change(SERVICE, "vi: Đổi bằng lái", "vi: \"Đổi \\u202E bằng lái\""),
                        "U+202E"),
                hostile(
                        "a negative amount",
                        f -> f.change(SERVICE, "amount: 115000", "amount: -115000"),
                        "fees/0/amount",
                        "minimum"),
                hostile(
                        "an unknown agency",
                        f -> f.change(SERVICE, "promulgatingAgency: G01", "promulgatingAgency: G99"),
                        "there is no agency G99"),
                hostile(
                        "an agency that ended",
                        f -> f.change(SERVICE, "promulgatingAgency: G01", "promulgatingAgency: G04"),
                        "G04 ended on 2025-03-01"),
                hostile(
                        "another ministry's procedure",
                        f -> f.change(SERVICE, "offeredBy: PROVINCES", "offeredBy: AGENCIES\n  agencies: [G12]"),
                        "G12 would be outside its authority"),
                hostile(
                        "related to itself",
                        f -> f.change(SERVICE, RELATED, "  related: [\"3.000347\"]"),
                        "related/0",
                        "itself"),
                hostile(
                        "related twice",
                        f -> f.change(SERVICE, RELATED, "  related: [\"2.000004\", \"2.000004\"]"),
                        "stands here twice"),
                hostile(
                        "ten million bytes",
                        f -> f.write(SERVICE, f.read(SERVICE) + "#" + "x".repeat(10_000_000)),
                        "at most 1,000,000 are read"),
                hostile(
                        "a bomb of aliases",
                        f -> f.write(
                                SERVICE,
                                "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nprocedure: {code: \"3.000347\", name: *c}\n"),
                        "line 1 has an anchor or an alias"),
                hostile(
                        "one key twice",
                        f -> f.change(SERVICE, "  sets: 1\n", "  sets: 1\n  sets: 2\n"),
                        "cannot be read as YAML"),
                hostile("nested without end", f -> f.write(SERVICE, "[".repeat(100_000)), "cannot be read as YAML"),
                hostile("no text", f -> f.write(SERVICE, "\u0000\u0001"), "cannot be read as YAML"),
                hostile("nothing", f -> f.write(SERVICE, ""), "not there or empty"),
                hostile(
                        "another's code",
                        f -> f.change(SERVICE, "code: \"3.000347\"", "code: \"3.000348\""),
                        "another procedure"),
                hostile(
                        "no code of a procedure",
                        f -> f.write("evil/service.yaml", "procedure: {}"),
                        "Not the code of a procedure"),
                hostile(
                        "a pattern without bottom",
                        f -> f.change(
                                LICENCE + "/form.yaml",
                                "pattern: \"[0-9]{12}\"",
                                "pattern: \"" + "(".repeat(50_000) + "\""),
                        "form.yaml",
                        "pattern",
                        "500"),
                hostile(
                        "a pattern that never ends",
                        f -> f.change(LICENCE + "/form.yaml", "pattern: \"[0-9]{12}\"", "pattern: \"(\""),
                        "form.yaml",
                        "Not a regular expression: ("));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void isRefusedWithASentenceAndNothingIsPublished(UnaryOperator<FolderFixture> change, String[] said) {
        change.apply(FolderFixture.in(services));

        assertThatThrownBy(() -> ServiceFolders.publish(DATABASE.app(), java.time.InstantSource.system(), services))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(said);
        assertThat(ServiceFolders.check(services).values()).anyMatch(ServiceFolders.Checked::isWrong);
    }

    @Test
    void aRegularExpressionThatTakesForEverHoldsNobodyUp() {
        var folder = FolderFixture.in(services)
                .change(LICENCE + "/form.yaml", "pattern: \"[0-9]{12}\"", "pattern: \"(a{1,200}){1,200}b\"");
        long before = System.nanoTime();
        assertThat(folder.mistakes(LICENCE)).isNotEmpty();
        assertThat((System.nanoTime() - before) / 1_000_000_000L).isLessThan(10);
    }

    @Test
    void twoProceduresMayNameEachOther() {
        var folder = FolderFixture.in(services)
                .change(SERVICE, RELATED, "  related: [\"2.000004\"]")
                .change(PROMOTION + "/service.yaml", RELATED, "  related: [\"3.000347\"]");
        assertThat(folder.mistakes(LICENCE)).isEmpty();
        assertThat(folder.mistakes(PROMOTION)).isEmpty();
    }
}
