package vn.motcua.payment.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import vn.motcua.payment.Callbacks;
import vn.motcua.payment.Payments;
import vn.motcua.shared.Problem;

/** The two addresses that MoMo knows: the notice from server to server, and the way back for the payer's browser. */
@Controller
@RequestMapping("/payments/momo")
class MomoController {

    private final Callbacks callbacks;
    private final Payments payments;

    MomoController(Callbacks callbacks, Payments payments) {
        this.callbacks = callbacks;
        this.payments = payments;
    }

    @PostMapping("/callback")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callback(@RequestBody(required = false) byte @Nullable [] body) {
        callbacks.momo(body == null ? new byte[0] : body);
    }

    /** Believes nothing that the address says: it only finds the obligation, whose page asks the gateway itself. */
    @GetMapping("/return")
    String back(@RequestParam(name = "orderId", defaultValue = "") String reference) {
        return payments.obligationOf(reference)
                .map(id -> "redirect:/obligations/" + id + "?back")
                .orElseThrow(() -> Problem.notFound("payment.obligation.none"));
    }
}
