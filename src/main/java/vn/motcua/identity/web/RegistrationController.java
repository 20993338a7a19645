package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.Captchas;
import vn.motcua.identity.door.CodeMessages;
import vn.motcua.identity.door.Registrations;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The form by which a citizen gets an account. */
@Controller
@RequestMapping("/register")
class RegistrationController {

    static final String COOKIE = "register";

    private final Registrations registrations;
    private final Captchas captchas;
    private final CodeMessages codes;
    private final Cookies cookies;
    private final InstantSource clock;

    RegistrationController(
            Registrations registrations, Captchas captchas, CodeMessages codes, Cookies cookies, InstantSource clock) {
        this.registrations = registrations;
        this.captchas = captchas;
        this.codes = codes;
        this.cookies = cookies;
        this.clock = clock;
    }

    @GetMapping
    String form(Frame frame, Model model) {
        return page(model, frame, RegistrationForm.empty(), Corrections.none());
    }

    @PostMapping
    String submit(
            RegistrationForm form,
            @RequestParam(defaultValue = "") String captcha,
            @RequestParam(defaultValue = "") String captchaId,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            var applicant = checked(form, captchaId, captcha, frame);
            var begun = registrations.begin(
                    applicant, form.password() == null ? "" : form.password(), request.getRemoteAddr());
            cookies.write(response, COOKIE, begun.secret());
            codes.sms(applicant.phone().value(), frame.locale(), begun.digits());
            return "redirect:/register/phone";
        } catch (Problem problem) {
            response.setStatus(problem.kind().status);
            return page(model, frame, form, Corrections.of(frame, problem));
        }
    }

    /** The question counts with the rest, so that everything to mend is said at once. */
    private Registrations.Applicant checked(RegistrationForm form, String captchaId, String captcha, Frame frame) {
        var person = captchas.redeem(captchaId, captcha);
        var wrong = Mistake.of("captcha", "identity.captcha.wrong");
        try {
            var applicant =
                    form.checked(clock.instant().atZone(WorkingTime.ZONE).toLocalDate(), frame.locale());
            if (person) {
                return applicant;
            }
        } catch (Problem problem) {
            var mistakes = new ArrayList<>(problem.mistakes());
            if (!person) {
                mistakes.add(wrong);
            }
            throw Problem.invalid(mistakes);
        }
        throw Problem.invalid(java.util.List.of(wrong));
    }

    private String page(Model model, Frame frame, RegistrationForm form, Corrections corrections) {
        var id = captchas.next();
        model.addAttribute("page", new RegistrationPage(form, id, captchas.question(id, frame.locale()), corrections));
        return "identity/register";
    }
}
