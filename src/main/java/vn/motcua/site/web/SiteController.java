package vn.motcua.site.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.motcua.catalogue.Procedures;
import vn.motcua.shared.Problem;
import vn.motcua.web.Announcements;
import vn.motcua.web.Frame;
import vn.motcua.web.PublicAddress;

/** The front of the house, and what it promises. */
@Controller
class SiteController {

    private final Procedures procedures;
    private final Announcements announcements;
    private final PublicAddress address;

    SiteController(Procedures procedures, Announcements announcements, PublicAddress address) {
        this.procedures = procedures;
        this.announcements = announcements;
        this.address = address;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("page", new HomePage(procedures.lifeEvents()));
        return "site/home";
    }

    @GetMapping({"/help", "/privacy", "/accessibility", "/petitions", "/statistics"})
    String page(jakarta.servlet.http.HttpServletRequest request) {
        return "site" + request.getRequestURI();
    }

    @GetMapping("/status")
    String status(Frame frame, Model model) {
        model.addAttribute("page", StatusPage.of(frame, announcements.current()));
        return "site/status";
    }

    @GetMapping("/developers")
    String developers(Model model) {
        model.addAttribute("page", new DevelopersPage(address.of("")));
        return "site/developers";
    }

    @GetMapping("/developers/problems")
    String problems(Frame frame, Model model) {
        model.addAttribute("page", ProblemsPage.of(frame));
        return "site/problems";
    }

    /** The {@code type} of a problem is an address that answers. */
    @GetMapping("/developers/problems/{type}")
    String problem(@PathVariable String type) {
        if (!ProblemsPage.typeNames().contains(type)) {
            throw Problem.notFound("web.problem.not-found.detail");
        }
        return "redirect:/developers/problems#" + type;
    }

    static final List<String> PUBLIC = List.of(
            "/",
            "/procedures",
            "/track",
            "/verify",
            "/petitions",
            "/statistics",
            "/open-data",
            "/help",
            "/payment-methods",
            "/agencies",
            "/addresses",
            "/privacy",
            "/accessibility",
            "/status",
            "/developers",
            "/developers/problems");
}
