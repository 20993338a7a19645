package vn.motcua.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail server over SMTP: one connection that is kept, and rebuilt when it breaks. Used by one thread at a time. */
final class MailCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);

    /** The longest wait for a connection or an answer. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    /** A batch goes on no longer than this, so that it ends well before its letters count as lost. */
    private static final Duration MAX_BATCH = Duration.ofSeconds(25);

    private final NotificationSettings settings;
    private final InstantSource clock;
    private final Session session;
    private @Nullable Transport line;

    MailCarrier(NotificationSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        var properties = new Properties();
        var timeout = Long.toString(TIMEOUT.toMillis());
        properties.put("mail.smtp.host", settings.mailHost());
        properties.put("mail.smtp.port", Integer.toString(settings.mailPort()));
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.localhost", domain(settings.mailSender()));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.auth", Boolean.toString(!settings.mailUser().isEmpty()));
        session = Session.getInstance(properties);
    }

    @Override
    public Notices.Channel channel() {
        return Notices.Channel.EMAIL;
    }

    @Override
    public boolean ready() {
        var standing = line;
        if (standing != null && standing.isConnected()) {
            return true;
        }
        try {
            var fresh = session.getTransport("smtp");
            if (settings.mailUser().isEmpty()) {
                fresh.connect();
            } else {
                fresh.connect(settings.mailUser(), settings.mailPassword());
            }
            line = fresh;
            return true;
        } catch (MessagingException e) {
            LOG.debug("The mail server is away: {}", e.getClass().getSimpleName());
            line = null;
            return false;
        }
    }

    @Override
    public List<Fate> send(List<Letter> letters) {
        long start = System.nanoTime();
        var fates = new ArrayList<Fate>();
        for (var letter : letters) {
            var standing = line;
            boolean late = System.nanoTime() - start > MAX_BATCH.toNanos();
            fates.add(standing == null || late ? new Fate.Untried() : send(standing, letter));
        }
        return fates;
    }

    private Fate send(Transport standing, Letter letter) {
        var submitting = false;
        try {
            var message = message(letter);
            submitting = true;
            standing.sendMessage(message, message.getAllRecipients());
            return new Fate.Taken(letter.reference().toString());
        } catch (SendFailedException e) {
            return refused(e);
        } catch (IllegalStateException e) { // hung up since the letter before
            hangUp();
            return new Fate.Untried();
        } catch (MessagingException e) {
            if (!submitting) {
                return new Fate.Hopeless("This is no e-mail address");
            }
            hangUp();
            return new Fate.Unknown(e.getClass().getSimpleName());
        }
    }

    /** Said no: to the address for good (5xx, which the library lists as invalid), or for now. */
    private static Fate refused(SendFailedException e) {
        var reason = "SMTP " + e.getClass().getSimpleName();
        return e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0
                ? new Fate.Hopeless(reason)
                : new Fate.Refused(reason);
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        var id = "<" + letter.reference() + "@" + domain(settings.mailSender()) + ">";
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        var to = new InternetAddress(letter.to(), true);
        message.setFrom(new InternetAddress(settings.mailSender(), true));
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no answers by machines
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private void hangUp() {
        var standing = line;
        line = null;
        if (standing != null) {
            try {
                standing.close();
            } catch (MessagingException e) {
                LOG.debug("The mail server hung up first");
            }
        }
    }

    @Override
    public void close() {
        hangUp();
    }
}
