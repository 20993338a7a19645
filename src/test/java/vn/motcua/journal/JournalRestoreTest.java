package vn.motcua.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A backup with unread rows, loaded into a fresh database as the operator's tool does it. */
class JournalRestoreTest {

    private static final Set<String> A = Set.of("a.A");

    @Test
    void unreadRowsAreReadAfterARestoreAndNewOnesComeAfterThem() throws Exception {
        try (var old = new Rig();
                var fresh = new Rig()) {
            old.append("s/1", 1, "a.A");
            var node = old.node(old.reader("r", A));
            Rig.await("read", () -> old.effects("r").size() == 1);
            node.close();
            old.append("s/1", 2, "a.A");
            var last = old.append("s/1", 3, "a.A");

            var id = restore(old, fresh, last);

            assertThat(fresh.journal.id()).isEqualTo(id).isNotEqualTo(old.journal.id());
            fresh.node(fresh.reader("r", A));
            Rig.await("the unread ones", () -> fresh.effects("r").size() == 2);
            assertThat(fresh.effects("r")).extracting(Rig.Effect::version).containsExactly(2, 3);
            assertThat(fresh.append("s/1", 4, "a.A")).isGreaterThan(last);
            Rig.await("the new one", () -> fresh.effects("r").size() == 3);
            assertThat(fresh.journal.history("journal/" + id)).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo(JournalRestore.RESTORED);
                assertThat(event.position()).isGreaterThan(last);
                assertThat(event.data()).contains(old.journal.id().toString(), String.valueOf(last));
            });
        }
    }

    private static UUID restore(Rig from, Rig to, long last) {
        var owner = to.database.owner();
        var sql = JdbcClient.create(owner);
        return new TransactionTemplate(new JdbcTransactionManager(owner)).execute(_ -> {
            JournalRestore.makeRoom(sql, last);
            sql.sql("truncate journal.journal, journal.secret, journal.cursor, journal.parked, journal.identity")
                    .update();
            for (var table : new String[] {"journal", "secret", "cursor", "identity"}) {
                copy(from, owner, "journal." + table);
            }
            return JournalRestore.finish(sql, Rig.CLOCK.instant());
        });
    }

    private static void copy(Rig from, javax.sql.DataSource owner, String table) {
        try (var source = from.database.app().getConnection()) {
            var bytes = new ByteArrayOutputStream();
            source.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from " + table + ") to stdout", bytes);
            var target = org.springframework.jdbc.datasource.DataSourceUtils.getConnection(owner);
            target.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(bytes.toByteArray()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
