package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void testsWorkAsTheRoleApp() {
        try (var database = TestDatabase.fresh()) {
            assertThat(database.sql()
                            .sql("select current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("app");
        }
    }
}
