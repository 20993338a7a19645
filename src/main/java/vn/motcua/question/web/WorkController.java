package vn.motcua.question.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.question.Answering;
import vn.motcua.question.QuestionCode;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The desk for questions: the worklist, one question, and what can be done with it. */
@Controller("questionWorkController")
@RequestMapping("/work/questions")
class WorkController {

    private final WorkPages lists;
    private final DeskPages pages;
    private final Answering answering;

    WorkController(WorkPages lists, DeskPages pages, Answering answering) {
        this.lists = lists;
        this.pages = pages;
        this.answering = answering;
    }

    @GetMapping
    String list(
            @OnDuty Official official,
            @RequestParam(defaultValue = "") String queue,
            @RequestParam(defaultValue = "") String cursor,
            Frame frame,
            Model model) {
        model.addAttribute("page", lists.list(official, queue, cursor, frame));
        return "question/worklist";
    }

    @GetMapping("/new")
    String blank(@OnDuty Official official, Frame frame, Model model) {
        return write(official, WordingForm.EMPTY, Corrections.none(), frame, model);
    }

    @PostMapping("/new")
    String write(@OnDuty Official official, WordingForm form, HttpServletResponse response, Frame frame, Model model) {
        try {
            var written = answering.write(official, form.wording(), form.about());
            return "redirect:/work/questions/" + written.code();
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            response.setStatus(problem.kind().status);
            return write(official, form, Corrections.of(frame, problem), frame, model);
        }
    }

    private static String write(
            Official official, WordingForm form, Corrections corrections, Frame frame, Model model) {
        if (!Answering.mayAnswer(official)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "question.duty");
        }
        model.addAttribute("who", official.title());
        model.addAttribute("form", form);
        model.addAttribute("corrections", corrections);
        return "question/write";
    }

    @GetMapping("/{code}")
    String question(@OnDuty Official official, @PathVariable String code, Frame frame, Model model) {
        var known = QuestionController.code(code);
        model.addAttribute("page", pages.page(official, known, null, Corrections.none(), frame));
        return "question/work";
    }

    /** One address for each act. Where it is refused, the page says why and keeps what was typed. */
    @PostMapping("/{code}/{act}")
    String act(
            @OnDuty Official official,
            @PathVariable String code,
            @PathVariable String act,
            WordingForm form,
            HttpServletResponse response,
            Frame frame,
            Model model) {
        var known = QuestionController.code(code);
        try {
            perform(act, official, known, form);
        } catch (Problem problem) {
            switch (problem.kind()) {
                case INVALID, STALE, NOT_ALLOWED_NOW, FORBIDDEN -> {
                    response.setStatus(problem.kind().status);
                    model.addAttribute(
                            "page", pages.page(official, known, form, Corrections.of(frame, problem), frame));
                    return "question/work";
                }
                default -> throw problem;
            }
        }
        return act.equals("transfer") ? "redirect:/work/questions" : "redirect:/work/questions/" + known;
    }

    private void perform(String act, Official official, QuestionCode code, WordingForm form) {
        var reason = form.shown(form.reason());
        switch (act) {
            case "answer" -> answering.answer(official, code, form.seen(), form.wording(), form.about());
            case "publication" -> answering.publish(official, code, form.seen(), form.wording(), form.allowed());
            case "reply" -> answering.reply(official, code, form.seen(), form.wording());
            case "return" -> answering.giveBack(official, code, form.seen(), reason);
            case "transfer" -> answering.transfer(official, code, form.seen(), form.shown(form.agency()), reason);
            case "merger" -> answering.merge(official, code, form.seen(), form.shown(form.into()));
            case "retirement" -> answering.retire(official, code, form.seen(), reason);
            default -> throw QuestionController.unknown();
        }
    }
}
