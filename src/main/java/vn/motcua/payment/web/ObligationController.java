package vn.motcua.payment.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.payment.Payments;
import vn.motcua.payment.Receipts;
import vn.motcua.shared.Problem;

/** The pages of one demand for money: choose a way, wait, paid, closed. */
@Controller
@RequestMapping("/obligations/{id}")
class ObligationController {

    private final Payments payments;
    private final Receipts receipts;
    private final ObligationPages pages;

    ObligationController(Payments payments, Receipts receipts, ObligationPages pages) {
        this.payments = payments;
        this.receipts = receipts;
        this.pages = pages;
    }

    @GetMapping
    String show(
            @Signed Person person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String back,
            java.util.Locale locale,
            Model model) {
        var obligation = payments.mine(person.id(), id);
        if (back != null) { // the payer has just come from the gateway, perhaps before its notice
            payments.check(obligation);
            obligation = payments.mine(person.id(), id);
        }
        var page = pages.of(obligation, locale);
        model.addAttribute("page", page);
        return switch (page) {
            case ChoosePage _ -> "payment/choose";
            case WaitingPage _ -> "payment/waiting";
            case EndPage _ -> "payment/end";
        };
    }

    @PostMapping("/attempts")
    String begin(
            @Signed Person person,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam UUID token,
            java.util.Locale locale) {
        if (channel == null) {
            throw Problem.invalid("channel", "payment.channel.missing");
        }
        payments.begin(person.id(), id, channel, token, locale);
        return "redirect:/obligations/" + id;
    }

    @PostMapping("/check")
    String check(@Signed Person person, @PathVariable UUID id) {
        payments.check(payments.mine(person.id(), id));
        return "redirect:/obligations/" + id;
    }

    @PostMapping("/cancellation")
    String cancel(@Signed Person person, @PathVariable UUID id) {
        payments.abandon(person.id(), id);
        return "redirect:/obligations/" + id;
    }

    @GetMapping("/receipt")
    ResponseEntity<byte[]> receipt(@Signed Person person, @PathVariable UUID id) {
        payments.mine(person.id(), id);
        var pdf = receipts.pdf(id).orElseThrow(() -> Problem.notFound("payment.receipt.none"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"receipt-" + id + ".pdf\"")
                .body(pdf);
    }
}
