package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;

class MigrationsTest {

    @Test
    void aDatabaseThatIsUpToDateIsLeftAlone() {
        try (var database = TestDatabase.fresh()) {
            assertThat(Migrations.areDone(database.owner())).isTrue();
            assertThat(Migrations.run(database.owner())).isFalse();
        }
    }

    @Test
    void otherFilesRunAgain() {
        try (var database = TestDatabase.fresh()) {
            JdbcClient.create(database.owner())
                    .sql("update database.migrated set fingerprint = 'of an older release'")
                    .update();
            assertThat(Migrations.areDone(database.owner())).isFalse();
            assertThat(Migrations.run(database.owner())).isTrue();
            assertThat(Migrations.areDone(database.owner())).isTrue();
        }
    }

    @Test
    void aMigrationThatWasCutOffRunsAgain() {
        try (var database = TestDatabase.fresh()) {
            JdbcClient.create(database.owner())
                    .sql("update database.migrated set fingerprint = 'under way'")
                    .update();
            assertThat(Migrations.run(database.owner())).isTrue();
        }
    }
}
