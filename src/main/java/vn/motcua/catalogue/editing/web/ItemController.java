package vn.motcua.catalogue.editing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.editing.Drafting;
import vn.motcua.catalogue.editing.Section;
import vn.motcua.catalogue.editing.Sections;
import vn.motcua.catalogue.editing.Typed;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The editor of one draft, page by page. */
@Controller
@RequestMapping("/work/catalogue/decisions/{id}/items/{code}")
class ItemController {

    private final ItemPages pages;
    private final Drafting drafting;

    ItemController(ItemPages pages, Drafting drafting) {
        this.pages = pages;
        this.drafting = drafting;
    }

    @GetMapping
    String show(
            @OnDuty Official official,
            @PathVariable UUID id,
            @PathVariable ProcedureCode code,
            @RequestParam(defaultValue = "") String section,
            @RequestParam(defaultValue = "") String from,
            Model model,
            Frame frame) {
        var at = new ItemPages.At(id, code, section, number(from));
        model.addAttribute("page", pages.page(official, at, frame));
        return "catalogue/editing/item";
    }

    @PostMapping
    String save(
            @OnDuty Official official,
            @PathVariable UUID id,
            @PathVariable ProcedureCode code,
            HttpServletRequest request,
            Model model,
            Frame frame) {
        var typed = Typed.of(request.getParameterMap());
        var at = new ItemPages.At(id, code, typed.one("section"), number(typed.one("from")));
        var act = typed.one("act");
        try {
            var form = new Drafting.Form(
                    at.section(), at.from(), act, number(typed.one("seen")), token(typed.one("token")), typed);
            drafting.save(official, id, code, form);
        } catch (Problem problem) {
            return refused(official, at, typed, problem, model, frame);
        }
        return "redirect:" + next(official, at, act);
    }

    private String refused(Official official, ItemPages.At at, Typed typed, Problem problem, Model model, Frame frame) {
        return switch (problem.kind()) {
            case INVALID, STALE, NOT_ALLOWED_NOW -> {
                model.addAttribute("page", pages.page(official, at, typed, Corrections.of(frame, problem), frame));
                yield "catalogue/editing/item";
            }
            default -> throw problem;
        };
    }

    /** After saving, on: to the next page of the draft; after a row was moved, back to it. */
    private String next(Official official, ItemPages.At at, String act) {
        var item = pages.item(official, at);
        if (act.equals("add")) {
            int last = Sections.find(item, at.section()).rows(item.content()).size() - 1;
            return at.page(at.section(), last / Section.ROWS * Section.ROWS) + "#row-" + last;
        }
        if (!act.equals("next")) {
            return at.page(at.section(), at.from());
        }
        var codes = Sections.of(item.kind(), item.content()).stream()
                .map(Section::code)
                .toList();
        int here = codes.indexOf(at.section());
        return here + 1 < codes.size() ? at.page(codes.get(here + 1), 0) : "/work/catalogue/decisions/" + at.decision();
    }

    @PostMapping("/rebase")
    String rebase(
            @OnDuty Official official,
            @PathVariable UUID id,
            @PathVariable ProcedureCode code,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String choice) {
        if (!List.of("keep", "take").contains(choice)) {
            throw Problem.invalid("choice", "catalogue.editing.wrong.choice");
        }
        drafting.rebase(official, id, code, number(seen), choice.equals("take"));
        return "redirect:/work/catalogue/decisions/" + id + "/items/" + code;
    }

    @PostMapping("/removal")
    String remove(@OnDuty Official official, @PathVariable UUID id, @PathVariable ProcedureCode code) {
        drafting.remove(official, id, code);
        return "redirect:/work/catalogue/decisions/" + id;
    }

    static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static UUID token(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
