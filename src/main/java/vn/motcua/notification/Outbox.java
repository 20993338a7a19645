package vn.motcua.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.keys.Keys;

/**
 * The senders' side of {@code notification.message}. Taking a letter and settling its fate are one committed statement each,
 * so that a sender may die anywhere between: then the letter is SENDING, and is taken again when its window is over.
 */
@Repository
class Outbox {

    /** Letters taken at one time. */
    static final int BATCH = 100;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private final JdbcClient sql;
    private final Keys keys;
    private final InstantSource clock;
    private final NotificationSettings settings;

    Outbox(JdbcClient sql, Keys keys, InstantSource clock, NotificationSettings settings) {
        this.sql = sql;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    /** A letter in the hands of this node for its {@code tries}-th try. */
    record Taken(Letter letter, int tries) {}

    /** Takes what is due, oldest first, and marks it SENDING: only what this call returns may be submitted. */
    List<Taken> take(Notices.Channel channel) {
        var now = clock.instant();
        return sql.sql("""
                        update notification.message m
                        set state = 'SENDING', tries = m.tries + 1, due_at = :unknownFrom
                        from (
                            select reference from notification.message
                            where channel = :channel and state in ('WAITING', 'SENDING') and due_at <= :now
                            order by due_at
                            limit :batch
                            for update skip locked
                        ) due
                        where m.reference = due.reference
                        returning m.reference, m.sealed, m.tries
                        """)
                .param("channel", channel.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("unknownFrom", now.plus(settings.resendAfter()).atOffset(ZoneOffset.UTC))
                .param("batch", BATCH)
                .query((row, _) -> {
                    var reference = row.getObject("reference", UUID.class);
                    var words = Words.open(keys, row.getBytes("sealed"));
                    return new Taken(
                            new Letter(reference, words.to(), words.subject(), words.text()), row.getInt("tries"));
                })
                .list();
    }

    /** Writes down what became of the letters; one that somebody else has taken since keeps its new owner's fate. */
    void settle(List<Taken> taken, List<Fate> fates) {
        var now = clock.instant();
        int count = taken.size();
        var references = new String[count];
        var tries = new Integer[count];
        var states = new String[count];
        var dues = new String[count];
        var gatewayIds = new String[count];
        var reasons = new String[count];
        var counted = new Integer[count];
        for (int i = 0; i < count; i++) {
            var row = taken.get(i);
            references[i] = row.letter().reference().toString();
            tries[i] = row.tries();
            counted[i] = row.tries();
            boolean last = row.tries() >= settings.maxTries();
            switch (fates.get(i)) {
                case Fate.Taken sent -> {
                    states[i] = "SENT";
                    gatewayIds[i] = sent.gatewayId();
                }
                case Fate.Refused refused -> {
                    states[i] = last ? "FAILED" : "WAITING";
                    reasons[i] = refused.reason();
                    dues[i] = now.plus(pause(row.tries())).toString();
                }
                case Fate.Hopeless hopeless -> {
                    states[i] = "FAILED";
                    reasons[i] = hopeless.reason();
                }
                case Fate.Unknown unknown -> {
                    states[i] = last ? "FAILED" : "SENDING";
                    reasons[i] = unknown.reason();
                }
                case Fate.Untried _ -> {
                    states[i] = "WAITING";
                    dues[i] = now.toString();
                    counted[i] = row.tries() - 1;
                }
            }
        }
        sql.sql("""
                        update notification.message m
                        set state = f.state,
                            tries = f.counted,
                            due_at = coalesce(f.due::timestamptz, m.due_at),
                            gateway_id = coalesce(f.gateway_id, m.gateway_id),
                            reason = f.reason,
                            sent_at = case when f.state = 'SENT' then :now else m.sent_at end
                        from unnest(:references::uuid[], :tries::int[], :states::text[], :dues::text[],
                                    :gatewayIds::text[], :reasons::text[], :counted::int[])
                             as f(reference, tries, state, due, gateway_id, reason, counted)
                        where m.reference = f.reference and m.state = 'SENDING' and m.tries = f.tries
                        """)
                .param("references", references)
                .param("tries", tries)
                .param("states", states)
                .param("dues", dues)
                .param("gatewayIds", gatewayIds)
                .param("reasons", reasons)
                .param("counted", counted)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Duration pause(int tries) {
        return PAUSES.get(Math.min(Math.max(tries, 1), PAUSES.size()) - 1);
    }

    /** Notes what the carrier said of letters it had taken; returns those whose letter is not found as SENT (yet). */
    List<Carrier.Receipt> note(List<Carrier.Receipt> receipts) {
        var ids = receipts.stream().map(Carrier.Receipt::gatewayId).toArray(String[]::new);
        var states = receipts.stream()
                .map(receipt -> receipt.delivered() ? "DELIVERED" : "UNDELIVERED")
                .toArray(String[]::new);
        var stats = receipts.stream().map(Carrier.Receipt::stat).toArray(String[]::new);
        var found = sql.sql("""
                        update notification.message m set state = r.state, reason = r.stat
                        from unnest(:ids::text[], :states::text[], :stats::text[]) as r(id, state, stat)
                        where m.gateway_id = r.id and m.state = 'SENT' and m.channel = 'SMS'
                        returning m.gateway_id
                        """)
                .param("ids", ids)
                .param("states", states)
                .param("stats", stats)
                .query(String.class)
                .set();
        return receipts.stream()
                .filter(receipt -> !found.contains(receipt.gatewayId()))
                .toList();
    }
}
