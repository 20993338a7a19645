package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.identity.AdministratorLink;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** Where the first administrator's link leads. */
@Controller
@RequestMapping("/login/first")
class FirstPasswordController {

    private final AdministratorLink links;
    private final Welcome welcome;

    FirstPasswordController(AdministratorLink links, Welcome welcome) {
        this.links = links;
        this.welcome = welcome;
    }

    @GetMapping
    String form(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        return page(model, token, "", Corrections.none());
    }

    @PostMapping
    String submit(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String phone,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            return welcome.in(links.use(token, password, PhoneNumber.parse(phone)), "/admin", request, response);
        } catch (Problem problem) {
            response.setStatus(problem.kind().status);
            return page(model, token, phone, Corrections.of(frame, problem));
        }
    }

    private String page(Model model, String token, String phone, Corrections corrections) {
        var userName = links.userName(token).orElseThrow(() -> Problem.notFound("identity.first.ended"));
        model.addAttribute("page", new FirstPasswordPage(userName, token, phone, corrections));
        return "identity/first-password";
    }
}
