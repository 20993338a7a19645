package vn.motcua.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Offering;
import vn.motcua.dossier.Drafting;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ServiceId;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** The door between reading about a procedure and filling it in: what is needed, and whether this account is enough. */
@Controller
@RequestMapping("/procedures/{code}/start")
class StartController {

    private final Drafting drafting;

    StartController(Drafting drafting) {
        this.drafting = drafting;
    }

    @GetMapping
    String look(
            @Signed Person person,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(name = "case", defaultValue = "") String caseCode,
            HttpServletRequest request,
            Model model,
            Frame frame) {
        var offering = offering(code, agency);
        var chosen = chosen(offering, caseCode);
        var papers = chosen.components().stream()
                .filter(component -> component.source() == Offering.Source.UPLOAD && !component.present())
                .map(component -> new StartPage.Paper(
                        component.name().in(frame.locale()),
                        component.why() == null ? "" : component.why().in(frame.locale())))
                .toList();
        var limit = chosen.limits().get(Offering.Channel.ONLINE);
        model.addAttribute(
                "page",
                new StartPage(
                        offering.name().in(frame.locale()),
                        offering.agencyName().in(frame.locale()),
                        limit == null ? "" : Formats.limit(frame.locale(), limit),
                        papers,
                        person.level() >= offering.assurance(),
                        offering.assurance(),
                        person.level(),
                        "/procedures/" + code + "/start",
                        agency,
                        chosen.code(),
                        drafting.carried(offering, request.getParameterMap()),
                        "/procedures/" + code));
        return "dossier/start";
    }

    @PostMapping
    String begin(
            @Signed Person person,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(name = "case", defaultValue = "") String caseCode,
            HttpServletRequest request) {
        var offering = offering(code, agency);
        var carried = drafting.carried(offering, request.getParameterMap());
        var draft = drafting.begin(person, offering, chosen(offering, caseCode).code(), carried);
        return "redirect:/drafts/" + draft.id();
    }

    private Offering offering(String code, String agency) {
        try {
            return drafting.offering(ServiceId.parse(code + "@" + agency));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("dossier.draft.no-service");
        }
    }

    /** The case asked for; where there is only one it need not be named. */
    private static Offering.Case chosen(Offering offering, @Nullable String code) {
        List<Offering.Case> cases = offering.cases();
        return cases.stream().filter(c -> c.code().equals(code)).findFirst().orElseGet(() -> {
            if (cases.size() == 1) {
                return cases.getFirst();
            }
            throw Problem.notFound("dossier.draft.no-service");
        });
    }
}
