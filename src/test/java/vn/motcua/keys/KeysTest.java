package vn.motcua.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.TestDatabase;

class KeysTest {

    @TempDir
    Path data;

    final TestDatabase.Fresh database = TestDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    Path file() {
        return data.resolve("secrets/master.key");
    }

    Keys node() {
        return node(new MasterKey(new KeysSettings(null, null), data));
    }

    Keys node(MasterKey master) {
        return new Keys(database.sql(), new DataSourceTransactionManager(database.app()), Clock.systemUTC(), master);
    }

    @Test
    void theFirstStartMakesAMasterKeyThatOnlyItsOwnerReads() throws Exception {
        node();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var left = Files.list(file().getParent())) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    void aKeyIsTheSameOnEveryNodeAndAfterARestart() {
        var secret = node().secret("files.content");
        assertThat(secret).hasSize(32).isEqualTo(node().secret("files.content"));
        assertThat(node().secret("files.name")).isNotEqualTo(secret);
        assertThat(node().pair("identity.token").getPrivate())
                .isEqualTo(node().pair("identity.token").getPrivate());
    }

    @Test
    void twoNodesThatStartAtTheSameMomentMakeOneMasterKeyAndOneOfEachKey() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Callable<byte[]>>();
            for (int i = 0; i < 8; i++) {
                starts.add(() -> node().secret("the.same"));
            }
            var seen = new ArrayList<byte[]>();
            for (var start : threads.invokeAll(starts)) {
                seen.add(start.get());
            }
            assertThat(seen).allSatisfy(secret -> assertThat(secret).isEqualTo(seen.getFirst()));
        }
        assertThat(database.sql()
                        .sql("select count(*) from keys.key")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2); // the proof and the one
    }

    @Test
    void aKeyIsNotMadeInsideATransactionButUsedThere() {
        var keys = node();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database.app()));
        assertThatThrownBy(() -> transaction.execute(_ -> keys.secret("dossier.secret")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dossier.secret");
        var made = keys.secret("dossier.secret");
        byte[] used = transaction.execute(_ -> node().secret("dossier.secret"));
        assertThat(used).isEqualTo(made);
    }

    @Test
    void keysDoNotStandInTheDatabaseAsTheyAre() {
        var secret = node().secret("files.content");
        var rows = database.sql()
                .sql("select wrapped from keys.key")
                .query(byte[].class)
                .list();
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(hex(row)).doesNotContain(hex(secret)));
    }

    @Test
    void aMissingMasterKeyStopsTheStartWithOneSentence() throws Exception {
        node().secret("files.content");
        Files.delete(file());
        assertThatThrownBy(this::node).isInstanceOf(KeysUnusable.class).hasMessageContaining("no master key");
        assertThat(file()).doesNotExist();
    }

    @Test
    void anotherMasterKeyStopsTheStartWithOneSentence() throws Exception {
        node().secret("files.content");
        Files.writeString(file(), Base64.getEncoder().encodeToString(new byte[32]));
        assertThatThrownBy(this::node).isInstanceOf(KeysUnusable.class).hasMessageContaining("does not open");
    }

    @Test
    void aMasterKeyThatOthersCanReadIsRefused() throws Exception {
        node();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::node).isInstanceOf(KeysUnusable.class).hasMessageContaining("chmod 600");
    }

    @Test
    void theMasterKeyMayComeFromTheEnvironment() {
        var given = Base64.getEncoder().encodeToString(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        });
        var secret = node(new MasterKey(new KeysSettings(given, null), data)).secret("files.content");
        assertThat(file()).doesNotExist();
        assertThat(node(new MasterKey(new KeysSettings(given, null), data)).secret("files.content"))
                .isEqualTo(secret);
        assertThatThrownBy(() -> new MasterKey(new KeysSettings("c2hvcnQ=", null), data).read())
                .isInstanceOf(KeysUnusable.class)
                .hasMessageNotContaining("c2hvcnQ=");
    }

    @Test
    void whatWasEncryptedIsReadOnlyUnderItsNameAndUnchanged() {
        var keys = node();
        var sealed = keys.encrypt("web.cookie", "an".getBytes());
        assertThat(keys.decrypt("web.cookie", sealed)).isEqualTo("an".getBytes());
        assertThatThrownBy(() -> keys.decrypt("web.other", sealed)).isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> keys.decrypt("web.cookie", changed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> keys.decrypt("web.cookie", new byte[5])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRowMovedUnderAnotherNameDoesNotOpen() {
        node().secret("a");
        var wrapped = database.sql()
                .sql("select wrapped from keys.key where name = 'a'")
                .query(byte[].class)
                .single();
        database.sql()
                .sql("insert into keys.key (name, wrapped, made_at) values ('b', ?, '2026-11-16')")
                .param(wrapped)
                .update();
        assertThatThrownBy(() -> node().secret("b")).isInstanceOf(IllegalStateException.class);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
