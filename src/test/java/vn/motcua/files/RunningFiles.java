package vn.motcua.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.motcua.TestDatabase;
import vn.motcua.keys.TestKeys;

/** The files room over a test's database, with a scanner that finds nothing; for tests of rooms that stand on it. */
public final class RunningFiles {

    private RunningFiles() {}

    public static Files over(TestDatabase.Fresh database, InstantSource clock) {
        try {
            var data = java.nio.file.Files.createTempDirectory("files");
            var settings = new FilesSettings(
                    DataSize.ofMegabytes(10),
                    60_000_000,
                    100,
                    DataSize.ofMegabytes(100),
                    6,
                    "127.0.0.1",
                    new FakeClamd().port(),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10));
            return new Files(
                    database.sql(),
                    new TransactionTemplate(new DataSourceTransactionManager(database.app())),
                    clock,
                    new Blobs(TestKeys.in(database, data, clock), data),
                    new Door(settings, new Scanner(settings)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
