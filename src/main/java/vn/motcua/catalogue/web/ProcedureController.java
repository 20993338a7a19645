package vn.motcua.catalogue.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Procedures;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Frame;

/** One procedure: everything to know before one starts. */
@Controller
class ProcedureController {

    private static final Pattern AGENCY = Pattern.compile("[GH]\\d{2}");
    private static final Pattern CASE = Pattern.compile("[\\w.-]{1,20}");

    private final Procedures procedures;
    private final ProcedurePages pages;

    ProcedureController(Procedures procedures, ProcedurePages pages) {
        this.procedures = procedures;
        this.pages = pages;
    }

    @GetMapping("/procedures/{code}")
    String procedure(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(name = "case", defaultValue = "") String kase,
            @RequestParam(required = false) @Nullable String at,
            Frame frame,
            Model model) {
        var known = code(code);
        var line = (at == null ? procedures.shown(known) : procedures.line(known, day(at)))
                .orElseThrow(() -> Problem.notFound("catalogue.procedure.unknown", shown(code)));
        var choice = new ProcedurePages.Choice(
                line,
                at == null ? procedures.today() : day(at),
                AGENCY.matcher(agency).matches() ? agency : "",
                CASE.matcher(kase).matches() ? kase : "");
        model.addAttribute("body", pages.body(choice, frame));
        return "catalogue/procedure";
    }

    static ProcedureCode code(String text) {
        try {
            return ProcedureCode.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("catalogue.procedure.unknown", shown(text));
        }
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("at", "catalogue.day.wrong");
        }
    }

    /** What came from outside is shown again only in part. */
    static String shown(String text) {
        return shown(text, 40);
    }

    static String shown(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "…";
    }
}
