package vn.motcua.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.database.Cluster;
import vn.motcua.database.DataDirectory;
import vn.motcua.database.MadeCluster;
import vn.motcua.database.Migrations;
import vn.motcua.database.StartRefused;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.notification.HeldMessages;
import vn.motcua.shared.PersonId;

class BackupTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-16T01:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void aBackupBesideABusyPortalIsOneMomentAndComesBackWhole() throws Exception {
        var data = MadeCluster.copiedTo(folder.resolve("a"));
        var file = folder.resolve("backup.zip");
        Manifest manifest;
        UUID former;
        try (var cluster = Cluster.start(data);
                var app = cluster.access().app(4)) {
            var sql = JdbcClient.create(app);
            var journal = new Journal(sql, CLOCK);
            former = journal.id();
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(app));
            sql.sql("insert into journal.cursor (reader, position) values ('test.unread', 0)")
                    .update();
            Files.createDirectories(data.file("files/ab"));
            Files.writeString(data.file("files/ab/cd"), "sealed");
            var running = new AtomicBoolean(true);
            var written = new AtomicInteger();
            var writer = Thread.ofVirtual().start(() -> {
                while (running.get()) {
                    int n = written.incrementAndGet();
                    transaction.executeWithoutResult(state -> {
                        journal.append(happened("test/a" + n));
                        journal.append(happened("test/b" + n));
                    });
                }
            });
            try {
                while (written.get() < 50) {
                    Thread.sleep(5);
                }
                manifest = new Backup(Workplace.open(data), CLOCK, line -> {}).write(file);
            } finally {
                running.set(false);
                writer.join();
            }
            assertThat(written.get()).isGreaterThan(50);
        }

        var restored = MadeCluster.programsFor(folder.resolve("b"));
        new Restore(restored, CLOCK, line -> {}).from(file);
        try (var cluster = Cluster.start(restored);
                var app = cluster.access().app(2)) {
            assertThat(Migrations.areDone(cluster.access().owner())).isTrue();
            var sql = JdbcClient.create(app);
            var journal = new Journal(sql, CLOCK);
            assertThat(journal.id()).isNotEqualTo(former);
            var pairs = sql.sql(
                            "select count(*) filter (where stream like 'test/a%') = count(*) filter (where stream like 'test/b%') and count(*) >= 100 from journal.journal where stream like 'test/%'")
                    .query(Boolean.class)
                    .single();
            assertThat(pairs).as("no transaction is torn apart").isTrue();
            assertThat(sql.sql("select type from journal.journal order by position desc limit 1")
                            .query(String.class)
                            .single())
                    .isEqualTo("journal.Restored");
            assertThat(sql.sql("select position from journal.cursor where reader = 'test.unread'")
                            .query(Long.class)
                            .single())
                    .as("what was unread stays unread")
                    .isZero();
            var position = new TransactionTemplate(new DataSourceTransactionManager(app))
                    .execute(state -> journal.append(happened("test/after")));
            assertThat(position).isGreaterThan(manifest.journal().last());
        }
        assertThat(restored.file("files/ab/cd")).hasContent("sealed");
    }

    @Test
    void messagesThatWereOnTheirWayAreHeldUntilSomebodyDecides() throws Exception {
        var data = MadeCluster.copiedTo(folder.resolve("a"));
        var waiting = UUID.randomUUID();
        var sending = UUID.randomUUID();
        var sent = UUID.randomUUID();
        try (var cluster = Cluster.start(data)) {
            var sql = JdbcClient.create(cluster.access().owner());
            letter(sql, waiting, "WAITING");
            letter(sql, sending, "SENDING");
            letter(sql, sent, "SENT");
        }
        var file = backupOf(data);

        var restored = MadeCluster.programsFor(folder.resolve("b"));
        var manifest = new Restore(restored, CLOCK, line -> {}).from(file);
        var directory = restored.root().toString();
        try (var at = Workplace.open(restored)) {
            var sql = JdbcClient.create(at.owner());
            assertThat(states(sql)).containsOnly(entry(waiting, "HELD"), entry(sending, "HELD"), entry(sent, "SENT"));
            assertThat(new HeldMessages(sql).list()).hasSize(2).allSatisfy(held -> {
                assertThat(held.heldAt()).isEqualTo(CLOCK.instant());
                assertThat(held.by()).isEqualTo(Restore.whoever());
                assertThat(held.why()).contains("backup of " + manifest.at());
            });
            assertThat(String.join("\n", OutsideEffects.list(at.owner(), manifest.at())))
                    .contains("2 messages are held", waiting.toString(), sending.toString())
                    .doesNotContain(sent.toString());
            assertThat(new Doctor(at, CLOCK).examine().stream().map(Finding::line))
                    .anyMatch(line -> line.startsWith("WRONG  messages") && line.contains("2 messages are held"));

            assertThat(Tool.run("--data", directory, "messages", "release", waiting.toString(), "--by", "Lan"))
                    .isZero();
            assertThat(Tool.run("--data", directory, "messages", "drop", "--all", "--by", "Minh"))
                    .isZero();
            assertThat(states(sql))
                    .containsOnly(entry(waiting, "WAITING"), entry(sending, "DROPPED"), entry(sent, "SENT"));
            assertThat(sql.sql("select decided_by from notification.message where hold is not null order by 1")
                            .query(String.class)
                            .list())
                    .containsExactly("Lan", "Minh");
            assertThat(new Doctor(at, CLOCK).examine().stream().map(Finding::line))
                    .anyMatch(line -> line.startsWith("ok     messages"));

            assertThat(Tool.run("--data", directory, "messages", "drop", waiting.toString()))
                    .as("what is not held is not decided")
                    .isEqualTo(1);
            assertThat(Tool.run("--data", directory, "messages", "release")).isEqualTo(2);
        }
    }

    private static void letter(JdbcClient sql, UUID reference, String state) {
        sql.sql("""
                insert into notification.message
                    (reference, event, recipient, channel, about, state, due_at, made_at)
                values (?, 1, ?, 'SMS', 'dossier/H26-261116-0001', ?, '2026-11-16T00:00Z', '2026-11-16T00:00Z')""").params(reference, UUID.randomUUID(), state).update();
    }

    private static Map<UUID, String> states(JdbcClient sql) {
        var states = new HashMap<UUID, String>();
        sql.sql("select reference, state from notification.message").query(row -> {
            states.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return states;
    }

    @Test
    void theBackupHoldsNoSecretOfTheDirectory() throws Exception {
        var data = MadeCluster.copiedTo(folder.resolve("a"));
        var file = backupOf(data);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .allMatch(name ->
                            name.startsWith("tables/") || name.startsWith("files/") || name.equals(Manifest.NAME));
        }
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeARowIsLoaded() throws Exception {
        var file = backupOf(MadeCluster.copiedTo(folder.resolve("a")));
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 200);
        }
        var target = MadeCluster.programsFor(folder.resolve("b"));
        assertThatThrownBy(() -> new Restore(target, CLOCK, line -> {}).from(file))
                .isInstanceOf(StartRefused.class);
        assertThat(target.cluster()).doesNotExist();
    }

    @Test
    void aDirectoryThatIsNotEmptyIsNeverOverwritten() throws Exception {
        var data = MadeCluster.copiedTo(folder.resolve("a"));
        var file = backupOf(data);
        assertThatThrownBy(() -> new Restore(data, CLOCK, line -> {}).from(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void aTestedBackupIsRemembered() throws Exception {
        var data = MadeCluster.copiedTo(folder.resolve("a"));
        try (var _ = Cluster.start(data)) {
            new Backups(data, CLOCK, line -> {}).make(Workplace.open(data), null, true);
        }
        assertThat(new Backups(data, CLOCK, line -> {}).lastTested()).contains(CLOCK.instant());
        assertThat(data.folder("backups"))
                .isDirectoryContaining("glob:**/motcua-*.zip")
                .isDirectoryNotContaining("glob:**/test*");
    }

    @Test
    void theDoctorFindsWhatIsWrongAndSaysWhatMendsIt() throws Exception {
        var data = MadeCluster.copiedTo(folder.resolve("a"));
        try (var cluster = Cluster.start(data)) {
            var sql = JdbcClient.create(cluster.access().owner());
            sql.sql("insert into journal.cursor (reader, position) values ('test.reader', 0)")
                    .update();
            sql.sql(
                            "insert into journal.parked (reader, stream, position, error, since) values ('test.reader', 'test/poison', 1, 'cannot', '2026-11-16T00:00Z')")
                    .update();
            Files.setPosixFilePermissions(
                    data.file("secrets/database.properties"),
                    java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            sql.sql("delete from time.calendar_day where year = 2026").update();
            sql.sql("delete from time.calendar_year where year = 2026").update();
            var wrong = new Doctor(Workplace.open(data), CLOCK)
                    .examine().stream()
                            .filter(Finding::wrong)
                            .map(Finding::line)
                            .toList();
            assertThat(wrong).hasSize(4);
            assertThat(wrong)
                    .anyMatch(line -> line.contains("test/poison"))
                    .anyMatch(line -> line.contains("chmod 600"))
                    .anyMatch(line -> line.contains("[2026]"))
                    .anyMatch(line -> line.contains("none was ever tested"))
                    .allMatch(line -> line.contains("→"));
        }
    }

    private Path backupOf(DataDirectory data) throws Exception {
        var file = folder.resolve("backup.zip");
        try (var _ = Cluster.start(data)) {
            new Backup(Workplace.open(data), CLOCK, line -> {}).write(file);
        }
        return file;
    }

    private static Entry happened(String stream) {
        return new Entry(stream, 1, "test.Happened", 1, PersonId.SYSTEM, null, "{}", Map.of());
    }
}
