package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import vn.motcua.catalogue.OpenData;
import vn.motcua.catalogue.OpenData.Edition;
import vn.motcua.catalogue.OpenData.Print;
import vn.motcua.shared.Problem;
import vn.motcua.web.Frame;

/** The catalogue as open data: what it is, and the files, at addresses that stay. */
@Controller
class OpenDataController {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final OpenData data;

    OpenDataController(OpenData data) {
        this.data = data;
    }

    @GetMapping("/open-data")
    String page(Frame frame, Model model) {
        model.addAttribute("page", OpenDataPage.of(frame, data.edition()));
        return "catalogue/open-data";
    }

    @GetMapping("/open-data/procedures.json")
    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(Edition::json, "application/json", request, response);
    }

    @GetMapping("/open-data/procedures.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(Edition::csv, "text/csv;charset=UTF-8;header=present", request, response);
    }

    @GetMapping("/open-data/procedures/{code}.json")
    void one(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var one = data.procedure(ProcedureController.code(code))
                .orElseThrow(() -> Problem.notFound("catalogue.procedure.unknown", ProcedureController.shown(code)));
        open(response);
        if (!new ServletWebRequest(request, response)
                .checkNotModified(one.tag(), one.changed().toEpochMilli())) {
            response.setContentType("application/json");
            response.setContentLength(one.json().length);
            response.getOutputStream().write(one.json());
        }
    }

    private void send(
            Function<Edition, Print> which, String type, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = encodings != null && encodings.contains("gzip");
        var edition = data.edition();
        var printed = open(which, edition, packed);
        try (var stream = printed.stream()) {
            open(response);
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            var changed = edition.changed().toEpochMilli();
            if (!new ServletWebRequest(request, response).checkNotModified(printed.tag(), changed)) {
                response.setContentType(type);
                response.setContentLengthLong(printed.bytes());
                if (packed) {
                    response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
                }
                stream.transferTo(response.getOutputStream());
            }
        }
    }

    /** Between asking and opening, two newer editions may have come. */
    private OpenData.Printed open(Function<Edition, Print> which, Edition edition, boolean packed) throws IOException {
        try {
            return which.apply(edition).open(packed);
        } catch (NoSuchFileException _) {
            return which.apply(data.edition()).open(packed);
        }
    }

    /** Any page of any site may read it. */
    private static void open(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(FRESH).cachePublic().getHeaderValue());
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        response.setHeader("Link", "<" + OpenData.LICENCE_ADDRESS + ">; rel=\"license\"");
    }
}
