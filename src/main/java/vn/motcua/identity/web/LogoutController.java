package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** The way out. */
@Controller
class LogoutController {

    private final Welcome welcome;

    LogoutController(Welcome welcome) {
        this.welcome = welcome;
    }

    @PostMapping("/logout")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        welcome.out(request, response);
        return "redirect:/";
    }
}
