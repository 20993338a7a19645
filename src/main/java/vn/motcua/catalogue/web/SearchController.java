package vn.motcua.catalogue.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.catalogue.search.ProcedureSearch.Found;
import vn.motcua.web.Frame;

/** The list of procedures, whole or as a search finds them. */
@Controller
class SearchController {

    private static final int PAGE = 20;
    private static final int MAX_QUERY = 200;

    /** Those in plain words stand before those that only the national record describes. */
    private static final Comparator<ProcedureLine> DESCRIBED_FIRST =
            Comparator.comparing(line -> line.everyday().vi().isBlank());

    private final Procedures procedures;
    private final Offerings offerings;
    private final ProcedureSearch search;
    private final Cards cards;
    private final Beside beside;

    SearchController(Procedures procedures, Offerings offerings, ProcedureSearch search, Cards cards, Beside beside) {
        this.procedures = procedures;
        this.offerings = offerings;
        this.search = search;
        this.cards = cards;
        this.beside = beside;
    }

    @GetMapping("/procedures")
    String search(
            @RequestParam(defaultValue = "") String q,
            Narrowing.Asked asked,
            @RequestParam(defaultValue = "") String exactly,
            @RequestParam(defaultValue = "") String from,
            Frame frame,
            Model model) {
        var query = ProcedureController.shown(q.strip(), MAX_QUERY);
        var found = query.isEmpty() ? Found.NOTHING : search.find(query, !exactly.isEmpty());
        var today = procedures.today();
        var all = query.isEmpty()
                ? procedures.all().stream().sorted(DESCRIBED_FIRST).toList()
                : found.hits().stream()
                        .flatMap(hit -> procedures.line(hit.code(), today).stream())
                        .toList();
        var narrowing = new Narrowing(frame, asked, offerings);
        var shown = narrowing.narrowed(all);
        var address = "/procedures?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + (exactly.isEmpty() ? "" : "&exactly=1");
        var first = first(from, shown.size());
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
                        found.official(),
                        address + "&exactly=1",
                        found.instead(),
                        narrowing.chips(address, all),
                        narrowing.facets(all),
                        results(shown, first, query + " " + found.official() + " " + found.instead(), frame),
                        all.isEmpty() ? List.of() : beside.found(query, frame), // beside nothing, near things are noise
                        pages(shown.size(), first, address + narrowing.query("", ""), frame)));
        return "catalogue/search";
    }

    /** Where the page begins; an address that leads beyond the end leads to the beginning. */
    private static int first(String from, int all) {
        int first = from.matches("\\d{1,5}") ? Integer.parseInt(from) : 0;
        return first < all ? first : 0;
    }

    private List<SearchPage.Result> results(List<ProcedureLine> shown, int first, String words, Frame frame) {
        return shown.stream()
                .skip(first)
                .limit(PAGE)
                .map(line -> result(line, words, frame))
                .toList();
    }

    private static SearchPage.Pages pages(int all, int first, String address, Frame frame) {
        int last = Math.min(all, first + PAGE);
        return new SearchPage.Pages(
                all > PAGE ? frame.text("catalogue.search.pages", first + 1, last, all) : "",
                first > 0 ? address : "",
                last < all ? address + "&from=" + last : "");
    }

    private SearchPage.Result result(ProcedureLine line, String words, Frame frame) {
        var card = cards.of(line, frame);
        var locale = frame.locale();
        return new SearchPage.Result(
                line.code().value(),
                Marked.parts(line.name().in(locale), words),
                line.name().otherThan(locale),
                line.summary().in(locale),
                offerings.isOffered(line.code()),
                card.limit(),
                card.fee(),
                line.promulgatingAgencyName().in(locale));
    }
}
