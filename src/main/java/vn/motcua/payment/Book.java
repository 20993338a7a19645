package vn.motcua.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.PersonId;

/**
 * Opens an obligation for a change and closes it again: between the two its row is locked, so that of two callbacks one waits
 * for the other, and what changed is written with its journal entries or not at all.
 */
@Repository
class Book {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;
    private final Journal journal;
    private final InstantSource clock;

    Book(JdbcClient sql, Journal journal, InstantSource clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /** Locks the obligation for the running transaction. */
    Optional<Page> open(UUID obligation) {
        var there = sql.sql("select id from payment.obligation where id = :id for update")
                .param("id", obligation)
                .query(UUID.class)
                .optional();
        return there.flatMap(id ->
                Rows.where(sql, "o.id = :id", "id", id).stream().findFirst().map(found -> new Page(found)));
    }

    /** One obligation, open for change. */
    final class Page {

        private final Obligation before;
        private Obligation.State state;
        private final List<Entry> entries = new ArrayList<>();

        private Page(Obligation before) {
            this.before = before;
            this.state = before.state();
        }

        Obligation obligation() {
            return before;
        }

        Obligation.State state() {
            return state;
        }

        /** Refuses what the table of {@link Obligation.State#after} does not hold. */
        void move(Obligation.Event event) {
            state = state.after(event);
        }

        /** Notes an event of the stream; the payable stands in each. */
        void note(String type, PersonId actor, Map<String, Object> data) {
            entries.add(entry(before.id(), before.version() + entries.size() + 1, type, actor, before.payable(), data));
        }

        /** Writes row and journal. */
        void close() {
            if (entries.isEmpty()) {
                return;
            }
            var now = clock.instant();
            int written = sql.sql("""
                            update payment.obligation
                            set version = :version, state = :state,
                                paid_at = case when :state = 'PAID' then coalesce(paid_at, :now) else paid_at end
                            where id = :id and version = :before
                            """)
                    .param("version", before.version() + entries.size())
                    .param("state", state.name())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", before.id())
                    .param("before", before.version())
                    .update();
            if (written != 1) {
                throw new IllegalStateException("Obligation " + before.id() + " changed under its lock");
            }
            journal.append(entries);
        }
    }

    static Entry entry(
            UUID obligation, int version, String type, PersonId actor, PayableRef payable, Map<String, Object> data) {
        var all = new LinkedHashMap<String, Object>();
        all.put("payable", payable.value());
        all.putAll(data);
        return new Entry(
                "obligation/" + obligation, version, type, 1, actor, null, JSON.writeValueAsString(all), Map.of());
    }

    Instant now() {
        return clock.instant();
    }
}
