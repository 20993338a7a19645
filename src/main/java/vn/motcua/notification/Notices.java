package vn.motcua.notification;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.keys.Keys;
import vn.motcua.shared.PersonId;

/** Messages to people. What to say is decided elsewhere; here it is written down, sent, and its fate kept. */
@Repository
public class Notices {

    /** A way to reach somebody. */
    public enum Channel {
        SMS,
        EMAIL
    }

    /** How the person can be reached; a channel without address is skipped. Phone in the form 0912000017. */
    public record Recipient(
            PersonId person,
            Locale locale,
            @Nullable String phone,
            @Nullable String email) {}

    /**
     * One thing to say.
     *
     * @param event the journal position that caused it; with recipient and channel it is unique, so that a reader that
     *     runs twice says it once
     * @param sms at most 160 signs without accents
     * @param about what it belongs to, {@code dossier/H26-261116-0001}, shown with the dossier
     */
    public record Notice(long event, Recipient to, String sms, String subject, String text, String about) {}

    /** A message as it stands. */
    public record Message(
            Channel channel, String to, String subject, String text, String state, java.time.Instant at) {}

    private final JdbcClient sql;
    private final Keys keys;
    private final InstantSource clock;
    private final Bell bell;
    private final Codes codes;

    Notices(JdbcClient sql, Keys keys, InstantSource clock, Bell bell, Codes codes) {
        this.sql = sql;
        this.keys = keys;
        keys.secret(Words.KEY);
        this.clock = clock;
        this.bell = bell;
        this.codes = codes;
    }

    /** Writes the messages down in the running transaction; senders take them from there, unless a restore holds them. */
    public void tell(Notice notice) {
        var to = notice.to();
        var references = new ArrayList<String>();
        var channels = new ArrayList<String>();
        var sealed = new ArrayList<byte[]>();
        if (to.phone() != null) {
            references.add(UUID.randomUUID().toString());
            channels.add(Channel.SMS.name());
            sealed.add(new Words(to.phone(), "", notice.sms()).seal(keys));
        }
        if (to.email() != null) {
            references.add(UUID.randomUUID().toString());
            channels.add(Channel.EMAIL.name());
            sealed.add(new Words(to.email(), notice.subject(), notice.text()).seal(keys));
        }
        if (channels.isEmpty()) {
            return;
        }
        sql.sql("""
                        insert into notification.message
                            (reference, event, recipient, channel, about, sealed, state, hold, due_at, made_at)
                        select m.reference, :event, :recipient, m.channel, :about, m.sealed,
                               case when h.id is null then 'WAITING' else 'HELD' end, h.id, :now, :now
                        from unnest(:references::uuid[], :channels::text[], :sealed::bytea[])
                             as m(reference, channel, sealed)
                        left join (select max(id) as id from notification.hold where until_event >= :event) h on true
                        on conflict do nothing
                        """)
                .param("event", notice.event())
                .param("recipient", to.person().value())
                .param("about", notice.about())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("references", references.toArray(String[]::new))
                .param("channels", channels.toArray(String[]::new))
                .param("sealed", sealed.toArray(byte[][]::new))
                .update();
        wake();
    }

    private void wake() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.ring();
                }
            });
        } else {
            bell.ring();
        }
    }

    /** Sends a one-time code by SMS at once, past the journal and the queue; refuses when the SMS centre is away. */
    public void sendCode(String phone, String text) {
        codes.sms(phone, text);
    }

    /** Sends a one-time code by e-mail at once; refuses when the mail server is away. */
    public void mailCode(String email, String subject, String text) {
        codes.mail(email, subject, text);
    }

    /** What was said about a thing, newest first, at most 100. */
    public List<Message> about(String about) {
        return sql.sql("""
                        select channel, sealed, state, made_at from notification.message
                        where about = :about and sealed is not null
                        order by made_at desc, reference
                        limit 100
                        """)
                .param("about", about)
                .query((row, _) -> {
                    var words = Words.open(keys, row.getBytes("sealed"));
                    return new Message(
                            Channel.valueOf(row.getString("channel")),
                            words.to(),
                            words.subject(),
                            words.text(),
                            row.getString("state"),
                            row.getTimestamp("made_at").toInstant());
                })
                .list();
    }

    /** Forgets to whom and in what words a person was written to; that and when it was remains. What waits is not sent. */
    public void forget(PersonId person) {
        sql.sql("""
                        update notification.message
                        set sealed = null,
                            state = case when state in ('WAITING', 'SENDING', 'HELD') then 'ERASED' else state end
                        where recipient = :person
                        """).param("person", person.value()).update();
    }
}
