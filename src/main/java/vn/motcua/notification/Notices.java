package vn.motcua.notification;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
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

    /** Writes the messages down in the running transaction; senders take them from there. */
    public void tell(Notice notice) {
        throw new UnsupportedOperationException("to be written by the notification room");
    }

    /** Sends a one-time code by SMS at once, past the journal and the queue; refuses when the SMS centre is away. */
    public void sendCode(String phone, String text) {
        throw new UnsupportedOperationException("to be written by the notification room");
    }

    /** Sends a one-time code by e-mail at once. */
    public void mailCode(String email, String subject, String text) {
        throw new UnsupportedOperationException("to be written by the notification room");
    }

    /** What was said about a thing, newest first, at most 100. */
    public List<Message> about(String about) {
        throw new UnsupportedOperationException("to be written by the notification room");
    }
}
