package vn.motcua.catalogue.web;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.web.Frame;

/** What helps to prepare: the checklist to print, the ways of handing in side by side. */
@Controller
@RequestMapping("/procedures/{code}")
class GuideController {

    private final FindProcedure find;
    private final ChecklistPages checklists;
    private final ChannelsPages channels;

    GuideController(FindProcedure find, ChecklistPages checklists, ChannelsPages channels) {
        this.find = find;
        this.checklists = checklists;
        this.channels = channels;
    }

    @GetMapping("/checklist")
    String checklist(
            @PathVariable String code,
            @RequestParam(name = "case", defaultValue = "") String kase,
            @RequestParam(defaultValue = "") String agency,
            Frame frame,
            Model model) {
        model.addAttribute("page", checklists.page(find.shown(code), kase, agency(agency), frame));
        return "catalogue/checklist";
    }

    @GetMapping("/checklist.pdf")
    ResponseEntity<byte[]> checklistPdf(
            @PathVariable String code,
            @RequestParam(name = "case", defaultValue = "") String kase,
            @RequestParam(defaultValue = "") String agency,
            Frame frame) {
        var page = checklists.page(find.shown(code), kase, agency(agency), frame);
        return pdf(page.code() + "-checklist.pdf", checklists.pdf(page, frame));
    }

    @GetMapping("/channels")
    String channels(
            @PathVariable String code,
            @RequestParam(name = "case", defaultValue = "") String kase,
            Frame frame,
            Model model) {
        model.addAttribute("page", channels.page(find.shown(code), kase, frame));
        return "catalogue/channels";
    }

    private static String agency(String text) {
        return text.matches("[GH]\\d{2}(\\.\\d{2})*") ? text : "";
    }

    static ResponseEntity<byte[]> pdf(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(content);
    }
}
