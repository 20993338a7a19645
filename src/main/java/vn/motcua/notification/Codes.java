package vn.motcua.notification;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import vn.motcua.shared.Problem;

/** One-time codes: on lines of their own, so that no queue stands before them. Each either goes at once or is refused. */
@Component
class Codes implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MAIL_LINES = 4;

    private final SmsCarrier sms;
    private final BlockingQueue<MailCarrier> mail = new LinkedBlockingQueue<>();

    Codes(NotificationSettings settings, InstantSource clock) {
        sms = new SmsCarrier(settings);
        for (int line = 0; line < MAIL_LINES; line++) {
            mail.add(new MailCarrier(settings, clock));
        }
    }

    void sms(String phone, String text) {
        send(sms, new Letter(UUID.randomUUID(), phone, "", text), "notification.sms.away", "notification.sms.hopeless");
        sms.receipts(); // nobody asks for those of codes
    }

    void mail(String email, String subject, String text) {
        MailCarrier line;
        try {
            line = mail.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("notification.mail.away");
        }
        if (line == null) {
            throw away("notification.mail.away");
        }
        try {
            send(
                    line,
                    new Letter(UUID.randomUUID(), email, subject, text),
                    "notification.mail.away",
                    "notification.mail.hopeless");
        } finally {
            mail.add(line);
        }
    }

    private static void send(Carrier line, Letter letter, String away, String hopeless) {
        if (!line.ready()) {
            throw away(away);
        }
        switch (line.send(List.of(letter)).getFirst()) {
            case Fate.Taken _ -> {}
            case Fate.Hopeless _ -> throw Problem.invalid("", hopeless);
            case Fate.Refused _, Fate.Unknown _, Fate.Untried _ -> throw away(away);
        }
    }

    private static Problem away(String key) {
        return Problem.later(Problem.Kind.MAINTENANCE, Duration.ofMinutes(1), key);
    }

    @Override
    public void destroy() {
        sms.close();
        mail.forEach(MailCarrier::close);
    }
}
