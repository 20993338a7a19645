package vn.motcua.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProcedureSearch;
import vn.motcua.catalogue.Procedures;
import vn.motcua.web.Frame;

/** The list of procedures, whole or as a search finds them. */
@Controller
class SearchController {

    /** More than are shipped: a list that says how many there are shows them all. */
    private static final int MAX_SHOWN = 100;

    private final Procedures procedures;
    private final Offerings offerings;
    private final ProcedureSearch search;

    SearchController(Procedures procedures, Offerings offerings, ProcedureSearch search) {
        this.procedures = procedures;
        this.offerings = offerings;
        this.search = search;
    }

    @GetMapping("/procedures")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") Set<String> event,
            @RequestParam(defaultValue = "") Set<String> channel,
            @RequestParam(defaultValue = "") Set<String> audience,
            @RequestParam(defaultValue = "") Set<String> agency,
            @RequestParam(defaultValue = "") String exactly,
            Frame frame,
            Model model) {
        var query = ProcedureController.shown(q.strip(), 200);
        var found = query.isEmpty() ? null : search.find(query, !exactly.isEmpty());
        var today = procedures.today();
        var all = found == null
                ? procedures.all()
                : found.hits().stream()
                        .flatMap(hit -> procedures.find(hit.code(), today).stream())
                        .toList();
        var official = found == null || found.official() == null ? "" : found.official();
        var narrowing = new Narrowing(frame, event, channel, audience, agency);
        var shown = narrowing.narrowed(all);
        model.addAttribute(
                "page",
                new SearchPage(
                        query,
                        query.isEmpty()
                                ? frame.text("catalogue.search.all")
                                : frame.text("catalogue.search.title", query, shown.size()),
                        query.isEmpty()
                                ? frame.text("catalogue.search.count.all", shown.size())
                                : frame.text("catalogue.search.count", shown.size()),
                        official,
                        "/procedures?exactly=1&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                        narrowing.facets(all),
                        shown.stream()
                                .limit(MAX_SHOWN)
                                .map(procedure -> result(procedure, query + " " + official, frame))
                                .toList()));
        return "catalogue/search";
    }

    private SearchPage.Result result(Procedure procedure, String words, Frame frame) {
        var facts = new ProcedureFacts(procedure, procedures.today(), frame).facts();
        List<Offering> offered = offerings.of(procedure.code());
        return new SearchPage.Result(
                procedure.code().value(),
                Marked.parts(procedure.name().in(frame.locale()), words),
                procedure.summary().in(frame.locale()),
                !offered.isEmpty(),
                facts.get(0).value(),
                facts.get(1).value(),
                procedure.promulgatingAgencyName().in(frame.locale()));
    }
}
