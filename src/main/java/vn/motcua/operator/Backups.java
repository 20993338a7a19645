package vn.motcua.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import vn.motcua.database.DataDirectory;

/** The backups of a data directory, and when the last one was tried out; {@code doctor} asks for the second. */
record Backups(DataDirectory data, InstantSource clock, Consumer<String> say) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String TESTED = "last-tested";

    void make(Workplace at, @Nullable Path file, boolean test) throws IOException, SQLException {
        var target = file != null
                ? file.toAbsolutePath()
                : data.folder("backups").resolve("motcua-" + STAMP.format(clock.instant()) + ".zip");
        var manifest = new Backup(at, clock, say).write(target);
        say.accept("%s: %,d MB".formatted(target, Files.size(target) >> 20));
        if (test) {
            test(target, manifest);
        }
        say.accept("Keep a copy of %s elsewhere, apart from the backups: without it no sealed row or file can be read."
                .formatted(data.file("secrets/master.key")));
    }

    /** A backup is worth what its restore is worth. */
    private void test(Path file, Manifest manifest) throws IOException, SQLException {
        var aside = Files.createTempDirectory(data.folder("backups"), "test");
        try {
            new Restore(new DataDirectory(aside), clock, line -> {}).from(file);
            Files.writeString(data.folder("backups").resolve(TESTED), manifest.at());
            say.accept("Tested: it was restored aside, with every row.");
        } finally {
            FileSystemUtils.deleteRecursively(aside);
        }
    }

    Optional<Instant> lastTested() {
        try {
            var note = data.file("backups").resolve(TESTED);
            return Files.exists(note)
                    ? Optional.of(Instant.parse(Files.readString(note).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
