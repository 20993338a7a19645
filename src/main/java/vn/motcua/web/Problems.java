package vn.motcua.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/**
 * The one place where a refusal becomes an answer: a page that says what is wrong, what is safe and what to do next, or
 * RFC 9457 problem+json for programs. What nobody foresaw is logged in full and shown with a reference.
 */
@Component
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Messages messages;
    private final Languages languages;
    private final Templates templates;
    private final JsonMapper json;
    private final Portal portal;

    Problems(Messages messages, Languages languages, Templates templates, JsonMapper json, Portal portal) {
        this.messages = messages;
        this.languages = languages;
        this.templates = templates;
        this.json = json;
        this.portal = portal;
    }

    /** The body that programs get. {@code type} is relative to the portal's address, as RFC 9457 allows. */
    record Body(String type, String title, int status, String detail, List<Wrong> errors) {}

    record Wrong(String field, String code, String message) {}

    /** Answers with a refusal; for filters, which stand before the controllers. */
    public void send(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        send(request, response, Refusal.of(problem));
    }

    /** Answers whatever was thrown. */
    void send(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        var refusal = Refusals.of(thrown, portal.maxUploadBytes());
        if (refusal != null) {
            send(request, response, refusal);
        } else {
            send(request, response, incident(request, thrown));
        }
    }

    void send(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        boolean program = Addresses.isForMachines(request);
        if (refusal.asksToSignIn() && !program && request.getMethod().equals("GET")) {
            response.sendRedirect(
                    "/login?next=" + URLEncoder.encode(Addresses.pathAndQuery(request), StandardCharsets.UTF_8));
            return;
        }
        response.setStatus(refusal.status());
        refusal.headers().forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var retry = refusal.retryAfter();
        if (retry != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retry.toSeconds())));
        }
        if (program) {
            write(response, body(languages.resolveLocale(request), refusal));
        } else {
            var page = page(request, refusal);
            templates.write("error/problem.jte", Map.of("page", page), request, response);
        }
    }

    private void write(HttpServletResponse response, Body body) throws IOException {
        var bytes = json.writeValueAsBytes(body);
        response.setContentType("application/problem+json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Body body(Locale locale, Refusal refusal) {
        var errors = refusal.mistakes().stream()
                .map(mistake -> new Wrong(mistake.field(), mistake.code(), sentence(locale, mistake)))
                .toList();
        var title = title(locale, refusal);
        return new Body(
                "/developers/problems/" + refusal.type(),
                title,
                refusal.status(),
                errors.isEmpty()
                        ? title
                        : String.join(
                                " ",
                                errors.stream().map(Wrong::message).distinct().toList()),
                errors);
    }

    private ProblemPage page(HttpServletRequest request, Refusal refusal) {
        var locale = languages.resolveLocale(request);
        var retry = refusal.retryAfter();
        var referer = request.getHeader(HttpHeaders.REFERER);
        return new ProblemPage(
                title(locale, refusal),
                refusal.mistakes().stream()
                        .map(mistake -> sentence(locale, mistake))
                        .distinct()
                        .toList(),
                retry == null ? "" : messages.text(locale, "web.problem.retry", Math.max(1, retry.toSeconds())),
                request.getMethod().equals("GET") || referer == null ? "" : ownPath(request, referer),
                refusal.type().equals("not-found"));
    }

    /** The way back to the form, where the browser told us; only on this host. */
    private static String ownPath(HttpServletRequest request, String referer) {
        var host = "://" + request.getHeader(HttpHeaders.HOST);
        int at = referer.indexOf(host);
        return at < 0 ? "" : referer.substring(at + host.length());
    }

    private String title(Locale locale, Refusal refusal) {
        return messages.text(locale, "web.problem." + refusal.type() + ".title");
    }

    private String sentence(Locale locale, Mistake mistake) {
        return messages.text(locale, mistake.code(), mistake.args().toArray());
    }

    private static Refusal incident(HttpServletRequest request, @Nullable Throwable thrown) {
        var reference = new StringBuilder("S-");
        RANDOM.ints(8, 0, REFERENCE_LETTERS.length()).forEach(i -> reference.append(REFERENCE_LETTERS.charAt(i)));
        log.error("Incident {} at {} {}", reference, request.getMethod(), request.getRequestURI(), thrown);
        return new Refusal(
                500,
                "internal",
                List.of(Mistake.of("", "web.problem.internal.detail", reference.toString())),
                null,
                Map.of());
    }
}
