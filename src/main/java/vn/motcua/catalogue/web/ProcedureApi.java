package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;

/** Procedures for programs; open to everybody. */
@RestController
class ProcedureApi {

    private final Procedures procedures;
    private final Offerings offerings;
    private final ProcedureSearch search;

    ProcedureApi(Procedures procedures, Offerings offerings, ProcedureSearch search) {
        this.procedures = procedures;
        this.offerings = offerings;
        this.search = search;
    }

    private record Scored(ProcedureLine procedure, double score) {}

    @GetMapping("/api/v1/procedures")
    ProcedureShapes.Page<ProcedureShapes.Item> find(HttpServletRequest request, Locale locale) {
        var asked = Parameters.of(request, "q", "audience", "field", "agency", "level", "limit", "cursor");
        var query = asked.text("q", 200);
        var audience = asked.one("audience", Procedure.Audience.class);
        var field = asked.text("field", 200);
        var agency = asked.agency("agency");
        var level = asked.level();
        int limit = asked.limit();
        int from = asked.from();
        asked.check();
        var fitting = found(query).stream()
                .filter(hit -> audience == null || hit.procedure().audiences().contains(audience))
                .filter(hit -> field == null || isIn(hit.procedure().field(), field))
                .filter(hit -> agency == null || isOf(hit.procedure(), agency))
                .map(hit -> item(hit, locale))
                .filter(item -> level == null || item.level() == level)
                .toList();
        return ProcedureShapes.Page.of(fitting, from, limit);
    }

    @GetMapping("/api/v1/procedures/{code}")
    ProcedureShapes.Whole procedure(@PathVariable String code, HttpServletRequest request, Locale locale) {
        var asked = Parameters.of(request, "at");
        var at = asked.day("at");
        asked.check();
        var known = ProcedureController.code(code);
        return (at == null ? procedures.shown(known) : procedures.line(known, at))
                .map(line -> ProcedureShapes.Whole.of(procedures.whole(line), offerings.of(known), locale))
                .orElseThrow(() -> Problem.notFound("catalogue.procedure.unknown", ProcedureController.shown(code)));
    }

    private List<Scored> found(@Nullable String query) {
        if (query == null) {
            return procedures.all().stream().map(p -> new Scored(p, 0)).toList();
        }
        var today = procedures.today();
        return search.find(query, false).hits().stream()
                .flatMap(hit -> procedures.line(hit.code(), today).stream().map(p -> new Scored(p, hit.score())))
                .toList();
    }

    private static boolean isIn(Procedure.Field field, String asked) {
        return asked.equalsIgnoreCase(field.code())
                || asked.equalsIgnoreCase(field.name().vi())
                || asked.equalsIgnoreCase(field.name().en());
    }

    private boolean isOf(ProcedureLine procedure, AgencyCode agency) {
        return procedure.promulgatingAgency().equals(agency)
                || offerings.of(procedure.code()).stream()
                        .anyMatch(offering -> offering.agency().equals(agency));
    }

    /** A procedure that nobody offers online is information only: level 1. */
    private ProcedureShapes.Item item(Scored hit, Locale locale) {
        var procedure = hit.procedure();
        var offered = offerings.of(procedure.code());
        return new ProcedureShapes.Item(
                procedure.code().value(),
                procedure.name().in(locale),
                procedure.field().name().in(locale),
                procedure.promulgatingAgencyName().in(locale),
                offered.isEmpty() ? 1 : offered.getFirst().level(),
                offered.isEmpty()
                        ? Offering.Digital.INFORMATION
                        : offered.getFirst().digital(),
                hit.score());
    }
}
