package vn.motcua.dossier.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartRequest;
import vn.motcua.catalogue.Offering;
import vn.motcua.dossier.Drafting;
import vn.motcua.dossier.Drafts;
import vn.motcua.files.FileId;
import vn.motcua.files.Files;
import vn.motcua.files.StoredFile;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Sent;

/** The papers of a draft: one slot for each that this applicant must give, one file at a time. */
@Controller
@RequestMapping("/drafts/{id}/papers")
class DraftPapersController {

    private final Drafting drafting;
    private final Drafts drafts;
    private final Files files;

    DraftPapersController(Drafting drafting, Drafts drafts, Files files) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.files = files;
    }

    @GetMapping
    String show(@Signed Person person, @PathVariable UUID id, Model model, Frame frame) {
        return page(person, id, Corrections.none(), model, frame);
    }

    @PostMapping("/{component}")
    String add(
            @Signed Person person,
            @PathVariable UUID id,
            @PathVariable String component,
            MultipartRequest request,
            Model model,
            Frame frame)
            throws IOException {
        var opened = drafting.open(person, id);
        if (drafting.slots(person, opened).stream()
                .noneMatch(slot -> slot.code().equals(component))) {
            throw Problem.notFound("dossier.draft.none");
        }
        var file = request.getFile("file-" + component);
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.invalid("file", "dossier.draft.no-file");
            }
            var name = file.getOriginalFilename();
            StoredFile stored;
            try (var content = file.getInputStream()) {
                stored = files.receive(person.id(), name == null ? "" : name, content);
            }
            drafts.addPaper(person.id(), id, component, stored.id());
        } catch (Problem problem) {
            var corrections = Corrections.of(frame, problem);
            var lines = corrections.lines().stream()
                    .map(line -> new Corrections.Line("file-" + component, line.message()))
                    .toList();
            return page(person, id, new Corrections(lines), model, frame);
        }
        return "redirect:/drafts/" + id + "/papers";
    }

    @PostMapping("/{component}/{file}/removal")
    String remove(
            @Signed Person person, @PathVariable UUID id, @PathVariable String component, @PathVariable UUID file) {
        drafts.removePaper(person.id(), id, component, new FileId(file));
        return "redirect:/drafts/" + id + "/papers";
    }

    private String page(Person person, UUID id, Corrections corrections, Model model, Frame frame) {
        var opened = drafting.open(person, id);
        var draft = opened.draft();
        var slots = new ArrayList<PapersPage.Slot>();
        for (var slot : drafting.slots(person, opened)) {
            if (slot.present()) {
                continue;
            }
            var sent = files.of(person.id(), draft.files(slot.code())).stream()
                    .map(file -> sent(file, DraftPages.href(draft, "/papers/" + slot.code()), frame))
                    .toList();
            slots.add(new PapersPage.Slot(
                    slot.code(),
                    slot.name().in(frame.locale()),
                    slot.why() == null ? "" : slot.why().in(frame.locale()),
                    slot.required(),
                    slot.source() == Offering.Source.UPLOAD,
                    slot.source() == Offering.Source.UPLOAD ? "" : frame.text("dossier.papers.known." + slot.source()),
                    sent,
                    DraftPages.href(draft, "/papers/" + slot.code())));
        }
        model.addAttribute(
                "page",
                new PapersPage(
                        opened.offering().name().in(frame.locale()),
                        slots,
                        corrections,
                        DraftPages.href(draft, "/delivery"),
                        DraftPages.href(draft, "")));
        return "dossier/papers";
    }

    private static Sent sent(StoredFile file, String slot, Frame frame) {
        var note =
                Formats.bytes(frame.locale(), file.bytes()) + ", " + frame.text("dossier.papers.state." + file.state());
        return new Sent(file.name(), note, "", slot + "/" + file.id() + "/removal");
    }
}
