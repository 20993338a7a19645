package vn.motcua.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.web.Formats;

/** A dossier followed by its code and secret, without signing in (no idempotency key). */
@RestController
class TrackingsApi {

    record Question(@Nullable String code, @Nullable String secret) {}

    record TrackingJson(
            String code,
            String procedure,
            String applicant,
            DossierJson.StatusJson status,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime dueAt,
            List<DueWhy.Day> dueWhy,
            List<DossierJson.StepJson> steps,
            boolean overdue) {}

    private final LookUps lookUps;
    private final DossierJson shapes;
    private final DueWhy dueWhy;
    private final InstantSource clock;

    TrackingsApi(LookUps lookUps, DossierJson shapes, DueWhy dueWhy, InstantSource clock) {
        this.lookUps = lookUps;
        this.shapes = shapes;
        this.dueWhy = dueWhy;
        this.clock = clock;
    }

    @PostMapping("/api/v1/trackings")
    TrackingJson track(@RequestBody Question question, HttpServletRequest request, Locale locale) {
        var found = lookUps.of(text(question.code()), text(question.secret()), request);
        var dossier = found.dossier();
        return new TrackingJson(
                dossier.code().value(),
                found.offering().name().in(locale),
                found.initials(),
                shapes.status(dossier.status(), locale),
                Formats.here(dossier.times().submitted()),
                DossierJson.at(dossier.times().due()),
                dueWhy.of(dossier, found.offering(), locale),
                shapes.steps(found.steps(), found.offering().agencyName().in(locale), locale, false),
                dossier.isLate(clock.instant()));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
