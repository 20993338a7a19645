package vn.motcua.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Offering;
import vn.motcua.dossier.Answers;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Drafting;
import vn.motcua.files.Files;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Given;

/** The last look before handing in, and the act itself. */
@Controller
@RequestMapping("/drafts/{id}")
class CheckController {

    private final Drafting drafting;
    private final Files files;

    CheckController(Drafting drafting, Files files) {
        this.drafting = drafting;
        this.files = files;
    }

    @GetMapping("/check")
    String check(@Signed Person person, @PathVariable UUID id, Model model, Frame frame) {
        var handedIn = drafting.open(person, id).draft().dossier();
        return handedIn != null ? "redirect:/dossiers/" + handedIn + "/receipt" : page(person, id, null, model, frame);
    }

    @PostMapping("/submission")
    String submit(
            @Signed Person person,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String declaration,
            Model model,
            Frame frame) {
        boolean handedIn = drafting.open(person, id).draft().dossier() != null; // pressed twice
        if (!handedIn && !declaration.equals("yes")) {
            return page(person, id, Problem.invalid("declaration", "dossier.check.declare"), model, frame);
        }
        try {
            var dossier = drafting.submit(person, id);
            return "redirect:"
                    + (dossier.finance() == Dossier.Finance.DUE
                            ? "/obligations/" + dossier.obligation()
                            : "/dossiers/" + dossier.code() + "/receipt");
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            return page(person, id, problem, model, frame);
        }
    }

    private String page(Person person, UUID id, @Nullable Problem problem, Model model, Frame frame) {
        var opened = drafting.open(person, id);
        var draft = opened.draft();
        var groups = new ArrayList<CheckPage.Group>();
        for (var section : opened.offering().form().sections()) {
            var lines = new ArrayList<Given>();
            for (var field : section.fields()) {
                var answer = draft.answers().get(field.name());
                if (answer != null) {
                    var shown = Answers.shown(frame.locale(), field, answer);
                    lines.add(
                            field.prefill() == null
                                    ? new Given(
                                            field.label().in(frame.locale()),
                                            shown,
                                            "",
                                            DraftPages.href(draft, "/parts/" + section.code()))
                                    : Given.fixed(
                                            field.label().in(frame.locale()),
                                            shown,
                                            frame.text("dossier.known.account")));
                }
            }
            groups.add(new CheckPage.Group(section.title().in(frame.locale()), lines));
        }
        groups.add(new CheckPage.Group(frame.text("dossier.draft.papers"), papers(person, opened, frame)));
        groups.add(new CheckPage.Group(frame.text("dossier.draft.delivery"), delivery(opened, frame)));
        var quote = drafting.quote(opened);
        model.addAttribute(
                "page",
                new CheckPage(
                        opened.offering().name().in(frame.locale()),
                        opened.offering().agencyName().in(frame.locale()),
                        groups,
                        quote.fee().isZero() ? "" : Formats.money(frame.locale(), quote.fee()),
                        problem == null ? Corrections.none() : Corrections.of(frame, problem),
                        DraftPages.href(draft, "/submission"),
                        DraftPages.href(draft, "")));
        return "dossier/check";
    }

    private List<Given> papers(Person person, Drafting.Opened opened, Frame frame) {
        var draft = opened.draft();
        var lines = new ArrayList<Given>();
        for (var slot : drafting.slots(person, opened)) {
            var sent = files.of(person.id(), draft.files(slot.code()));
            if (slot.source() != Offering.Source.UPLOAD) {
                lines.add(Given.fixed(
                        slot.name().in(frame.locale()), frame.text("dossier.papers.known." + slot.source()), ""));
            } else if (!sent.isEmpty() || slot.required()) {
                lines.add(new Given(
                        slot.name().in(frame.locale()),
                        String.join(", ", sent.stream().map(file -> file.name()).toList()),
                        "",
                        DraftPages.href(draft, "/papers")));
            }
        }
        return lines;
    }

    private static List<Given> delivery(Drafting.Opened opened, Frame frame) {
        var wish = opened.draft().delivery();
        var way = wish == null ? "" : frame.text("dossier.way." + wish.way());
        var address = wish == null || wish.way() != Offering.Way.POST || wish.address() == null ? "" : wish.address();
        return List.of(new Given(
                frame.text("dossier.draft.delivery"), way, address, DraftPages.href(opened.draft(), "/delivery")));
    }
}
