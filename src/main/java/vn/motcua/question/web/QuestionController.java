package vn.motcua.question.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Person;
import vn.motcua.question.Askers;
import vn.motcua.question.PublishedQuestions;
import vn.motcua.question.QuestionCode;
import vn.motcua.question.Usefulness;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;
import vn.motcua.web.Limits;

/** Questions and answers for everybody, and one's own question for whoever asked it. */
@Controller
@RequestMapping("/questions")
class QuestionController {

    private static final int VOTES = 60;
    private static final int KEYS = 60;
    private static final Duration PER = Duration.ofHours(1);

    private final PublishedQuestions published;
    private final PublicPages pages;
    private final OwnPages own;
    private final Door door;

    QuestionController(PublishedQuestions published, PublicPages pages, OwnPages own, Door door) {
        this.published = published;
        this.pages = pages;
        this.own = own;
        this.door = door;
    }

    /** Who comes, how often, and what they say of an answer. */
    @org.springframework.stereotype.Component
    record Door(Visitors visitors, Limits limits, Usefulness usefulness, Askers askers) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String from,
            Frame frame,
            Model model) {
        var asked = PublicPages.Asked.of(q, field, agency, order, from);
        model.addAttribute("page", pages.list(asked, Corrections.none(), frame));
        return "question/list";
    }

    @GetMapping("/{code}")
    String question(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "") String thanks,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        var known = code(code);
        var entry = published.find(known);
        if (entry.isPresent() && key.isEmpty()) {
            model.addAttribute("page", pages.answer(entry.get(), !thanks.isEmpty(), frame));
            return "question/answer";
        }
        if (!key.isEmpty()) {
            door.limits().take("question-key", request.getRemoteAddr(), KEYS, PER);
        }
        var account = door.visitors().citizen(request).map(Person::id).orElse(null);
        var page = own.page(known, key, account, !received.isEmpty(), frame).orElseThrow(QuestionController::unknown);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("page", page);
        return "question/own";
    }

    /** From code and key, as they stand in a text message or on paper, to one's own question. */
    @PostMapping("/own")
    String own(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        door.limits().take("question-key", request.getRemoteAddr(), KEYS, PER);
        var typed = key.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        var known = QuestionCode.parse(code);
        if (known.isPresent() && door.askers().opens(known.get(), typed)) {
            return "redirect:/questions/" + known.get() + "?key=" + typed;
        }
        var wrong = Problem.invalid("code", "question.own.none");
        response.setStatus(wrong.kind().status);
        var asked = PublicPages.Asked.of("", "", "", "", "");
        model.addAttribute("page", pages.list(asked, Corrections.of(frame, wrong), frame));
        return "question/list";
    }

    @PostMapping("/{code}/usefulness")
    String vote(@PathVariable String code, @RequestParam String helpful, HttpServletRequest request) {
        door.limits().take("question-vote", request.getRemoteAddr(), VOTES, PER);
        if (!helpful.equals("yes") && !helpful.equals("no")) {
            throw Problem.invalid("helpful", "question.useful.answer");
        }
        var known = code(code);
        door.usefulness().vote(known, door.visitors().voter(request), helpful.equals("yes"));
        return "redirect:/questions/" + known + "?thanks=1#useful";
    }

    static QuestionCode code(String text) {
        return QuestionCode.parse(text).orElseThrow(QuestionController::unknown);
    }

    static Problem unknown() {
        return Problem.notFound("question.unknown");
    }
}
