package vn.motcua.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.motcua.TestDatabase;

class WaterLineTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void theLineWaitsForALowerPositionThatMayStillBeCommitted() throws Exception {
        rig.node(rig.reader("r", Set.of("a.A")));
        try (var slow = rig.database.app().getConnection()) {
            slow.setAutoCommit(false);
            append(slow, "s/slow");
            rig.append("s/fast", 1, "a.A");
            Thread.sleep(500);
            assertThat(rig.effects("r"))
                    .as("the later position waits for the earlier one")
                    .isEmpty();
            slow.commit();
            Rig.await("both", () -> rig.effects("r").size() == 2);
        }
        assertThat(rig.effects("r")).extracting(Rig.Effect::stream).containsExactly("s/slow", "s/fast");
    }

    @Test
    void aPositionThatWasGivenUpHoldsNobodyBack() throws Exception {
        rig.node(rig.reader("r", Set.of("a.A")));
        try (var lost = rig.database.app().getConnection()) {
            lost.setAutoCommit(false);
            append(lost, "s/lost");
            rig.append("s/1", 1, "a.A");
            lost.rollback();
        }
        Rig.await("the other", () -> rig.effects("r").size() == 1);
    }

    @Test
    void aLongTransactionThatDoesNotAppendStopsNobody() throws Exception {
        JdbcClient.create(rig.database.owner())
                .sql("create table journal.long (n int)")
                .update();
        try (var elsewhere = TestDatabase.fresh();
                var other = elsewhere.owner().getConnection();
                var here = rig.database.owner().getConnection()) {
            writeAndStayOpen(other, "create table time.long as select 1 as n");
            writeAndStayOpen(here, "insert into journal.long values (1)");
            rig.node(rig.reader("r", Set.of("a.A")));
            for (int version = 1; version <= 20; version++) {
                rig.append("s/1", version, "a.A");
            }
            Rig.await("read beside them", () -> rig.effects("r").size() == 20);
            here.rollback();
            other.rollback();
        }
    }

    @Test
    void aWriterOfAnotherDatabaseOfTheClusterStopsNobody() throws Exception {
        try (var elsewhere = TestDatabase.fresh();
                var other = elsewhere.app().getConnection()) {
            other.setAutoCommit(false);
            append(other, "s/other");
            rig.node(rig.reader("r", Set.of("a.A")));
            rig.append("s/1", 1, "a.A");
            Rig.await("read beside it", () -> rig.effects("r").size() == 1);
            other.rollback();
        }
    }

    @Test
    void theLineRisesUnderAStreamOfWritersThatNeverPauses() {
        var line = new WaterLine();
        assertThat(line.after(WaterLine.look(5, new String[] {"a"}))).isZero();
        assertThat(line.after(WaterLine.look(8, new String[] {"a", "b"}))).isZero();
        assertThat(line.after(WaterLine.look(9, new String[] {"b", "c"}))).isEqualTo(5);
        assertThat(line.after(WaterLine.look(12, new String[] {"c", "d"}))).isEqualTo(8);
        assertThat(line.after(WaterLine.look(12, new String[] {}))).isEqualTo(12);
        assertThat(line.after(WaterLine.look(12, new String[] {"e"}))).isEqualTo(12);
    }

    private static void writeAndStayOpen(Connection connection, String sql) throws Exception {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void append(Connection connection, String stream) {
        var sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        sql.sql("""
                insert into journal.journal (stream, version, type, schema, at, actor, data)
                values (?, 1, 'a.A', 1, ?, gen_random_uuid(), '{}')""")
                .params(stream, Rig.CLOCK.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
