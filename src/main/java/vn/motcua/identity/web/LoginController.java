package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Captchas;
import vn.motcua.identity.door.CodeMessages;
import vn.motcua.identity.door.SignIns;
import vn.motcua.identity.door.SignIns.Step;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The first step of a sign-in: number or user name, password, and a question that a person can answer. */
@Controller
@RequestMapping("/login")
class LoginController {

    private final SignIns signIns;
    private final Captchas captchas;
    private final CodeMessages codes;
    private final Welcome welcome;

    LoginController(SignIns signIns, Captchas captchas, CodeMessages codes, Welcome welcome) {
        this.signIns = signIns;
        this.captchas = captchas;
        this.codes = codes;
        this.welcome = welcome;
    }

    /** What the form carries. */
    record Typed(
            @Nullable String identifier,
            @Nullable String password,
            @Nullable String captcha,
            @Nullable String captchaId,
            @Nullable String next) {}

    @GetMapping
    String form(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String ended,
            Frame frame,
            Model model) {
        return page(model, frame, "", next, !ended.isEmpty(), Corrections.none());
    }

    @PostMapping
    String submit(Typed typed, Frame frame, HttpServletRequest request, HttpServletResponse response, Model model) {
        var identifier = text(typed.identifier).strip().toLowerCase(Locale.ROOT);
        try {
            return enter(identifier, typed, frame, request, response);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status);
            return page(model, frame, identifier, text(typed.next), false, Corrections.of(frame, problem));
        }
    }

    private String enter(
            String identifier, Typed typed, Frame frame, HttpServletRequest request, HttpServletResponse response) {
        if (identifier.isEmpty() || identifier.length() > 100) {
            throw Problem.invalid("identifier", "identity.signin.identifier.empty");
        }
        if (text(typed.password).isEmpty()) {
            throw Problem.invalid("password", "identity.signin.password.empty");
        }
        if (identifier.matches("\\d{10}(-\\d{3})?")) {
            throw Problem.invalid("identifier", "identity.signin.organisation");
        }
        if (!signIns.scripted(identifier) && !captchas.redeem(text(typed.captchaId), text(typed.captcha))) {
            throw Problem.invalid("captcha", "identity.captcha.wrong");
        }
        var step = signIns.password(
                identifier, text(typed.password), welcome.caller(request), Paths.local(typed.next, ""));
        return switch (step) {
            case Step.In in -> welcome.in(in.account(), text(typed.next), request, response);
            case Step.CodeNeeded needed -> {
                codes.sms(needed.phone(), frame.locale(), needed.digits());
                welcome.remember(response, needed.pending());
                yield "redirect:/login/code";
            }
        };
    }

    private String page(
            Model model, Frame frame, String identifier, String next, boolean ended, Corrections corrections) {
        var id = captchas.next();
        model.addAttribute(
                "page",
                new LoginPage(
                        identifier,
                        Paths.local(next, ""),
                        id,
                        captchas.question(id, frame.locale()),
                        ended,
                        corrections));
        return "identity/login";
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
