package vn.motcua.catalogue.blank.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.blank.BlankForms;
import vn.motcua.catalogue.blank.PaperForms;
import vn.motcua.catalogue.web.FindProcedure;
import vn.motcua.shared.Problem;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** Blank forms, for everybody: each that the record names, and whether it is here. */
@Controller
@RequestMapping("/procedures/{code}")
class FormsController {

    private final FindProcedure find;
    private final BlankForms forms;
    private final PaperForms papers;

    FormsController(FindProcedure find, BlankForms forms, PaperForms papers) {
        this.find = find;
        this.forms = forms;
        this.papers = papers;
    }

    @GetMapping("/forms")
    String forms(@PathVariable String code, Frame frame, Model model) {
        var procedure = find.shown(code);
        var home = "/procedures/" + procedure.code();
        var given = forms.of(procedure.code());
        model.addAttribute(
                "page",
                new FormsPage(
                        procedure.name().in(frame.locale()),
                        home,
                        papers.has(procedure.code()) ? home + "/form.pdf" : "",
                        BlankForms.names(procedure).stream()
                                .map(name -> line(name, given.get(name), home, frame))
                                .toList()));
        return "catalogue/forms";
    }

    private static FormsPage.Line line(String name, BlankForms.@Nullable Given given, String home, Frame frame) {
        if (given == null) {
            return new FormsPage.Line(name, "", frame.text("catalogue.forms.missing"), false);
        }
        if (!given.isClean()) {
            return new FormsPage.Line(name, "", frame.text("catalogue.forms.waiting"), false);
        }
        return new FormsPage.Line(
                name,
                home + "/forms/" + given.number(),
                frame.text(
                        "catalogue.forms.there",
                        Formats.bytes(frame.locale(), given.file().bytes()),
                        given.file().at()),
                true);
    }

    @GetMapping("/forms/{number}")
    ResponseEntity<byte[]> form(@PathVariable String code, @PathVariable String number) {
        var procedure = find.shown(code);
        var given = forms.of(procedure.code()).values().stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("catalogue.forms.none"));
        return file(given.file().name(), MediaType.parseMediaType(given.file().mediaType()), forms.content(given));
    }

    /** Ours, made from the definition of the form. */
    @GetMapping("/form.pdf")
    ResponseEntity<byte[]> ours(@PathVariable String code, Frame frame) {
        Procedure procedure = find.shown(code);
        return file(procedure.code() + ".pdf", MediaType.APPLICATION_PDF, papers.pdf(procedure.code(), frame.locale()));
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
