package vn.motcua.catalogue.editing.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.editing.Drafting;
import vn.motcua.catalogue.editing.Item;
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
        model.addAttribute("page", pages.page(official, id, Corrections.none(), frame));
        return "catalogue/editing/decision";
    }

    @PostMapping("/heading")
    String rename(
            @OnDuty Official official, @PathVariable UUID id, Drafting.Heading heading, Model model, Frame frame) {
        return done(official, id, () -> drafting.rename(official, id, Given.whole(heading)), model, frame);
    }

    @PostMapping("/items")
    String add(
            @OnDuty Official official,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String kind,
            Model model,
            Frame frame) {
        return done(official, id, () -> drafting.add(official, id, procedure, Given.kind(kind)), model, frame);
    }

    /** One address for each act: sending, return, approval, publication, withdrawal. */
    @PostMapping("/{act}")
    String act(
            @OnDuty Official official,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Frame frame) {
        int version = ItemController.number(seen);
        Runnable what =
                switch (act) {
                    case "sending" -> () -> promulgation.send(official, id, version);
                    case "return" -> () -> promulgation.giveBack(official, id, version, reason);
                    case "approval" -> () -> promulgation.approve(official, id, version);
                    case "publication" -> () -> promulgation.publish(official, id, version);
                    case "withdrawal" -> () -> promulgation.withdraw(official, id, version, reason);
                    default -> throw Problem.notFound("catalogue.editing.none");
                };
        return done(official, id, what, model, frame);
    }

    /** Back to the decision; where the act was refused, its page says why. */
    private String done(Official official, UUID id, Runnable act, Model model, Frame frame) {
        try {
            act.run();
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case INVALID, STALE, NOT_ALLOWED_NOW, FORBIDDEN -> {
                    model.addAttribute("page", pages.page(official, id, Corrections.of(frame, problem), frame));
                    yield "catalogue/editing/decision";
                }
                default -> throw problem;
            };
        }
        return "redirect:/work/catalogue/decisions/" + id;
    }

    /** What a form leaves out is empty, not absent. */
    static final class Given {

        private Given() {}

        static Drafting.Heading whole(Drafting.Heading heading) {
            return new Drafting.Heading(
                    said(heading.agency()), said(heading.number()), said(heading.signed()), said(heading.title()));
        }

        private static String said(@org.jspecify.annotations.Nullable String text) {
            return text == null ? "" : text;
        }

        static Item.Kind kind(String name) {
            for (var kind : Item.Kind.values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            throw Problem.invalid("kind", "catalogue.editing.wrong.choice");
        }
    }
}
