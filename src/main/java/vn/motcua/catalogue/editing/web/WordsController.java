package vn.motcua.catalogue.editing.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.catalogue.search.Thesaurus;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** The everyday words that search understands: looked up, tried, added, changed, taken out. */
@Controller
@RequestMapping("/work/catalogue/words")
class WordsController {

    private static final int MOST_SHOWN = 200;
    private static final int MOST_FOUND = 10;

    private final Thesaurus thesaurus;
    private final ProcedureSearch search;
    private final Procedures procedures;

    WordsController(Thesaurus thesaurus, ProcedureSearch search, Procedures procedures) {
        this.thesaurus = thesaurus;
        this.search = search;
        this.procedures = procedures;
    }

    /** What the page's fields hold. */
    record Asked(String q, String tried, String said, String official) {}

    @GetMapping
    String list(
            @OnDuty Official official,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "try", defaultValue = "") String tried,
            Model model,
            Frame frame) {
        demand(official);
        return page(official, new Asked(q, tried, "", ""), Corrections.none(), model, frame);
    }

    @PostMapping
    String change(
            @OnDuty Official official,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(name = "official", defaultValue = "") String meant,
            @RequestParam(defaultValue = "put") String act,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            Frame frame) {
        demand(official);
        var who = official.fullName() + ", " + official.title();
        try {
            if (act.equals("remove")) {
                thesaurus.remove(official.id(), who, said, ItemController.number(seen));
            } else {
                thesaurus.put(
                        official.id(), who, said, meant, seen.isEmpty() ? version(said) : ItemController.number(seen));
            }
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case INVALID, STALE ->
                    page(official, new Asked("", "", said, meant), Corrections.of(frame, problem), model, frame);
                default -> throw problem;
            };
        }
        return "redirect:/work/catalogue/words?q=" + URLEncoder.encode(plain(said), StandardCharsets.UTF_8);
    }

    /** Who types words anew means to change what they mean now. */
    private int version(String said) {
        var words = plain(said);
        return thesaurus.kept().stream()
                .filter(kept -> kept.entry().said().equals(words))
                .findFirst()
                .map(Thesaurus.Kept::version)
                .orElse(0);
    }

    private static String plain(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private String page(Official official, Asked asked, Corrections corrections, Model model, Frame frame) {
        var words = words(frame);
        var q = plain(asked.q());
        var found =
                asked.tried().isBlank() ? ProcedureSearch.Found.NOTHING : search.find(shortened(asked.tried()), false);
        model.addAttribute(
                "page",
                new WordsPage(
                        official.title(),
                        asked.q(),
                        words.size(),
                        words.stream()
                                .filter(word -> word.said().contains(q)
                                        || word.official()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(q))
                                .limit(MOST_SHOWN)
                                .toList(),
                        asked.said(),
                        asked.official(),
                        asked.tried(),
                        found.official(),
                        found(found, frame),
                        corrections));
        return "catalogue/editing/words";
    }

    private List<Link> found(ProcedureSearch.Found found, Frame frame) {
        return found.hits().stream()
                .limit(MOST_FOUND)
                .flatMap(hit -> procedures.shown(hit.code()).stream())
                .map(line -> new Link(line.name().in(frame.locale()), "/procedures/" + line.code()))
                .toList();
    }

    /** The shipped words with what editors made of them. */
    private List<WordsPage.Word> words(Frame frame) {
        var words = new TreeMap<String, WordsPage.Word>(Comparator.naturalOrder());
        for (var entry : thesaurus.shipped()) {
            words.put(entry.said(), word(entry, "shipped", "plain", 0, frame));
        }
        for (var kept : thesaurus.kept()) {
            var entry = kept.entry();
            var state = !entry.active() ? "removed" : words.containsKey(entry.said()) ? "changed" : "added";
            words.put(entry.said(), word(entry, state, entry.active() ? "good" : "late", kept.version(), frame));
        }
        return List.copyOf(words.values());
    }

    private static WordsPage.Word word(Thesaurus.Entry entry, String state, String kind, int seen, Frame frame) {
        return new WordsPage.Word(
                entry.said(),
                entry.official(),
                frame.text("catalogue.editing.word.state." + state),
                kind,
                seen,
                entry.active());
    }

    private static String shortened(String query) {
        return query.strip().substring(0, Math.min(200, query.strip().length()));
    }

    private static void demand(Official official) {
        if (!official.is(Duty.CATALOGUE_ADMIN)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.editing.duty");
        }
    }
}
