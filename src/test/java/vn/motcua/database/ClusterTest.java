package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClusterTest {

    @TempDir
    Path root;

    /** A portal as far as the database is concerned: started as a process of its own, so that it can be killed. */
    static final class Portal {

        public static void main(String[] args) throws Exception {
            var cluster = Cluster.start(new DataDirectory(Path.of(args[0])));
            var sql = JdbcClient.create(cluster.access().owner());
            sql.sql("create table public.acknowledged (word text)").update();
            sql.sql("insert into public.acknowledged values ('received')").update();
            System.out.println("acknowledged");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenThePortalAloneIsKilled() throws Exception {
        var data = MadeCluster.copiedTo(root.resolve("data"));
        var portal = killedAfterAcknowledging();
        assertThat(Cluster.running(data)).as("its PostgreSQL lives on").isPresent();
        assertThat(portal.isAlive()).isFalse();
        try (var cluster = Cluster.start(data)) {
            assertThat(words(cluster)).hasToString("[received]");
        }
        assertThat(Cluster.running(data)).isEmpty();
    }

    @Test
    void nothingAcknowledgedIsLostWhenEverythingIsKilled() throws Exception {
        var data = MadeCluster.copiedTo(root.resolve("data"));
        killedAfterAcknowledging();
        var postmaster = Long.parseLong(
                Files.readAllLines(data.cluster().resolve("postmaster.pid")).getFirst());
        ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();
        ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().join());
        try (var cluster = Cluster.start(data)) {
            assertThat(words(cluster)).hasToString("[received]");
        }
    }

    @Test
    void aStaleNumberThatBelongsToAnotherProcessNowDoesNotStopTheStart() throws Exception {
        var data = MadeCluster.copiedTo(root.resolve("data"));
        Files.write(
                data.cluster().resolve("postmaster.pid"),
                List.of(
                        "" + ProcessHandle.current().pid(),
                        data.cluster().toString(),
                        "1",
                        "5432",
                        "",
                        "",
                        "",
                        "ready"));
        try (var cluster = Cluster.start(data)) {
            assertThat(Durability.wrong(cluster.access().owner())).isEmpty();
        }
    }

    @Test
    void itIsDurableAndLetsNobodyInWithoutAPassword() throws Exception {
        var data = new DataDirectory(root.resolve("data"));
        try (var cluster = Cluster.start(data);
                var app = cluster.access().app(2)) {
            assertThat(Durability.wrong(app)).isEmpty();
            Durability.check(app);
            assertThat(JdbcClient.create(cluster.superuser())
                            .sql(
                                    "select current_setting('listen_addresses') || current_setting('unix_socket_directories')")
                            .query(String.class)
                            .single())
                    .isEqualTo("127.0.0.1");
            assertThat(JdbcClient.create(cluster.superuser())
                            .sql("select distinct auth_method from pg_hba_file_rules")
                            .query(String.class)
                            .list())
                    .containsExactly("scram-sha-256");
            for (var role : List.of("postgres", "owner", "app", "auditor")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(cluster.access().url(), role, ""))
                        .as(role)
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() ->
                                DriverManager.getConnection(cluster.access().url(), role, "guess"))
                        .as(role)
                        .hasMessageContaining("password authentication failed");
            }
        }
        assertThat(permissions("secrets/database.properties")).isEqualTo("rw-------");
        assertThat(permissions("pg")).isEqualTo("rwx------");
        assertThat(permissions("pg-data")).isEqualTo("rwx------");
    }

    @Test
    void theRoleOfThePortalCannotChangeTables() {
        try (var cluster = Cluster.start(MadeCluster.copiedTo(root.resolve("data")));
                var app = cluster.access().app(2)) {
            var sql = JdbcClient.create(app);
            for (var ddl : List.of(
                    "create table time.intruder (a int)",
                    "create table public.intruder (a int)",
                    "create temporary table intruder (a int)",
                    "alter table journal.journal add column intruder int",
                    "drop table journal.journal cascade",
                    "truncate journal.journal",
                    "create schema intruder",
                    "update journal.journal set type = 'changed'",
                    "delete from journal.journal")) {
                assertThatThrownBy(() -> sql.sql(ddl).update())
                        .as(ddl)
                        .rootCause()
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void aStatementOfThePortalEndsByItself() {
        try (var cluster = Cluster.start(MadeCluster.copiedTo(root.resolve("data")));
                var app = cluster.access().app(1)) {
            assertThat(JdbcClient.create(app)
                            .sql(
                                    "select name || '=' || setting from pg_settings where name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout') order by 1")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "idle_in_transaction_session_timeout=5000",
                            "statement_timeout=5000",
                            "transaction_timeout=10000");
        }
    }

    @Test
    void twoPortalsNeverShareADirectory() {
        var data = MadeCluster.copiedTo(root.resolve("data"));
        try (var _ = Cluster.start(data)) {
            assertThat(data.isHeld()).isTrue();
            assertThatThrownBy(() -> Cluster.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("in use");
        }
        assertThat(data.isHeld()).isFalse();
    }

    @Test
    void dataOfAnotherMajorVersionAreRefusedWithTheCommandsThatMendIt() throws Exception {
        var data = MadeCluster.copiedTo(root.resolve("data"));
        Files.writeString(data.cluster().resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Cluster.start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("PostgreSQL 17", "backup FILE", "restore FILE");
        assertThat(data.isHeld()).isFalse();
    }

    @Test
    void aSettingThatLosesDataIsFound() throws Exception {
        var data = MadeCluster.copiedTo(root.resolve("data"));
        Files.writeString(data.file("postgresql.conf"), "fsync = off\nmax_prepared_transactions = 5\n");
        try (var cluster = Cluster.start(data);
                var app = cluster.access().app(1)) {
            assertThat(Durability.wrong(app))
                    .containsExactly("fsync is off and must be on", "max_prepared_transactions is 5 and must be 0");
            assertThatThrownBy(() -> Durability.check(app)).isInstanceOf(StartRefused.class);
        }
    }

    private Process killedAfterAcknowledging() throws Exception {
        var portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Portal.class.getName(),
                        root.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(portal.getInputStream()))) {
            assertThat(out.lines().anyMatch("acknowledged"::equals)).isTrue();
        }
        portal.destroyForcibly();
        assertThat(portal.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return portal;
    }

    private static List<?> words(Cluster cluster) {
        return JdbcClient.create(cluster.access().owner())
                .sql("select word from public.acknowledged")
                .query(String.class)
                .list();
    }

    private String permissions(String file) throws Exception {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(root.resolve("data").resolve(file)));
    }
}
