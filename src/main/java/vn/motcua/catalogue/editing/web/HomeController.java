package vn.motcua.catalogue.editing.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.editing.Decision;
import vn.motcua.catalogue.editing.Drafting;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The editors' desk: decisions by state, a search, and how a decision begins. */
@Controller
@RequestMapping("/work/catalogue")
class HomeController {

    private final HomePages pages;
    private final Drafting drafting;

    HomeController(HomePages pages, Drafting drafting) {
        this.pages = pages;
        this.drafting = drafting;
    }

    @GetMapping
    String home(
            @OnDuty Official official,
            @RequestParam(defaultValue = "DRAFT") String state,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Frame frame) {
        model.addAttribute("page", pages.home(official, state(state), q, frame));
        return "catalogue/editing/home";
    }

    private static Decision.State state(String name) {
        for (var state : Decision.State.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return Decision.State.DRAFT;
    }

    @GetMapping("/decisions/new")
    String fresh(
            @OnDuty Official official, @RequestParam(defaultValue = "") String procedure, Model model, Frame frame) {
        var form = new DecisionForm("", "", drafting.today().toString(), "", procedure, "", "", "");
        model.addAttribute(
                "page", pages.fresh(official, UUID.randomUUID().toString(), form, Corrections.none(), frame));
        return "catalogue/editing/new";
    }

    @PostMapping("/decisions")
    String begin(@OnDuty Official official, @RequestParam UUID id, DecisionForm form, Model model, Frame frame) {
        try {
            drafting.begin(official, id, form.heading());
            if (!form.procedure().isBlank()) {
                drafting.add(official, id, form.procedure(), form.itemKind());
            }
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            model.addAttribute(
                    "page", pages.fresh(official, id.toString(), form, Corrections.of(frame, problem), frame));
            return "catalogue/editing/new";
        }
        return "redirect:/work/catalogue/decisions/" + id;
    }
}
