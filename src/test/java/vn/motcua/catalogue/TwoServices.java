package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with the two services of the story and nothing else of what is shipped, so that a test can count. */
public final class TwoServices {

    private static final Path SHIPPED = Path.of("services");
    private static final List<String> FILES = List.of(
            "service.schema.json",
            "form.schema.json",
            "samples.schema.json",
            "3.000347/service.yaml",
            "3.000347/form.yaml",
            "3.000347/samples.yaml",
            "2.000004/service.yaml",
            "2.000004/form.yaml",
            "2.000004/samples.yaml");

    static final Path FOLDER = temporary();

    private TwoServices() {}

    public static String folder() {
        return FOLDER.toString();
    }

    static void copyTo(Path folder) throws IOException {
        for (var name : FILES) {
            var target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(SHIPPED.resolve(name), target);
        }
    }

    private static Path temporary() {
        try {
            var folder = Files.createTempDirectory("services");
            copyTo(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
