package vn.motcua.keys;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import vn.motcua.TestDatabase;

/** Keys as the portal makes them, for the tests of rooms that need some. */
public final class TestKeys {

    private TestKeys() {}

    public static Keys in(TestDatabase.Fresh database, Path data, InstantSource clock) {
        return new Keys(
                database.sql(),
                new DataSourceTransactionManager(database.app()),
                clock,
                new MasterKey(new KeysSettings(null, null), data));
    }
}
