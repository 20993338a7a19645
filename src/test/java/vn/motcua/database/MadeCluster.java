package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A cluster made and migrated once for the whole run; each test works on a copy of its own. */
public final class MadeCluster {

    private static final Path TEMPLATE = make();

    private MadeCluster() {}

    /** A data directory as a portal leaves it when it stops. */
    public static DataDirectory copiedTo(Path root) {
        try {
            programsFor(root);
            FileSystemUtils.copyRecursively(TEMPLATE.resolve("secrets"), root.resolve("secrets"));
            for (var secret : new String[] {"secrets/database.properties"}) {
                Files.setPosixFilePermissions(root.resolve(secret), DataDirectory.PRIVATE);
            }
            FileSystemUtils.copyRecursively(TEMPLATE.resolve("pg-data"), root.resolve("pg-data"));
            Files.setPosixFilePermissions(
                    root.resolve("pg-data"), Files.getPosixFilePermissions(TEMPLATE.resolve("pg-data")));
            return new DataDirectory(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty data directory that need not unpack the programs again. */
    public static DataDirectory programsFor(Path root) {
        try {
            DataDirectory.privateFolder(root);
            Files.createSymbolicLink(root.resolve("pg"), TEMPLATE.resolve("pg"));
            return new DataDirectory(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path make() {
        try {
            var root = Files.createTempDirectory("motcua-made");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(root.toFile())));
            try (var cluster = Cluster.start(new DataDirectory(root))) {
                Migrations.run(cluster.access().owner());
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
