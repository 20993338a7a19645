package vn.motcua.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.database.Cluster;
import vn.motcua.database.MadeCluster;

/** Who writes a service learns what is wrong before any portal starts on it, and publishes it without one. */
class ServiceCommandTest {

    private static final Path SHIPPED = Path.of("services");
    private static final String[] FILES = {
        "service.schema.json",
        "form.schema.json",
        "samples.schema.json",
        "2.000004/service.yaml",
        "2.000004/form.yaml",
        "2.000004/samples.yaml"
    };

    private record Said(int code, String words, String complaint) {}

    @TempDir
    private Path services;

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void copyOneFolder() throws IOException {
        Files.createDirectories(services.resolve("2.000004"));
        for (var name : FILES) {
            Files.copy(SHIPPED.resolve(name), services.resolve(name));
        }
    }

    private static Said run(Object... args) {
        var out = System.out;
        var err = System.err;
        var words = new ByteArrayOutputStream();
        var complaint = new ByteArrayOutputStream();
        System.setOut(new PrintStream(words, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complaint, true, StandardCharsets.UTF_8));
        try {
            var code =
                    Tool.run(java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new));
            return new Said(code, words.toString(StandardCharsets.UTF_8), complaint.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Said check(Path folder) {
        return run("service", "check", folder);
    }

    private void change(String from, String to) throws IOException {
        var file = services.resolve("2.000004/service.yaml");
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void whatCanBePublishedIsCountedAndWarningsAreNoReasonToFail() {
        var said = check(services);
        assertThat(said.code()).isZero();
        assertThat(said.words())
                .contains("2.000004: (warning) form.yaml/sections/1/fields/4/label/vi: ")
                .contains("1 folders, 0 wrong, 5 warnings");
    }

    @Test
    void oneFolderIsCheckedAmongItsNeighboursAndTheReportCounts() {
        assertThat(run("service", "check", services.resolve("2.000004"), "--report")
                        .words())
                .contains("2.000004: conditions 0, samples 4, sentences ");
    }

    @Test
    void eachMistakeNamesFolderFileAndField() throws IOException {
        change("  sets: 1\n", "  sets: 0\n  colour: red\n");
        var said = check(services);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words())
                .contains("2.000004: service.yaml/procedure", "colour", "procedure/sets", "1 folders, 1 wrong");
    }

    @Test
    void aFileThatIsNoYamlIsAMistakeOfItsFolder() throws IOException {
        Files.writeString(services.resolve("2.000004/service.yaml"), "procedure: {code: \"2.000004\"");
        var said = check(services);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).startsWith("2.000004: service.yaml: it cannot be read as YAML");
    }

    @Test
    void aFolderThatIsNotThereIsOneSentence() {
        var said = check(services.resolve("none"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.complaint()).contains("No services in").doesNotContain("\tat ");
    }

    @Test
    void publishedExportedAndPublishedAgainWithThePortalDownAndUp() throws IOException {
        var data = MadeCluster.copiedTo(elsewhere.resolve("data"));
        var at = data.root();
        var target = elsewhere.resolve("out");

        var first = run("--data", at, "service", "publish", services);
        assertThat(first.code()).as(first.complaint()).isZero();
        assertThat(first.words())
                .contains("2.000004: procedure version 1, service version 1, in force from 2024-12-01")
                .endsWith("1 folders, 1 changed\n");

        try (var running = Cluster.start(data)) {
            assertThat(running.access()).isNotNull();
            assertThat(run("--data", at, "service", "publish", services.resolve("2.000004"))
                            .words())
                    .isEqualTo("1 folders, 0 changed\n");
            assertThat(run("--data", at, "service", "export", target, "2.000004")
                            .words())
                    .startsWith("1 folders written");
            assertThat(check(target).code()).isZero();
            assertThat(run("--data", at, "service", "publish", target).words()).isEqualTo("1 folders, 0 changed\n");
            assertThat(run("--data", at, "service", "export", target).complaint())
                    .contains("not empty");
            assertThat(run("--data", at, "service", "export", elsewhere.resolve("b"), "9.999999")
                            .complaint())
                    .contains("Never published");

            change("  sets: 1\n", "  sets: 0\n");
            var refused = run("--data", at, "service", "publish", services);
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.complaint())
                    .contains("services/2.000004 cannot be published", "procedure/sets")
                    .doesNotContain("\tat ");
        }
    }
}
