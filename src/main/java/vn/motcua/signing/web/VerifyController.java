package vn.motcua.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.shared.Problem;
import vn.motcua.signing.Seals;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;
import vn.motcua.web.Limits;

/** Whether a paper is ours and whole, for anybody, without an account and without script. */
@Controller
@RequestMapping("/verify")
class VerifyController {

    private final Seals seals;
    private final Limits limits;
    private final InstantSource clock;

    VerifyController(Seals seals, Limits limits, InstantSource clock) {
        this.seals = seals;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @Nullable String token,
            HttpServletRequest request,
            Model model,
            Frame frame) {
        if (token == null || token.isBlank()) {
            model.addAttribute("page", new VerifyPage("", null, Corrections.none()));
            return "signing/verify";
        }
        return check(new Shown(null, token), request, model, frame);
    }

    @PostMapping
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String token,
            HttpServletRequest request,
            Model model,
            Frame frame) {
        return check(new Shown(file, token), request, model, frame);
    }

    /** Moves a token from behind the # of a printed code, which browsers do not send, into the form. */
    @GetMapping("/code.js")
    ResponseEntity<byte[]> script() throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new ClassPathResource("signing/code.js").getContentAsByteArray());
    }

    private String check(Shown shown, HttpServletRequest request, Model model, Frame frame) {
        var token = shown.token() == null ? "" : shown.token().strip();
        VerifyPage page;
        try {
            Throttle.take(limits, request);
            page = new VerifyPage(
                    token, VerdictWords.of(frame, shown.check(seals), clock.instant()), Corrections.none());
        } catch (Problem problem) {
            page = new VerifyPage(token, null, Corrections.of(frame, problem));
        }
        model.addAttribute("page", page);
        return "signing/verify";
    }
}
