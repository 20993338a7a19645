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

/** Who writes a service learns what is wrong before any portal starts on it. */
class ServiceCommandTest {

    private static final Path SHIPPED = Path.of("services");

    private record Said(int code, String words) {}

    @TempDir
    private Path services;

    @BeforeEach
    void copyOneFolder() throws IOException {
        Files.createDirectories(services.resolve("2.000004"));
        for (var name :
                new String[] {"service.schema.json", "form.schema.json", "2.000004/service.yaml", "2.000004/form.yaml"
                }) {
            Files.copy(SHIPPED.resolve(name), services.resolve(name));
        }
    }

    private Said check(Path folder) {
        var before = System.out;
        var words = new ByteArrayOutputStream();
        System.setOut(new PrintStream(words, true, StandardCharsets.UTF_8));
        try {
            return new Said(Tool.run("service", "check", folder.toString()), words.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(before);
        }
    }

    private void change(String from, String to) throws IOException {
        var file = services.resolve("2.000004/service.yaml");
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void whatCanBePublishedIsCounted() {
        assertThat(check(services)).isEqualTo(new Said(0, "1 folders, 0 wrong, 0 warnings\n"));
    }

    @Test
    void eachMistakeNamesFolderFileAndField() throws IOException {
        change("  sets: 1\n", "  sets: 0\n  colour: red\n");
        var said = check(services);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).contains("2.000004: service.yaml/procedure", "colour", "sets", "1 folders, 1 wrong");
    }

    @Test
    void aFileThatIsNoYamlIsAMistakeOfItsFolder() throws IOException {
        Files.writeString(services.resolve("2.000004/service.yaml"), "procedure: {code: \"2.000004\"");
        var said = check(services);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.words()).startsWith("2.000004: ");
    }

    @Test
    void aFolderThatIsNotThereIsOneSentence() {
        assertThat(check(services.resolve("none")).code()).isEqualTo(1);
    }
}
