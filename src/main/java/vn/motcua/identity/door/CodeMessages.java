package vn.motcua.identity.door;

import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.motcua.notification.Notices;
import vn.motcua.web.Messages;

/** Sends one-time codes at once, past the journal: a code that comes late is worthless. */
@Component
public class CodeMessages {

    private final Notices notices;
    private final Messages messages;

    CodeMessages(Notices notices, Messages messages) {
        this.notices = notices;
        this.messages = messages;
    }

    public void sms(String phone, Locale locale, String digits) {
        notices.sendCode(phone, messages.text(locale, "identity.code.sms", digits));
    }

    public void mail(String email, Locale locale, String digits) {
        notices.mailCode(
                email,
                messages.text(locale, "identity.code.mail.subject"),
                messages.text(locale, "identity.code.mail.text", digits));
    }
}
