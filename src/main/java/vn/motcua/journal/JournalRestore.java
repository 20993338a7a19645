package vn.motcua.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.shared.PersonId;

/**
 * What a restore does to the journal, as the role owner, while no portal runs: first {@link #makeRoom}, then the rows are
 * loaded, then {@link #finish}.
 */
public final class JournalRestore {

    /** The type of the event that tells readers and people that the journal came back from a backup. */
    public static final String RESTORED = "journal.Restored";

    private JournalRestore() {}

    /** Makes the partitions for a journal that ends at the position; loading would find no place for its rows. */
    public static void makeRoom(JdbcClient owner, long lastPosition) {
        owner.sql("select journal.make_partitions(?)")
                .param(lastPosition)
                .query(Integer.class)
                .single();
    }

    /**
     * Gives the journal a new id, sets the sequence above every position that a row or a cursor knows, and appends
     * {@code Restored}: {@code {"former": id, "last": position}}. Readers go on with what they had not read. To be called
     * in a transaction. Answers the new id.
     */
    public static UUID finish(JdbcClient owner, Instant now) {
        var last = owner.sql("""
                select greatest((select coalesce(max(position), 0) from journal.journal),
                                (select coalesce(max(position), 0) from journal.cursor),
                                (select last from journal.look()))""").query(Long.class).single();
        makeRoom(owner, last);
        owner.sql("select setval('journal.journal_position_seq', ?)")
                .param(last + 1)
                .query(Long.class)
                .single();
        var former =
                owner.sql("select id from journal.identity").query(UUID.class).single();
        var id = UUID.randomUUID();
        owner.sql("update journal.identity set id = ?").param(id).update();
        owner.sql("""
                insert into journal.journal (stream, version, type, schema, at, actor, data)
                values (?, 1, ?, 1, ?, ?, jsonb_build_object('former', ?::text, 'last', ?::bigint))""")
                .params(
                        "journal/" + id,
                        RESTORED,
                        now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                        PersonId.SYSTEM.value(),
                        former.toString(),
                        last)
                .update();
        return id;
    }
}
