package vn.motcua.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import vn.motcua.TestDatabase;
import vn.motcua.keys.Keys;
import vn.motcua.keys.TestKeys;

/** The files room over a test's database, with a scanner that finds nothing; for tests of rooms that stand on it. */
public final class RunningFiles {

    private RunningFiles() {}

    /** With keys of its own. */
    public static Files over(TestDatabase.Fresh database, InstantSource clock) {
        var data = directory();
        return over(database, TestKeys.in(database, data, clock), clock, data);
    }

    /** With the keys of the portal that is tested. */
    public static Files over(TestDatabase.Fresh database, Keys keys, InstantSource clock) {
        return over(database, keys, clock, directory());
    }

    private static Path directory() {
        try {
            return java.nio.file.Files.createTempDirectory("files");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Files over(TestDatabase.Fresh database, Keys keys, InstantSource clock, Path data) {
        try {
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
                    new Blobs(keys, data),
                    new Door(settings, new Scanner(settings)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
