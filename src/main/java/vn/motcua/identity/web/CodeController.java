package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.identity.door.CodeMessages;
import vn.motcua.identity.door.OneTimeCodes;
import vn.motcua.identity.door.SignIns;
import vn.motcua.shared.Problem;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The second step of a sign-in: the code from the phone. */
@Controller
@RequestMapping("/login/code")
class CodeController {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final SignIns signIns;
    private final OneTimeCodes codes;
    private final CodeMessages sender;
    private final Welcome welcome;

    CodeController(SignIns signIns, OneTimeCodes codes, CodeMessages sender, Welcome welcome) {
        this.signIns = signIns;
        this.codes = codes;
        this.sender = sender;
        this.welcome = welcome;
    }

    @GetMapping
    String form(HttpServletRequest request, Model model) {
        var waiting = waiting(request);
        return waiting == null ? "redirect:/login" : page(model, waiting, Corrections.none());
    }

    @PostMapping
    String submit(
            @RequestParam(defaultValue = "") String code,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var waiting = waiting(request);
        var pending = welcome.pending(request);
        if (waiting == null || pending == null) {
            return "redirect:/login";
        }
        try {
            signIns.finish(pending, digits(code));
            return welcome.in(waiting.account(), waiting.next(), request, response);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status);
            return page(model, waiting, Corrections.of(frame, problem));
        }
    }

    @PostMapping("/again")
    String again(Frame frame, HttpServletRequest request, HttpServletResponse response, Model model) {
        var waiting = waiting(request);
        if (waiting == null) {
            return "redirect:/login";
        }
        try {
            sender.sms(waiting.phone(), frame.locale(), signIns.again(waiting).digits());
            return "redirect:/login/code";
        } catch (Problem problem) {
            response.setStatus(problem.kind().status);
            return page(model, waiting, Corrections.of(frame, problem));
        }
    }

    private SignIns.@org.jspecify.annotations.Nullable Waiting waiting(HttpServletRequest request) {
        var pending = welcome.pending(request);
        return pending == null ? null : signIns.waiting(pending).orElse(null);
    }

    private String page(Model model, SignIns.Waiting waiting, Corrections corrections) {
        var code = codes.pending(waiting.code()).orElseThrow();
        model.addAttribute(
                "page",
                new CodePage(
                        new PhoneNumber(waiting.phone()).masked(),
                        "/login/code",
                        "/login/code/again",
                        "/login",
                        hour(code.endsAt()),
                        hour(codes.resendAt(code)),
                        corrections));
        return "identity/code";
    }

    static String digits(String typed) {
        return typed.replaceAll("\\s", "");
    }

    static String hour(Instant at) {
        return HOUR.format(at.atZone(WorkingTime.ZONE));
    }
}
