package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.TestDatabase;

class ForgetExpiredTest {

    private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

    @Test
    void nothingWaitsWhereNothingEnds() {
        try (var database = TestDatabase.fresh()) {
            assertThat(forget(database).next()).isEmpty();
        }
    }

    @Test
    void whatEndedGoesAndTheRestStays() {
        try (var database = TestDatabase.fresh()) {
            var account = account(database);
            var old = code(database, NOW.minusSeconds(60));
            code(database, NOW.plusSeconds(60));
            session(database, account, "idle", NOW.minus(Duration.ofMinutes(31)));
            session(database, account, "busy", NOW.minus(Duration.ofMinutes(29)));
            database.sql()
                    .sql(
                            "insert into identity.sign_in (token_hash, account, code, next, ends_at) values (?, ?, ?, '', ?)")
                    .params(new byte[] {1}, account, old, NOW.minusSeconds(30).atOffset(ZoneOffset.UTC))
                    .update();
            assertThat(forget(database).next())
                    .hasValue(NOW.minus(Duration.ofMinutes(1)).plus(Duration.ofMinutes(10)));

            forget(database).run(NOW);

            assertThat(count(database, "sign_in")).isZero();
            assertThat(count(database, "one_time_code")).isOne();
            assertThat(count(database, "session")).isOne();
        }
    }

    @Test
    void codeThatSomethingStillWaitsForStays() {
        try (var database = TestDatabase.fresh()) {
            var code = code(database, NOW.minusSeconds(60));
            database.sql()
                    .sql(
                            "insert into identity.sign_in (token_hash, account, code, next, ends_at) values (?, ?, ?, '', ?)")
                    .params(
                            new byte[] {1},
                            account(database),
                            code,
                            NOW.plusSeconds(30).atOffset(ZoneOffset.UTC))
                    .update();

            forget(database).run(NOW);

            assertThat(count(database, "one_time_code")).isOne();
        }
    }

    private static ForgetExpired forget(TestDatabase.Fresh database) {
        return new ForgetExpired(
                database.sql(),
                new IdentitySettings(
                        Duration.ofMinutes(30),
                        Duration.ofHours(12),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(60),
                        1024,
                        2,
                        Duration.ofSeconds(60),
                        List.of(),
                        null));
    }

    private static UUID account(TestDatabase.Fresh database) {
        var id = UUID.randomUUID();
        database.sql()
                .sql("insert into identity.account (id, kind, login, created_at) values (?, 'CITIZEN', ?, ?)")
                .params(id, id.toString(), NOW.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private static UUID code(TestDatabase.Fresh database, Instant ends) {
        var id = UUID.randomUUID();
        database.sql()
                .sql(
                        "insert into identity.one_time_code (id, hash, tries_left, sent_at, ends_at) values (?, ?, 5, ?, ?)")
                .params(id, new byte[] {1}, NOW.atOffset(ZoneOffset.UTC), ends.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private static void session(TestDatabase.Fresh database, UUID account, String name, Instant lastSeen) {
        var at = lastSeen.atOffset(ZoneOffset.UTC);
        database.sql()
                .sql("insert into identity.session (token_hash, account, created_at, last_seen_at) values (?, ?, ?, ?)")
                .params(name.getBytes(java.nio.charset.StandardCharsets.UTF_8), account, at, at)
                .update();
    }

    private static int count(TestDatabase.Fresh database, String table) {
        return database.sql()
                .sql("select count(*) from identity." + table)
                .query(Integer.class)
                .single();
    }
}
