package vn.motcua.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages that nobody sends until a person decides, because they may be out already: those that were on their way when a
 * backup was taken from which this database comes, and those that readers still write for events of that time.
 */
public final class HeldMessages {

    private static final int MAX_LISTED = 100;

    /** One of them, without whom it tells what. */
    public record Held(
            UUID reference,
            Notices.Channel channel,
            String about,
            Instant madeAt,
            Instant heldAt,
            String by,
            String why) {}

    private final JdbcClient sql;

    public HeldMessages(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Holds what waits or is being sent, and what events up to the position will cause. To be called in a transaction, while
     * no portal runs.
     *
     * @param by the person who restores
     * @param why one sentence for the person who decides
     */
    public void hold(long untilEvent, Instant at, String by, String why) {
        sql.sql("""
                        with hold as (
                            insert into notification.hold (until_event, at, by, why)
                            values (:untilEvent, :at, :by, :why)
                            returning id
                        )
                        update notification.message m set state = 'HELD', hold = hold.id
                        from hold where m.state in ('WAITING', 'SENDING')
                        """)
                .param("untilEvent", untilEvent)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("why", why)
                .update();
    }

    public long count() {
        return sql.sql("select count(*) from notification.message where hold is not null and state = 'HELD'")
                .query(Long.class)
                .single();
    }

    /** The oldest hundred. */
    public List<Held> list() {
        return sql.sql("""
                        select m.reference, m.channel, m.about, m.made_at, h.at, h.by, h.why
                        from notification.message m join notification.hold h on h.id = m.hold
                        where m.hold is not null and m.state = 'HELD'
                        order by m.made_at, m.reference
                        limit :most
                        """)
                .param("most", MAX_LISTED)
                .query((row, _) -> new Held(
                        row.getObject("reference", UUID.class),
                        Notices.Channel.valueOf(row.getString("channel")),
                        row.getString("about"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("why")))
                .list();
    }

    /** Lets held messages go, under the references that they had; a running portal sends them at once. Answers how many. */
    public int release(Collection<UUID> references, Instant at, String by) {
        return decide("WAITING", references, at, by);
    }

    /** Gives held messages up: they are never sent. Answers how many. */
    public int drop(Collection<UUID> references, Instant at, String by) {
        return decide("DROPPED", references, at, by);
    }

    /** Due since it was written, so that no clock has to agree with another. */
    private int decide(String state, Collection<UUID> references, Instant at, String by) {
        return sql.sql("""
                        update notification.message
                        set state = :state, due_at = made_at, decided_at = :at, decided_by = :by
                        where reference = any(:references::uuid[]) and state = 'HELD'
                        """)
                .param("state", state)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("references", references.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    /** All that are held now, for {@link #release} and {@link #drop}. */
    public List<UUID> references() {
        return sql.sql("select reference from notification.message where hold is not null and state = 'HELD'")
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }
}
