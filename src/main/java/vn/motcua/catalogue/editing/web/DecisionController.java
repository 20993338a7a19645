package vn.motcua.catalogue.editing.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.motcua.catalogue.editing.Drafting;
import vn.motcua.catalogue.editing.Promulgation;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** One decision: what it carries, and the acts that move it on. */
@Controller
@RequestMapping("/work/catalogue/decisions/{id}")
class DecisionController {

    private final DecisionPages pages;
    private final Drafting drafting;
    private final Promulgation promulgation;

    DecisionController(DecisionPages pages, Drafting drafting, Promulgation promulgation) {
        this.pages = pages;
        this.drafting = drafting;
        this.promulgation = promulgation;
    }

    @GetMapping
    String show(@OnDuty Official official, @PathVariable UUID id, Model model, Frame frame) {
        model.addAttribute("page", pages.page(official, id, DecisionForm.EMPTY, Corrections.none(), frame));
        return "catalogue/editing/decision";
    }

    /** One address for each act: heading, items, sending, return, approval, publication, withdrawal. */
    @PostMapping("/{act}")
    String act(
            @OnDuty Official official,
            @PathVariable UUID id,
            @PathVariable String act,
            DecisionForm form,
            Model model,
            Frame frame) {
        try {
            act(official, id, act, form);
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case INVALID, STALE, NOT_ALLOWED_NOW, FORBIDDEN -> {
                    model.addAttribute("page", pages.page(official, id, form, Corrections.of(frame, problem), frame));
                    yield "catalogue/editing/decision";
                }
                default -> throw problem;
            };
        }
        return "redirect:/work/catalogue/decisions/" + id;
    }

    private void act(Official official, UUID id, String act, DecisionForm form) {
        switch (act) {
            case "heading" -> drafting.rename(official, id, form.heading());
            case "items" -> drafting.add(official, id, form.procedure(), form.itemKind());
            case "sending" -> promulgation.send(official, id, form.version());
            case "return" -> promulgation.giveBack(official, id, form.version(), form.reason());
            case "approval" -> promulgation.approve(official, id, form.version());
            case "publication" -> promulgation.publish(official, id, form.version());
            case "withdrawal" -> promulgation.withdraw(official, id, form.version(), form.reason());
            default -> throw Problem.notFound("catalogue.editing.none");
        }
    }
}
