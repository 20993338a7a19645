package vn.motcua.payment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.payment.PaymentChannels;
import vn.motcua.web.Messages;

@RestController
class PaymentChannelsApi {

    private final PaymentChannels channels;
    private final Messages messages;

    PaymentChannelsApi(PaymentChannels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    record ChannelJson(
            String channel,
            String name,
            String explanation,
            long surchargeVnd,
            String refund,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record ListJson(List<ChannelJson> items, @Nullable String next) {}

    @GetMapping("/api/v1/payment-channels")
    ListJson list(Locale locale) {
        return new ListJson(
                channels.offered().stream()
                        .map(channel -> new ChannelJson(
                                channel.code(),
                                messages.text(locale, channel.key("name")),
                                messages.text(locale, channel.key("explanation")),
                                channel.surcharge().amount(),
                                messages.text(locale, channel.key("refund")),
                                channel.validFrom(),
                                channel.validTo()))
                        .toList(),
                null);
    }
}
