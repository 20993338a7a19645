package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.door.CodeMessages;
import vn.motcua.identity.door.OneTimeCodes;
import vn.motcua.identity.door.Registrations;
import vn.motcua.identity.door.Registrations.Waiting;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The two confirmations of a registration, each with an address of its own: the phone, then the mail box. */
@Controller
@RequestMapping("/register")
class RegistrationCodeController {

    private final Registrations registrations;
    private final OneTimeCodes codes;
    private final CodeMessages sender;
    private final Welcome welcome;
    private final Cookies cookies;

    RegistrationCodeController(
            Registrations registrations, OneTimeCodes codes, CodeMessages sender, Welcome welcome, Cookies cookies) {
        this.registrations = registrations;
        this.codes = codes;
        this.sender = sender;
        this.welcome = welcome;
        this.cookies = cookies;
    }

    @GetMapping({"/phone", "/email"})
    String form(HttpServletRequest request, Model model) {
        var waiting = waiting(request);
        if (waiting == null) {
            return "redirect:/register";
        }
        return request.getRequestURI().equals(step(waiting))
                ? page(model, waiting, Corrections.none())
                : "redirect:" + step(waiting);
    }

    @PostMapping({"/phone", "/email"})
    String submit(
            @RequestParam(defaultValue = "") String code,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var waiting = waiting(request);
        var secret = cookies.read(request, RegistrationController.COOKIE);
        if (waiting == null || secret == null) {
            return "redirect:/register";
        }
        if (!request.getRequestURI().equals(step(waiting))) {
            return "redirect:" + step(waiting); // sent twice: the first one counted
        }
        try {
            var digits = CodeController.digits(code);
            if (!waiting.phoneConfirmed()) {
                var next = registrations.confirmPhone(secret, waiting, digits);
                sender.mail(waiting.applicant().email().value(), frame.locale(), next.digits());
                return "redirect:/register/email";
            }
            var account = registrations.confirmEmail(secret, waiting, digits);
            cookies.forget(response, RegistrationController.COOKIE);
            return welcome.in(account, "", request, response);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status);
            return page(model, waiting, Corrections.of(frame, problem));
        }
    }

    @PostMapping({"/phone/again", "/email/again"})
    String again(Frame frame, HttpServletRequest request, HttpServletResponse response, Model model) {
        var waiting = waiting(request);
        if (waiting == null) {
            return "redirect:/register";
        }
        try {
            var digits = registrations.again(waiting).digits();
            if (waiting.phoneConfirmed()) {
                sender.mail(waiting.applicant().email().value(), frame.locale(), digits);
            } else {
                sender.sms(waiting.applicant().phone().value(), frame.locale(), digits);
            }
            return "redirect:" + step(waiting);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status);
            return page(model, waiting, Corrections.of(frame, problem));
        }
    }

    private @Nullable Waiting waiting(HttpServletRequest request) {
        var secret = cookies.read(request, RegistrationController.COOKIE);
        return secret == null ? null : registrations.waiting(secret).orElse(null);
    }

    private static String step(Waiting waiting) {
        return waiting.phoneConfirmed() ? "/register/email" : "/register/phone";
    }

    private String page(Model model, Waiting waiting, Corrections corrections) {
        var code = codes.pending(waiting.code()).orElseThrow();
        model.addAttribute(
                "page",
                new CodePage(
                        waiting.phoneConfirmed()
                                ? waiting.applicant().email().masked()
                                : waiting.applicant().phone().masked(),
                        step(waiting),
                        step(waiting) + "/again",
                        "/register",
                        CodeController.hour(code.endsAt()),
                        CodeController.hour(codes.resendAt(code)),
                        corrections));
        return "identity/code";
    }
}
