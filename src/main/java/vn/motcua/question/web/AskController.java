package vn.motcua.question.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Captchas;
import vn.motcua.identity.Person;
import vn.motcua.question.Askers;
import vn.motcua.question.Asking;
import vn.motcua.question.PublishedQuestions;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;
import vn.motcua.web.Limits;

/** The form on which one asks; what was answered already is shown before it is sent. */
@Controller
@RequestMapping("/questions/ask")
class AskController {

    /** Questions of one account or address, and tries at the form. */
    private static final int QUESTIONS = 10;

    private static final int TRIES = 60;
    private static final Duration PER = Duration.ofHours(1);
    private static final int SIMILAR = 5;

    private final Asking asking;
    private final AskPages pages;
    private final Captchas captchas;
    private final Visitors visitors;
    private final Limits limits;

    AskController(Asking asking, AskPages pages, Captchas captchas, Visitors visitors, Limits limits) {
        this.asking = asking;
        this.pages = pages;
        this.captchas = captchas;
        this.visitors = visitors;
        this.limits = limits;
    }

    /**
     * What a browser sends.
     *
     * @param chosen a procedure picked from those that the typed words may mean
     * @param seen that similar questions were shown and this one is another
     */
    record Form(
            @Nullable String token,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String procedure,
            @Nullable String chosen,
            @Nullable String words,
            @Nullable String captchaId,
            @Nullable String captcha,
            @Nullable String seen) {

        static String of(@Nullable String text) {
            return text == null ? "" : text;
        }

        String subject() {
            return of(chosen).isBlank() ? of(procedure) : of(chosen);
        }
    }

    @GetMapping
    String form(
            @RequestParam(defaultValue = "") String procedure, HttpServletRequest request, Frame frame, Model model) {
        var person = visitors.citizen(request);
        var form = new Form(
                Askers.newKey(),
                person.map(Person::fullName).orElse(""),
                person.map(Person::email).orElse(""),
                person.map(Person::phone).orElse(""),
                procedure,
                null,
                "",
                null,
                null,
                null);
        model.addAttribute("page", pages.page(form, captcha(person), List.of(), Corrections.none(), frame));
        return "question/ask";
    }

    @PostMapping
    String send(Form form, HttpServletRequest request, HttpServletResponse response, Frame frame, Model model) {
        var before = asking.before(Form.of(form.token()));
        if (before.isPresent()) {
            return received(before.get());
        }
        limits.take("question-form", request.getRemoteAddr(), TRIES, PER);
        var person = visitors.citizen(request);
        try {
            var ready = asking.check(given(form, person, frame));
            var similar = Form.of(form.seen()).isEmpty()
                    ? pages.similar(ready.asker().words(), ready.procedure().code(), SIMILAR)
                    : List.<PublishedQuestions.Entry>of();
            if (!similar.isEmpty()) {
                model.addAttribute(
                        "page", pages.page(form, keptCaptcha(form, person), similar, Corrections.none(), frame));
                return "question/ask";
            }
            human(form, person);
            limits.take("question", visitors.counted(request), QUESTIONS, PER);
            return received(asking.ask(ready));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            response.setStatus(problem.kind().status);
            model.addAttribute(
                    "page", pages.page(form, captcha(person), List.of(), Corrections.of(frame, problem), frame));
            return "question/ask";
        }
    }

    private static String received(Asking.Received received) {
        return "redirect:/questions/" + received.code() + "?key=" + received.key() + "&received=1";
    }

    private static Asking.Given given(Form form, Optional<Person> person, Frame frame) {
        return new Asking.Given(
                Form.of(form.token()),
                Form.of(form.name()),
                Form.of(form.email()),
                Form.of(form.phone()),
                form.subject(),
                Form.of(form.words()),
                frame.locale(),
                person.map(Person::id).orElse(null));
    }

    /** Whoever is signed in is a person; of others a question asks. An answer counts once. */
    private void human(Form form, Optional<Person> person) {
        if (person.isEmpty() && !captchas.redeem(Form.of(form.captchaId()), Form.of(form.captcha()))) {
            throw Problem.invalid(new ArrayList<>(List.of(Mistake.of("captcha", "identity.captcha.wrong"))));
        }
    }

    /** A fresh question; an id that was used up is of no use. */
    private AskPages.Asked captcha(Optional<Person> person) {
        return person.isPresent() ? AskPages.Asked.NOTHING : new AskPages.Asked(captchas.next(), "");
    }

    /** While similar questions are shown nothing is used up: the answer stays. */
    private AskPages.Asked keptCaptcha(Form form, Optional<Person> person) {
        var id = Form.of(form.captchaId());
        return person.isEmpty() && captchas.answer(id).isPresent()
                ? new AskPages.Asked(id, Form.of(form.captcha()))
                : captcha(person);
    }
}
