package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierCode;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The desk: the worklist, a dossier on it, and what can be done with it. */
@Controller
@RequestMapping("/work")
class WorkController {

    private final WorkPages pages;
    private final Acts acts;

    WorkController(WorkPages pages, Acts acts) {
        this.pages = pages;
        this.acts = acts;
    }

    @GetMapping
    String list(
            @OnDuty Official official,
            @RequestParam(defaultValue = "") String queue,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            Frame frame) {
        model.addAttribute("page", pages.list(official, queue, cursor, frame));
        return "dossier/worklist";
    }

    /** Straight to a dossier by its code. */
    @GetMapping("/search")
    String search(@OnDuty Official official, @RequestParam(defaultValue = "") String code) {
        return "redirect:/work/dossiers/" + Codes.parse(code.strip().toUpperCase(java.util.Locale.ROOT));
    }

    @GetMapping("/dossiers/{code}")
    String review(
            @OnDuty Official official,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID paper,
            Model model,
            Frame frame) {
        model.addAttribute("page", pages.review(official, Codes.parse(code), paper, Corrections.none(), frame));
        return "dossier/review";
    }

    @GetMapping("/dossiers/{code}/papers/{file}")
    ResponseEntity<byte[]> paper(@OnDuty Official official, @PathVariable String code, @PathVariable UUID file) {
        return pages.paper(official, Codes.parse(code), file);
    }

    @GetMapping("/dossiers/{code}/documents/{document}")
    ResponseEntity<byte[]> document(
            @OnDuty Official official, @PathVariable String code, @PathVariable String document) {
        var dossier = Codes.parse(code);
        return Pdf.response(dossier, document, pages.document(official, dossier, document));
    }

    /** One address for each act, as in the API: claim, acceptance, assignment, forwarding, return, approval, delivery. */
    @PostMapping("/dossiers/{code}/{act}")
    String act(
            @OnDuty Official official,
            @PathVariable String code,
            @PathVariable String act,
            Acts.Given given,
            Model model,
            Frame frame) {
        var dossier = Codes.parse(code);
        return done(official, dossier, acts.named(act, official, dossier, given), given, model, frame);
    }

    /** Back to the dossier; where the act was refused, the page says why and keeps what was typed. */
    private String done(
            Official official,
            DossierCode code,
            Function<Instant, Dossier> act,
            Acts.Given given,
            Model model,
            Frame frame) {
        try {
            act.apply(given.since());
            return "redirect:/work/dossiers/" + code;
        } catch (Problem problem) {
            switch (problem.kind()) {
                case INVALID, STALE, NOT_ALLOWED_NOW, FORBIDDEN -> {
                    var page = pages.review(official, code, null, Corrections.of(frame, problem), frame);
                    model.addAttribute("page", page.withNote(given.words()));
                    return "dossier/review";
                }
                default -> throw problem;
            }
        }
    }
}
