package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ServiceId;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Idempotency;

/** What it costs and how long it takes, before anybody applies. */
@RestController
class QuoteApi {

    private final Offerings offerings;
    private final WorkingTime workingTime;
    private final InstantSource clock;
    private final Idempotency idempotency;
    private final JsonMapper json;

    QuoteApi(
            Offerings offerings,
            WorkingTime workingTime,
            InstantSource clock,
            Idempotency idempotency,
            JsonMapper json) {
        this.offerings = offerings;
        this.workingTime = workingTime;
        this.clock = clock;
        this.idempotency = idempotency;
        this.json = json;
    }

    /** @param at a day, then counted from its opening, or a moment; null = now */
    record Asked(
            @Nullable String service,

            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            String kase,

            Offering.@Nullable Channel channel,
            @Nullable Map<String, Object> answers,
            @Nullable String at) {}

    record Line(String kind, String name, long amountVnd, String basis) {}

    record Answer(long feeVnd, List<Line> lines, OffsetDateTime due, List<String> why) {}

    @PostMapping("/api/v1/quotes")
    ResponseEntity<String> quote(
            @RequestBody Asked asked, Idempotency.Token token, HttpServletRequest request, Locale locale) {
        Parameters.of(request).check();
        var kept = idempotency.once(
                token, () -> new Idempotency.Answer(200, json.writeValueAsString(quote(asked, locale))));
        return ResponseEntity.status(kept.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(kept.body());
    }

    Answer quote(Asked asked, Locale locale) {
        var mistakes = new ArrayList<Mistake>();
        var offering = offering(asked.service(), mistakes);
        var from = moment(asked.at(), mistakes);
        var kase = asked.kase();
        var channel = asked.channel();
        if (kase == null) {
            mistakes.add(Mistake.of("case", "catalogue.field.missing"));
        }
        if (channel == null) {
            mistakes.add(Mistake.of("channel", "catalogue.field.missing"));
        }
        if (offering == null || kase == null || channel == null || !mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        var day = LocalDate.ofInstant(from, WorkingTime.ZONE);
        Map<String, Object> answers =
                asked.answers() == null ? Map.of() : offering.form().clean(asked.answers());
        refuseUnknown(offering, answers);
        var quote = offerings.quote(offering, kase, channel, answers, day);
        var limit =
                java.util.Objects.requireNonNull(offering.caseOf(kase).limits().get(channel));
        return new Answer(
                quote.fee().amount(),
                quote.lines().stream()
                        .map(line -> new Line(
                                line.kind(),
                                line.name().in(locale),
                                line.amount().amount(),
                                line.basis()))
                        .toList(),
                workingTime.due(from, limit).due(),
                quote.why().stream().map(why -> why.in(locale)).toList());
    }

    /** A quote is asked before the form is full; but an answer to a question that does not exist is a slip. */
    private static void refuseUnknown(Offering offering, Map<String, Object> answers) {
        var unknown = answers.keySet().stream()
                .filter(name ->
                        offering.form().fields().noneMatch(field -> field.name().equals(name)))
                .limit(20)
                .map(ProcedureController::shown)
                .map(name -> Mistake.of("answers." + name, "form.answer.unknown", name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }

    private @Nullable Offering offering(@Nullable String service, List<Mistake> mistakes) {
        if (service == null) {
            mistakes.add(Mistake.of("service", "catalogue.field.missing"));
            return null;
        }
        try {
            var offering = offerings.find(ServiceId.parse(service));
            if (offering.isPresent()) {
                return offering.get();
            }
        } catch (IllegalArgumentException e) {
            // named below, as is a service that nobody offers
        }
        mistakes.add(Mistake.of("service", "catalogue.service.unknown", ProcedureController.shown(service)));
        return null;
    }

    private Instant moment(@Nullable String at, List<Mistake> mistakes) {
        if (at == null) {
            return clock.instant();
        }
        try {
            return at.length() == 10
                    ? LocalDate.parse(at)
                            .atTime(LocalTime.of(8, 0))
                            .atZone(WorkingTime.ZONE)
                            .toInstant()
                    : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            mistakes.add(Mistake.of("at", "catalogue.day.wrong"));
            return clock.instant();
        }
    }
}
