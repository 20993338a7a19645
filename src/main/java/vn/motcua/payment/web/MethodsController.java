package vn.motcua.payment.web;

import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.payment.PaymentChannels;
import vn.motcua.web.Formats;
import vn.motcua.web.Messages;

@Controller
class MethodsController {

    private final PaymentChannels channels;
    private final Messages messages;

    MethodsController(PaymentChannels channels, Messages messages) {
        this.channels = channels;
        this.messages = messages;
    }

    @GetMapping("/payment-methods")
    String show(Locale locale, Model model) {
        var methods = channels.offered().stream()
                .map(channel -> new MethodsPage.Method(
                        messages.text(locale, channel.key("name")),
                        messages.text(locale, channel.key("explanation")),
                        channel.surcharge().toString(),
                        messages.text(locale, channel.key("refund")),
                        Formats.date(locale, channel.validFrom())))
                .toList();
        model.addAttribute("page", new MethodsPage(methods));
        return "payment/methods";
    }
}
