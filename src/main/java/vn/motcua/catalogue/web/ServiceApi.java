package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ServiceId;

/** The services that agencies offer, for programs. */
@RestController
class ServiceApi {

    private final Procedures procedures;
    private final Offerings offerings;

    ServiceApi(Procedures procedures, Offerings offerings) {
        this.procedures = procedures;
        this.offerings = offerings;
    }

    @GetMapping("/api/v1/services")
    ProcedureShapes.Page<ProcedureShapes.Service> services(HttpServletRequest request, Locale locale) {
        var asked = Parameters.of(request, "procedure", "agency", "limit", "cursor");
        var procedure = asked.procedure("procedure");
        var agency = asked.agency("agency");
        int limit = asked.limit();
        int from = asked.from();
        asked.check();
        var fitting = procedures.all().stream()
                .map(ProcedureLine::code)
                .filter(code -> procedure == null || code.equals(procedure))
                .flatMap(code -> offerings.of(code).stream())
                .filter(offering -> agency == null || offering.agency().equals(agency))
                .map(offering -> ProcedureShapes.Service.of(offering, locale))
                .toList();
        return ProcedureShapes.Page.of(fitting, from, limit);
    }

    @GetMapping("/api/v1/services/{service}")
    ProcedureShapes.WholeOffering service(@PathVariable String service, HttpServletRequest request, Locale locale) {
        Parameters.of(request).check();
        return ProcedureShapes.WholeOffering.of(offering(service), locale);
    }

    private Offering offering(String text) {
        try {
            return offerings.find(ServiceId.parse(text)).orElseThrow(() -> unknown(text));
        } catch (IllegalArgumentException e) {
            throw unknown(text);
        }
    }

    private static Problem unknown(String text) {
        return Problem.notFound("catalogue.service.unknown", ProcedureController.shown(text));
    }
}
