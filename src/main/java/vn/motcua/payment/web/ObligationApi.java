package vn.motcua.payment.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.payment.Obligation;
import vn.motcua.payment.Payments;
import vn.motcua.payment.Receipts;
import vn.motcua.shared.Problem;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Idempotency;

@RestController
@RequestMapping("/api/v1/me/obligations/{id}")
class ObligationApi {

    private final Payments payments;
    private final Receipts receipts;
    private final Idempotency idempotency;
    private final JsonMapper json;

    ObligationApi(Payments payments, Receipts receipts, Idempotency idempotency, JsonMapper json) {
        this.payments = payments;
        this.receipts = receipts;
        this.idempotency = idempotency;
        this.json = json;
    }

    record LineJson(String kind, String name, long amountVnd, String basis) {}

    record AttemptJson(String attempt, String channel, String state, OffsetDateTime at) {}

    record ReceiptJson(String number, OffsetDateTime issuedAt) {}

    record ObligationJson(
            UUID id,
            String state,
            long amountVnd,
            OffsetDateTime payBy,
            @Nullable OffsetDateTime paidAt,
            List<LineJson> lines,
            List<AttemptJson> attempts,
            List<ReceiptJson> receipts) {}

    record AttemptRequest(@Nullable String channel) {}

    @GetMapping
    ObligationJson read(@Signed Person person, @PathVariable UUID id) {
        var obligation = payments.mine(person.id(), id);
        return new ObligationJson(
                id,
                obligation.state().published(),
                obligation.amount().amount(),
                here(obligation.payBy()),
                obligation.paidAt() == null ? null : here(obligation.paidAt()),
                obligation.lines().stream()
                        .map(line -> new LineJson(
                                line.kind(), line.name(), line.amount().amount(), line.basis()))
                        .toList(),
                obligation.attempts().stream().map(ObligationApi::attempt).toList(),
                receipts.of(id).stream()
                        .map(receipt -> new ReceiptJson(receipt.number(), here(receipt.issuedAt())))
                        .toList());
    }

    private static AttemptJson attempt(Obligation.Attempt attempt) {
        return new AttemptJson(
                attempt.reference(), attempt.channel(), attempt.state().name(), here(attempt.at()));
    }

    @PostMapping("/attempts")
    ResponseEntity<String> begin(
            @Signed Person person,
            @PathVariable UUID id,
            Idempotency.Token token,
            @RequestBody AttemptRequest request,
            Locale locale) {
        var channel = request.channel();
        if (channel == null || channel.isBlank()) {
            throw Problem.invalid("channel", "payment.channel.missing");
        }
        var answer = idempotency.once(
                token,
                () -> payments.begin(person.id(), id, channel, token.key(), locale),
                begun -> new Idempotency.Answer(201, json.writeValueAsString(begun)));
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    private static OffsetDateTime here(Instant at) {
        return at.atZone(WorkingTime.ZONE).toOffsetDateTime();
    }
}
