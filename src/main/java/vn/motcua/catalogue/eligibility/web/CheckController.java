package vn.motcua.catalogue.eligibility.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.eligibility.Eligibilities;
import vn.motcua.catalogue.eligibility.Eligibility;
import vn.motcua.catalogue.web.FindProcedure;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** "Is this for me?", one question a page, without sign-in; nothing that is answered is kept. */
@Controller
@RequestMapping("/procedures/{code}/check")
class CheckController {

    private final Eligibilities eligibilities;
    private final Procedures procedures;
    private final FindProcedure find;
    private final Verdicts verdicts;

    CheckController(Eligibilities eligibilities, Procedures procedures, FindProcedure find, Verdicts verdicts) {
        this.eligibilities = eligibilities;
        this.procedures = procedures;
        this.find = find;
        this.verdicts = verdicts;
    }

    /** By GET the answers stand in the address; where one of them is personal they come by POST, and are not kept there either. */
    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    String check(
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        var procedure = find.inForce(code);
        var eligibility = eligibilities
                .find(procedure.code())
                .orElseThrow(() -> Problem.notFound("catalogue.check.none", procedure.name()));
        if (eligibility.isPersonal()) {
            response.setHeader("Cache-Control", "no-store");
        }
        var readable = !eligibility.isPersonal() || request.getMethod().equals("POST");
        Map<String, String[]> sent = readable ? request.getParameterMap() : Map.of();
        var today = procedures.today();
        var answers = eligibility.read(sent, today);
        var asked = sent.get("asked");
        var last = asked == null ? null : eligibility.question(asked[0]).orElse(null);
        var mistakes = last == null || answers.containsKey(last.name())
                ? List.<Problem.Mistake>of()
                : eligibility.mistakes(last, sent, today);
        var view = new CheckView(procedure, eligibility, answers, frame);
        if (last != null && !mistakes.isEmpty()) {
            model.addAttribute("page", view.page(last, Corrections.of(frame, Problem.invalid(mistakes))));
            return "catalogue/check";
        }
        return switch (eligibility.next(answers, today)) {
            case Eligibility.Step.Ask(var question) -> {
                model.addAttribute("page", view.page(question, Corrections.none()));
                yield "catalogue/check";
            }
            case Eligibility.Step.End(var outcome) -> {
                model.addAttribute("page", verdicts.page(view, outcome));
                yield "catalogue/verdict";
            }
        };
    }
}
