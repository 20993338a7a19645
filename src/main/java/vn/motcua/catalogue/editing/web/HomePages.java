package vn.motcua.catalogue.editing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.editing.Decision;
import vn.motcua.catalogue.editing.Decision.State;
import vn.motcua.catalogue.editing.Decisions;
import vn.motcua.catalogue.editing.Doubts;
import vn.motcua.catalogue.editing.Drafting;
import vn.motcua.catalogue.editing.Item;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.identity.Official;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;
import vn.motcua.web.Work;

/** The editors' first page and the one on which a decision begins, ready to print. */
@Component
class HomePages {

    private static final int MOST_FOUND = 20;
    private static final int LONGEST_QUERY = 200;

    private final Decisions decisions;
    private final Drafting drafting;
    private final Doubts doubts;
    private final Agencies agencies;
    private final Known known;

    HomePages(Decisions decisions, Drafting drafting, Doubts doubts, Agencies agencies, Known known) {
        this.decisions = decisions;
        this.drafting = drafting;
        this.doubts = doubts;
        this.agencies = agencies;
        this.known = known;
    }

    /** The procedures that there are, by what somebody types. */
    @Component
    record Known(Procedures procedures, ProcedureSearch search) {

        List<ProcedureLine> find(String q) {
            return code(q).flatMap(procedures::shown)
                    .map(List::of)
                    .orElseGet(() -> search.find(q, false).hits().stream()
                            .flatMap(hit -> procedures.shown(hit.code()).stream())
                            .limit(MOST_FOUND)
                            .toList());
        }

        static Optional<ProcedureCode> code(String text) {
            try {
                return Optional.of(ProcedureCode.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    HomePage home(Official official, State state, String query, Frame frame) {
        var q = query.strip().substring(0, Math.min(LONGEST_QUERY, query.strip().length()));
        var rows = decisions.list(official, state).stream()
                .map(decision -> work(decision, frame))
                .toList();
        return new HomePage(
                official.title(),
                tabs(official, state, frame),
                List.of(
                        frame.text("catalogue.editing.field.number"),
                        frame.text("catalogue.editing.field.title"),
                        frame.text("catalogue.editing.field.agency"),
                        frame.text("catalogue.editing.field.changed")),
                rows,
                q,
                q.isEmpty()
                        ? List.of()
                        : known.find(q).stream().map(line -> found(line, frame)).toList(),
                doubts.counts(official).stream().mapToInt(Doubts.Count::count).sum());
    }

    private List<HomePage.Tab> tabs(Official official, State current, Frame frame) {
        var counts = decisions.counts(official);
        return Arrays.stream(State.values())
                .map(state -> new HomePage.Tab(
                        frame.text("catalogue.editing.state." + state),
                        "/work/catalogue?state=" + state,
                        counts.getOrDefault(state, 0),
                        state == current))
                .toList();
    }

    private Work work(Decision decision, Frame frame) {
        return new Work(
                decision.number(),
                "/work/catalogue/decisions/" + decision.id(),
                "",
                List.of(
                        Work.Cell.of(decision.title()),
                        Work.Cell.of(agency(decision.agency().value(), frame)),
                        Work.Cell.of(Formats.moment(
                                frame.locale(), decision.changed().at()))));
    }

    private String agency(String code, Frame frame) {
        return agencies.find(new vn.motcua.shared.AgencyCode(code))
                .map(agency -> agency.name().in(frame.locale()))
                .orElse(code);
    }

    private static HomePage.Found found(ProcedureLine line, Frame frame) {
        return new HomePage.Found(
                line.code().value(),
                line.name().in(frame.locale()),
                line.promulgatingAgencyName().in(frame.locale()),
                "/work/catalogue/decisions/new?procedure=" + line.code(),
                "/work/catalogue/procedures/" + line.code() + "/versions");
    }

    NewPage fresh(Official official, String id, DecisionForm form, Corrections corrections, Frame frame) {
        var mine = drafting.agencies(official);
        var line = Known.code(form.procedure()).flatMap(known.procedures()::shown);
        var owner = line.map(found -> found.promulgatingAgency().value()).orElse("");
        var chosen = form.agency().isEmpty() ? owner : form.agency();
        return new NewPage(
                official.title(),
                id,
                mine.stream()
                        .map(code -> Choice.of(
                                code.value(),
                                agency(code.value(), frame),
                                code.value().equals(chosen)))
                        .toList(),
                form.number(),
                form.signed(),
                form.title(),
                form.procedure(),
                line.map(found -> found.name().in(frame.locale())).orElse(""),
                kinds(
                        line.isPresent(),
                        mine.stream().anyMatch(code -> code.value().startsWith("H")),
                        form.kind(),
                        frame),
                line.isEmpty() ? List.of() : open(official),
                corrections);
    }

    private List<Link> open(Official official) {
        var links = new ArrayList<Link>();
        for (var state : List.of(State.DRAFT, State.RETURNED)) {
            decisions.list(official, state).stream()
                    .limit(5)
                    .forEach(decision -> links.add(new Link(
                            decision.number() + " – " + decision.title(),
                            "/work/catalogue/decisions/" + decision.id())));
        }
        return links;
    }

    private static List<Choice> kinds(boolean known, boolean province, String asked, Frame frame) {
        var chosen = !asked.isEmpty() ? asked : known ? "CHANGE" : "NEW";
        return Arrays.stream(Item.Kind.values())
                .filter(kind -> !known || kind != Item.Kind.NEW)
                .filter(kind -> province || kind != Item.Kind.PROVINCE_VALUE)
                .map(kind -> Choice.of(
                        kind.name(),
                        frame.text("catalogue.editing.kind." + kind),
                        kind.name().equals(chosen)))
                .toList();
    }
}
