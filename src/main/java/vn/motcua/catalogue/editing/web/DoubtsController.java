package vn.motcua.catalogue.editing.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.editing.Doubts;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.AgencyCode;
import vn.motcua.web.Frame;

/** The report of what imports left open, for whoever can decide it. */
@Controller
class DoubtsController {

    private final Doubts doubts;
    private final Agencies agencies;

    DoubtsController(Doubts doubts, Agencies agencies) {
        this.doubts = doubts;
        this.agencies = agencies;
    }

    @GetMapping("/work/catalogue/doubts")
    String list(
            @OnDuty Official official,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String from,
            Model model,
            Frame frame) {
        int first = ItemController.number(from);
        var found = doubts.page(official, kind, agency, first);
        var shown = found.subList(0, Math.min(Doubts.PAGE, found.size()));
        var address = address(kind, agency);
        model.addAttribute(
                "page",
                new DoubtsPage(
                        official.title(),
                        doubts.counts(official).stream()
                                .map(count -> new DoubtsPage.Count(
                                        kind(count.kind(), frame),
                                        agency(count.agency(), frame),
                                        count.count(),
                                        address(count.kind(), count.agency())))
                                .toList(),
                        kind.isEmpty() ? "" : kind(kind, frame),
                        shown.stream().map(doubt -> row(doubt, frame)).toList(),
                        found.size() > Doubts.PAGE ? address + "&from=" + (first + Doubts.PAGE) : "",
                        first > 0 || !kind.isEmpty() || !agency.isEmpty() ? "/work/catalogue/doubts" : ""));
        return "catalogue/editing/doubts";
    }

    private static DoubtsPage.Doubt row(Doubts.Doubt doubt, Frame frame) {
        return new DoubtsPage.Doubt(
                doubt.procedure().value(),
                doubt.name(),
                kind(doubt.kind(), frame),
                doubt.part(),
                doubt.said(),
                "/work/catalogue/decisions/new?procedure=" + doubt.procedure());
    }

    private static String address(String kind, String agency) {
        return "/work/catalogue/doubts?kind=" + URLEncoder.encode(kind, StandardCharsets.UTF_8) + "&agency="
                + URLEncoder.encode(agency, StandardCharsets.UTF_8);
    }

    /** A kind that nobody described is shown as it is. */
    private static String kind(String kind, Frame frame) {
        try {
            var key = "catalogue.doubt." + kind; // written with the import that finds it
            return frame.text(key);
        } catch (IllegalArgumentException e) {
            return kind;
        }
    }

    private String agency(String code, Frame frame) {
        return agencies.find(new AgencyCode(code))
                .map(agency -> agency.name().in(frame.locale()))
                .orElse(code);
    }
}
