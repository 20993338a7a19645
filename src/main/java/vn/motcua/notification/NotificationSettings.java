package vn.motcua.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave the portal.
 *
 * @param smsHost the SMS centre, SMPP 3.4; {@code smsSystemId} at most 15 and {@code smsPassword} at most 8 signs (SMPP
 *     3.4 §5.2)
 * @param smsSender the name that phones show, at most 11 letters (registered with the operators)
 * @param mailHost the mail server, SMTP; without {@code mailUser} it is used without signing in
 * @param mailSender the address that messages come from; its domain stands in each Message-ID
 * @param resendAfter how long the fate of a submitted message may stay unknown before it is sent again, with the same
 *     reference: longer than every time-out of one try (5 s for each of at most 100)
 * @param maxTries after so many refusals a message is given up; with the growing pauses that is about five hours
 */
@ConfigurationProperties(value = "motcua.notification", ignoreUnknownFields = false)
record NotificationSettings(
        @DefaultValue("localhost") String smsHost,
        @DefaultValue("2775") int smsPort,
        @DefaultValue("motcua") String smsSystemId,
        @DefaultValue("") String smsPassword,
        @DefaultValue("MOTCUA") String smsSender,
        @DefaultValue("localhost") String mailHost,
        @DefaultValue("25") int mailPort,
        @DefaultValue("motcua@localhost") String mailSender,
        @DefaultValue("") String mailUser,
        @DefaultValue("") String mailPassword,
        @DefaultValue("60s") Duration resendAfter,
        @DefaultValue("10") int maxTries) {

    @Override
    public String toString() { // never the passwords
        return "NotificationSettings[sms " + smsHost + ":" + smsPort + ", mail " + mailHost + ":" + mailPort + "]";
    }
}
