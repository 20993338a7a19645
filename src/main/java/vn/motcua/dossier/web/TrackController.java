package vn.motcua.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** Following a dossier without signing in. The secret comes by POST, so that it stands in no address and no log. */
@Controller
@RequestMapping("/track")
class TrackController {

    private final LookUps lookUps;
    private final DossierPages pages;

    TrackController(LookUps lookUps, DossierPages pages) {
        this.lookUps = lookUps;
        this.pages = pages;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String code, Model model) {
        return form(code, Corrections.none(), model);
    }

    @PostMapping
    String look(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String secret,
            HttpServletRequest request,
            Model model,
            Frame frame) {
        if (code.isBlank() || secret.isBlank()) {
            var field = code.isBlank() ? "code" : "secret";
            return form(code, Corrections.of(frame, Problem.invalid(field, "dossier.track.missing-" + field)), model);
        }
        try {
            model.addAttribute("page", pages.tracking(lookUps.of(code, secret, request), frame));
            return "dossier/tracking";
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return form(code, Corrections.of(frame, Problem.invalid("code", "dossier.not-found")), model);
        }
    }

    private static String form(String code, Corrections corrections, Model model) {
        model.addAttribute("corrections", corrections);
        model.addAttribute("code", code);
        return "dossier/track";
    }
}
