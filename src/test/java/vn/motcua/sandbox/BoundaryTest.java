package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The product is whole without the sandbox's jar, because nothing in it names a class of the sandbox. */
class BoundaryTest {

    private static final Path CLASSES =
            Path.of(System.getProperty("motcua.basedir", "."), "target", "classes", "vn", "motcua");

    @Test
    void noRoomNamesAClassOfTheSandbox() throws IOException {
        try (var classes = Files.walk(CLASSES)) {
            var rooms = classes.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.startsWith(CLASSES.resolve("sandbox")))
                    .toList();
            assertThat(rooms).hasSizeGreaterThan(100).noneMatch(BoundaryTest::namesTheSandbox);
        }
    }

    @Test
    void theSearchWouldSeeAnImport() {
        assertThat(namesTheSandbox(CLASSES.resolve("sandbox/Sandbox.class"))).isTrue();
    }

    private static boolean namesTheSandbox(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("vn/motcua/sandbox/");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
