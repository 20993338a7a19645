package vn.motcua.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.web.Frame;

/** A draft: its parts as tasks, and each part of questions as a page. */
@Controller
@RequestMapping("/drafts/{id}")
class DraftController {

    private final DraftPages pages;

    DraftController(DraftPages pages) {
        this.pages = pages;
    }

    @GetMapping
    String tasks(@Signed Person person, @PathVariable UUID id, Model model, Frame frame) {
        model.addAttribute("page", pages.tasks(person, id, frame));
        return "dossier/draft";
    }

    @GetMapping("/parts/{part}")
    String ask(@Signed Person person, @PathVariable UUID id, @PathVariable String part, Model model, Frame frame) {
        model.addAttribute("page", pages.question(person, id, part, false, frame));
        return "dossier/question";
    }

    @PostMapping("/parts/{part}")
    String answer(
            @Signed Person person,
            @PathVariable UUID id,
            @PathVariable String part,
            HttpServletRequest request,
            Model model,
            Frame frame) {
        var next = pages.answer(person, id, part, request.getParameterMap());
        if (next != null) {
            return "redirect:" + next;
        }
        model.addAttribute("page", pages.question(person, id, part, true, frame));
        return "dossier/question";
    }

    /** What the script sends two seconds after the last key; the page keeps what is typed, so nothing is checked. */
    @PostMapping("/parts/{part}/saving")
    String save(
            @Signed Person person,
            @PathVariable UUID id,
            @PathVariable String part,
            HttpServletRequest request,
            Model model,
            Frame frame) {
        model.addAttribute("saved", pages.save(person, id, part, request.getParameterMap(), frame));
        return "dossier/saved";
    }

    @PostMapping("/removal")
    String remove(@Signed Person person, @PathVariable UUID id) {
        pages.remove(person, id);
        return "redirect:/dossiers";
    }
}
