package vn.motcua.payment.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.payment.AmountInWords;
import vn.motcua.payment.Obligation;
import vn.motcua.payment.Obligations;
import vn.motcua.payment.PaymentChannels;
import vn.motcua.payment.Payments;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Messages;

/** Puts an obligation into the words of its page. */
@Component
class ObligationPages {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private final Obligations obligations;
    private final Payments payments;
    private final PaymentChannels channels;
    private final Messages messages;

    ObligationPages(Obligations obligations, Payments payments, PaymentChannels channels, Messages messages) {
        this.obligations = obligations;
        this.payments = payments;
        this.channels = channels;
        this.messages = messages;
    }

    ObligationPage of(Obligation obligation, Locale locale) {
        var id = obligation.id().toString();
        var amount = obligation.amount().toString();
        var words = AmountInWords.of(obligation.amount());
        var returnTo = obligations.returnTo(obligation.id());
        var live = obligation.live();
        if (obligation.state() != Obligation.State.DUE) {
            var paidAt = obligation.paidAt();
            return new EndPage(id, paidAt != null, amount, words, paidAt == null ? "" : moment(paidAt), returnTo);
        }
        if (live.isPresent()) {
            return new WaitingPage(
                    id,
                    amount,
                    words,
                    live.get().reference(),
                    payments.redirectUrl(obligation).orElse(""),
                    live.get().state() == Obligation.AttemptState.CLEARING,
                    returnTo);
        }
        return new ChoosePage(
                id,
                UUID.randomUUID().toString(),
                amount,
                words,
                moment(obligation.payBy()),
                setback(obligation),
                obligation.lines().stream()
                        .map(line -> new ObligationPage.Line(
                                line.name(), line.amount().toString()))
                        .toList(),
                channels.offered().stream().map(channel -> way(channel, locale)).toList(),
                returnTo);
    }

    private ChoosePage.Way way(PaymentChannels.Channel channel, Locale locale) {
        return new ChoosePage.Way(
                channel.code(),
                messages.text(locale, channel.key("name")),
                messages.text(locale, channel.key("hint")),
                messages.text(locale, channel.key("aside")),
                channels.offered().getFirst().equals(channel));
    }

    private static String setback(Obligation obligation) {
        return obligation.attempts().stream()
                .findFirst()
                .map(last -> switch (last.state()) {
                    case FAILED -> "payment.choose.failed";
                    case CANCELLED -> "payment.choose.cancelled";
                    case EXPIRED -> "payment.choose.expired";
                    case PENDING, CLEARING, SUCCEEDED -> "";
                })
                .orElse("");
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(WorkingTime.ZONE));
    }
}
