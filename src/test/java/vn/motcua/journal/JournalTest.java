package vn.motcua.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.shared.PersonId;

class JournalTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void whatWasAppendedIsTheHistoryOfItsStream() {
        var actor = PersonId.random();
        var behalf = PersonId.random();
        rig.transaction.executeWithoutResult(_ -> rig.journal.append(List.of(
                new Entry("dossier/1", 1, "dossier.Submitted", 1, actor, behalf, "{\"fee\": 135000}", Map.of()),
                new Entry("dossier/1", 2, "dossier.Accepted", 2, actor, null, "{}", Map.of("note", "đã xem", "b", "c")),
                Rig.entry("dossier/2", 1, "dossier.Submitted"))));

        var history = rig.journal.history("dossier/1");
        assertThat(history)
                .extracting(Recorded::version, Recorded::type, Recorded::schema, Recorded::actor, Recorded::onBehalfOf)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "dossier.Submitted", 1, actor, behalf),
                        org.assertj.core.groups.Tuple.tuple(2, "dossier.Accepted", 2, actor, null));
        assertThat(history.getFirst().data()).isEqualTo("{\"fee\": 135000}");
        assertThat(history.getFirst().position()).isLessThan(history.getLast().position());
        assertThat(rig.journal.secrets(history.getLast().position())).isEqualTo(Map.of("note", "đã xem", "b", "c"));
    }

    @Test
    void erasedWordsLeaveTheEvent() {
        var position = rig.transaction.execute(_ -> rig.journal.append(new Entry(
                "dossier/1", 1, "dossier.Withdrawn", 1, PersonId.SYSTEM, null, "{}", Map.of("reason", "đổi ý"))));
        assertThat(rig.journal.erase(position)).isEqualTo(1);
        assertThat(rig.journal.secrets(position)).isEmpty();
        assertThat(rig.journal.history("dossier/1")).hasSize(1);
    }

    @Test
    void nothingIsAppendedOutsideATransaction() {
        assertThatThrownBy(() -> rig.journal.append(Rig.entry("dossier/1", 1, "dossier.Submitted")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theApplicationCannotChangeTheJournal() {
        rig.append("dossier/1", 1, "dossier.Submitted");
        for (var sql : List.of(
                "update journal.journal set type = 'x'",
                "delete from journal.journal",
                "truncate journal.journal cascade",
                "update journal.journal_000000 set type = 'x'",
                "delete from journal.journal_000000",
                "insert into journal.journal_000000 select * from journal.journal",
                "drop table journal.journal_000000",
                "update journal.secret set text = 'x'")) {
            assertThatThrownBy(() -> rig.sql.sql(sql).update()).hasStackTraceContaining("ERROR");
        }
        assertThat(rig.journal.history("dossier/1")).hasSize(1);
    }

    @Test
    void evenTheOwnerIsStoppedByATrigger() {
        rig.append("dossier/1", 1, "dossier.Submitted");
        var owner = JdbcClient.create(rig.database.owner());
        for (var sql : List.of(
                "update journal.journal set type = 'x'",
                "delete from journal.journal",
                "delete from journal.journal_000000",
                "truncate journal.journal cascade",
                "truncate journal.journal_000000 cascade")) {
            assertThatThrownBy(() -> owner.sql(sql).update()).hasStackTraceContaining("the journal is insert only");
        }
    }

    @Test
    void everyReaderReadsItsTypesOnceAndInOrder() {
        rig.node(rig.reader("all", Set.of("a.A", "a.B")), rig.reader("only-b", Set.of("a.B")));
        for (int version = 1; version <= 50; version++) {
            rig.append("s/1", version, version % 2 == 0 ? "a.B" : "a.A");
            rig.append("s/2", version, "a.C");
        }
        Rig.await("all", () -> rig.effects("all").size() == 50);
        Rig.await("only b", () -> rig.effects("only-b").size() == 25);
        assertThat(rig.effects("all")).extracting(Rig.Effect::version).isSorted();
        assertThat(rig.effects("only-b")).extracting(Rig.Effect::version).allMatch(version -> version % 2 == 0);
    }

    @Test
    void aReaderGoesOnAtItsCursorAfterARestart() {
        var first = rig.node(rig.reader("r", Set.of("a.A")));
        rig.append("s/1", 1, "a.A");
        Rig.await("first", () -> rig.effects("r").size() == 1);
        first.close();
        rig.append("s/1", 2, "a.A");
        rig.node(rig.reader("r", Set.of("a.A")));
        Rig.await("second", () -> rig.effects("r").size() == 2);
    }

    @Test
    void aReaderThatTellsPeopleDoesNotStartInThePast() {
        rig.append("s/1", 1, "a.A");
        var news = rig.reader("news", Set.of("a.A"));
        rig.node(new JournalReader() {
            @Override
            public String name() {
                return news.name();
            }

            @Override
            public Set<String> types() {
                return news.types();
            }

            @Override
            public void on(Recorded event) {
                news.on(event);
            }

            @Override
            public boolean fromTheStart() {
                return false;
            }
        });
        rig.append("s/1", 2, "a.A");
        Rig.await("news", () -> !rig.effects("news").isEmpty());
        assertThat(rig.effects("news")).extracting(Rig.Effect::version).containsExactly(2);
    }

    @Test
    void partitionsAreMadeAheadByTheApplicationItself() {
        var sql = rig.sql;
        assertThat(sql.sql("select count(*) from pg_inherits where inhparent = 'journal.journal'::regclass")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        JdbcClient.create(rig.database.owner())
                .sql("select setval('journal.journal_position_seq', 9999999)")
                .query(Long.class)
                .single();
        new Partitions(sql).makeAhead();
        assertThat(rig.append("s/1", 1, "a.A")).isEqualTo(10_000_000);
        assertThat(sql.sql("select tableoid::regclass::text from journal.journal")
                        .query(String.class)
                        .single())
                .isEqualTo("journal.journal_000002");
        rig.node(rig.reader("r", Set.of("a.A")));
        Rig.await("r", () -> rig.effects("r").size() == 1);
    }

    @Test
    void aTransactionThatAppendedIsBrokenOffAfterTwoSeconds() {
        var woke = new java.util.concurrent.atomic.AtomicBoolean();
        assertThatThrownBy(() -> rig.transaction.executeWithoutResult(_ -> {
                    rig.sql.sql("set local transaction_timeout = '10s'").update();
                    rig.journal.append(Rig.entry("s/1", 1, "a.A"));
                    rig.sql.sql("select pg_sleep(4)").query().singleRow();
                    woke.set(true);
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(woke).isFalse();
        assertThat(rig.journal.history("s/1")).isEmpty();
    }
}
