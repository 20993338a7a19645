package vn.motcua.catalogue.blank.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartRequest;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.blank.BlankForms;
import vn.motcua.catalogue.web.FindProcedure;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Sent;

/** The desk where editors give blank forms: one slot for each that the record names. */
@Controller
@RequestMapping("/work/catalogue/forms")
class FormsDeskController {

    private final FindProcedure find;
    private final BlankForms forms;

    FormsDeskController(FindProcedure find, BlankForms forms) {
        this.find = find;
        this.forms = forms;
    }

    @GetMapping
    String look(
            @OnDuty Official official, @RequestParam(defaultValue = "") String procedure, Frame frame, Model model) {
        if (!official.is(Official.Duty.CATALOGUE_ADMIN)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.forms.no-duty");
        }
        Procedure found = null;
        var corrections = Corrections.none();
        if (!procedure.isBlank()) {
            try {
                found = find.shown(procedure);
                BlankForms.refuse(official, found);
            } catch (Problem problem) {
                if (problem.kind() != Problem.Kind.NOT_FOUND) {
                    throw problem;
                }
                corrections = Corrections.of(frame, Problem.invalid("procedure", "catalogue.levels.procedure.unknown"));
            }
        }
        return page(official, found, corrections, frame, model);
    }

    @PostMapping("/{code}/{place}")
    String give(
            @OnDuty Official official,
            @PathVariable String code,
            @PathVariable int place,
            MultipartRequest request,
            Frame frame,
            Model model)
            throws IOException {
        var procedure = find.shown(code);
        var name = name(procedure, place);
        var file = request.getFile("file-" + place);
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.invalid("file", "files.upload.missing");
            }
            var fileName = file.getOriginalFilename();
            try (var content = file.getInputStream()) {
                forms.give(official, procedure, name, fileName == null ? "" : fileName, content);
            }
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN) {
                throw problem;
            }
            var lines = Corrections.of(frame, problem).lines().stream()
                    .map(line -> new Corrections.Line("file-" + place, line.message()))
                    .toList();
            return page(official, procedure, new Corrections(lines), frame, model);
        }
        return "redirect:/work/catalogue/forms?procedure=" + procedure.code();
    }

    @PostMapping("/{code}/{place}/removal")
    String takeAway(@OnDuty Official official, @PathVariable String code, @PathVariable int place) {
        var procedure = find.shown(code);
        forms.takeAway(official, procedure, name(procedure, place));
        return "redirect:/work/catalogue/forms?procedure=" + procedure.code();
    }

    private static String name(Procedure procedure, int place) {
        var names = BlankForms.names(procedure);
        if (place < 0 || place >= names.size()) {
            throw Problem.notFound("catalogue.forms.none");
        }
        return names.get(place);
    }

    private String page(
            Official official, @Nullable Procedure procedure, Corrections corrections, Frame frame, Model model) {
        model.addAttribute(
                "page",
                new FormsDeskPage(
                        official.title(),
                        procedure == null ? "" : procedure.code().value(),
                        procedure == null ? "" : procedure.name().in(frame.locale()),
                        procedure == null ? List.of() : slots(procedure, frame),
                        corrections));
        return "catalogue/forms-desk";
    }

    private List<FormsDeskPage.Slot> slots(Procedure procedure, Frame frame) {
        var given = forms.of(procedure.code());
        var slots = new ArrayList<FormsDeskPage.Slot>();
        for (var name : BlankForms.names(procedure)) {
            int place = slots.size();
            var action = "/work/catalogue/forms/" + procedure.code() + "/" + place;
            var there = given.get(name);
            slots.add(new FormsDeskPage.Slot(
                    name, "file-" + place, action, there == null ? List.of() : List.of(sent(there, action, frame))));
        }
        return slots;
    }

    private static Sent sent(BlankForms.Given given, String action, Frame frame) {
        var size = Formats.bytes(frame.locale(), given.file().bytes());
        return new Sent(
                given.file().name(),
                given.isClean()
                        ? frame.text("catalogue.forms.there", size, given.file().at())
                        : frame.text("catalogue.forms.waiting"),
                "",
                action + "/removal");
    }
}
