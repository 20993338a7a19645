package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierEvent.Decision;
import vn.motcua.dossier.Processing;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.web.Idempotency;

/** What officials do with dossiers (scope {@code work}), limited by duty and agency. */
@RestController
@RequestMapping("/api/v1/work/dossiers")
class WorkDossiersApi {

    record Nothing() {}

    record Acceptance(
            @Nullable Long feeVnd,
            @Nullable Object limit,
            @Nullable String reason) {}

    record Move(@Nullable String to, @Nullable String note) {}

    record Note(@Nullable String note) {}

    record Approval(@Nullable Decision decision, @Nullable String note) {}

    record Delivery(@Nullable Way way, @Nullable String tracking) {}

    private final Processing processing;
    private final Desk desk;
    private final Idempotency idempotency;
    private final DossierJson shapes;
    private final Answering answering;

    WorkDossiersApi(
            Processing processing, Desk desk, Idempotency idempotency, DossierJson shapes, Answering answering) {
        this.processing = processing;
        this.desk = desk;
        this.idempotency = idempotency;
        this.shapes = shapes;
        this.answering = answering;
    }

    @GetMapping
    Desk.PageJson list(
            @OnDuty Official official,
            @RequestParam(defaultValue = "new") String queue,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        return desk.page(official, queue, limit, cursor, locale);
    }

    @GetMapping("/{code}")
    DossierJson.WholeJson read(@OnDuty Official official, @PathVariable String code, Locale locale) {
        return desk.whole(official, Codes.parse(code), locale);
    }

    @PostMapping("/{code}/claim")
    ResponseEntity<String> claim(
            @OnDuty Official official,
            Idempotency.Token token,
            @PathVariable String code,
            @RequestBody Nothing body,
            Locale locale) {
        return move(token, code, locale, (dossier, since) -> processing.claim(official, dossier, since));
    }

    @PostMapping("/{code}/acceptance")
    ResponseEntity<String> accept(
            @OnDuty Official official,
            Idempotency.Token token,
            @PathVariable String code,
            @RequestBody Acceptance body,
            Locale locale) {
        if (body.feeVnd() != null || body.limit() != null) {
            throw Problem.invalid(body.feeVnd() != null ? "feeVnd" : "limit", "dossier.acceptance.not-doubtful");
        }
        return move(token, code, locale, (dossier, since) -> processing.accept(official, dossier, since));
    }

    @PostMapping("/{code}/assignment")
    ResponseEntity<String> assign(
            @OnDuty Official official,
            Idempotency.Token token,
            @PathVariable String code,
            @RequestBody Move body,
            Locale locale) {
        var note = note(body.note());
        return move(
                token, code, locale, (dossier, since) -> processing.assign(official, dossier, since, to(body), note));
    }

    @PostMapping("/{code}/forwarding")
    ResponseEntity<String> forward(
            @OnDuty Official official,
            Idempotency.Token token,
            @PathVariable String code,
            @RequestBody Move body,
            Locale locale) {
        var note = note(body.note());
        return move(
                token, code, locale, (dossier, since) -> processing.forward(official, dossier, since, to(body), note));
    }

    @PostMapping("/{code}/return")
    ResponseEntity<String> giveBack(
            @OnDuty Official official,
            Idempotency.Token token,
            @PathVariable String code,
            @RequestBody Note body,
            Locale locale) {
        var note = note(body.note());
        return move(token, code, locale, (dossier, since) -> processing.giveBack(official, dossier, since, note));
    }

    @PostMapping("/{code}/approval")
    ResponseEntity<String> approve(
            @OnDuty Official official,
            Idempotency.Token token,
            @PathVariable String code,
            @RequestBody Approval body,
            Locale locale) {
        var note = note(body.note());
        var decision = body.decision();
        if (decision == null) {
            throw Problem.invalid("decision", "dossier.approval.decision", choices(Decision.values()));
        }
        return move(
                token, code, locale, (dossier, since) -> processing.approve(official, dossier, since, decision, note));
    }

    @PostMapping("/{code}/delivery")
    ResponseEntity<String> deliver(
            @OnDuty Official official,
            Idempotency.Token token,
            @PathVariable String code,
            @RequestBody Delivery body,
            Locale locale) {
        var way = body.way();
        if (way == null) {
            throw Problem.invalid("way", "dossier.delivery.way", choices(Way.values()));
        }
        var tracking = note(body.tracking());
        return move(
                token, code, locale, (dossier, since) -> processing.deliver(official, dossier, since, way, tracking));
    }

    private interface Act {
        Dossier on(DossierCode dossier, Instant since);
    }

    private ResponseEntity<String> move(Idempotency.Token token, String code, Locale locale, Act act) {
        var dossier = Codes.parse(code);
        var since = desk.now();
        return Answering.response(
                idempotency.once(token, () -> answering.with(200, shapes.moved(act.on(dossier, since), locale))));
    }

    static String note(@Nullable String note) {
        if (note == null) {
            return "";
        }
        if (note.length() > Processing.LONGEST_NOTE) {
            throw Problem.invalid("note", "dossier.note.long", Processing.LONGEST_NOTE);
        }
        return note;
    }

    private static String to(Move body) {
        return body.to() == null ? "" : body.to();
    }

    private static String choices(Enum<?>[] values) {
        return String.join(", ", java.util.Arrays.stream(values).map(Enum::name).toList());
    }
}
