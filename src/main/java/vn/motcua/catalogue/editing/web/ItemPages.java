package vn.motcua.catalogue.editing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Publishing;
import vn.motcua.catalogue.editing.Checks;
import vn.motcua.catalogue.editing.Decision;
import vn.motcua.catalogue.editing.Decisions;
import vn.motcua.catalogue.editing.Finding;
import vn.motcua.catalogue.editing.Item;
import vn.motcua.catalogue.editing.Items;
import vn.motcua.catalogue.editing.Part;
import vn.motcua.catalogue.editing.Section;
import vn.motcua.catalogue.editing.Sections;
import vn.motcua.catalogue.editing.Typed;
import vn.motcua.identity.Official;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** The editor's pages, ready to print: as the draft says it, or as it was typed when something was refused. */
@Component
class ItemPages {

    private final Decisions decisions;
    private final Items items;
    private final Checks checks;
    private final Publishing publishing;

    ItemPages(Decisions decisions, Items items, Checks checks, Publishing publishing) {
        this.decisions = decisions;
        this.items = items;
        this.checks = checks;
        this.publishing = publishing;
    }

    /** Where the asker is. */
    record At(UUID decision, ProcedureCode code, String section, int from) {

        String address() {
            return "/work/catalogue/decisions/" + decision + "/items/" + code;
        }

        String page(String section, int from) {
            return address() + "?section=" + section + (from == 0 ? "" : "&from=" + from);
        }
    }

    Item item(Official official, At at) {
        decisions.get(official, at.decision());
        return items.find(at.decision(), at.code()).orElseThrow(() -> Problem.notFound("catalogue.editing.none"));
    }

    ItemPage page(Official official, At at, Frame frame) {
        var item = item(official, at);
        var section = Sections.find(item, at.section());
        return page(official, at, Typed.of(section, item.content(), at.from()), Corrections.none(), frame);
    }

    ItemPage page(Official official, At at, Typed typed, Corrections corrections, Frame frame) {
        var decision = decisions.get(official, at.decision());
        var item = item(official, at);
        var section = Sections.find(item, at.section());
        var findings = checks.of(decision, items.of(at.decision())).stream()
                .filter(finding -> item.procedure().equals(finding.procedure()))
                .toList();
        return new ItemPage(
                official.title(),
                heading(decision, item, at, frame),
                tabs(item, section, findings, at, frame),
                SectionNames.title(frame, section, item.content()),
                section.parts().stream()
                        .map(part -> field(part.path(), part, section.noun(), typed, frame))
                        .toList(),
                rows(item, section, typed, at, frame),
                new ItemPage.Hidden(
                        at.address(),
                        section.code(),
                        at.from(),
                        item.version(),
                        UUID.randomUUID().toString()),
                decision.state().isOpen(),
                corrections.isEmpty() ? found(findings, section, frame) : corrections);
    }

    /** What the check finds on this page, said at its fields. */
    private static Corrections found(List<Finding> findings, Section section, Frame frame) {
        var mistakes = findings.stream()
                .filter(finding -> finding.section().equals(section.code()))
                .map(finding -> new Problem.Mistake(finding.field(), finding.code(), finding.args()))
                .toList();
        return Corrections.of(frame, Problem.invalid(mistakes));
    }

    private ItemPage.Heading heading(Decision decision, Item item, At at, Frame frame) {
        int latest = publishing.latest(item.procedure()).map(Procedure::version).orElse(0);
        boolean stale = decision.state().isOpen()
                && item.kind() != Item.Kind.NEW
                && item.kind() != Item.Kind.PROVINCE_VALUE
                && latest != item.base();
        return new ItemPage.Heading(
                item.procedure().value(),
                name(item, frame),
                frame.text("catalogue.editing.kind." + item.kind()),
                new Link(
                        frame.text("catalogue.editing.decision", decision.number()),
                        "/work/catalogue/decisions/" + decision.id()),
                item.kind() == Item.Kind.NEW ? "" : at.address() + "/difference",
                stale
                        ? new ItemPage.Stale(
                                frame.text("catalogue.editing.check.stale", item.base(), latest),
                                at.address() + "/rebase",
                                versions(item.procedure(), item.base(), latest))
                        : new ItemPage.Stale("", "", ""));
    }

    static String versions(ProcedureCode code, int a, int b) {
        return "/work/catalogue/procedures/" + code + "/versions?a=" + a + "&b=" + b;
    }

    /** The draft's own name, else that of the published record. */
    String name(Item item, Frame frame) {
        var own = item.content().path("name").path("vi").asString("");
        return own.isBlank()
                ? publishing
                        .latest(item.procedure())
                        .map(procedure -> procedure.name().in(frame.locale()))
                        .orElse(frame.text("catalogue.editing.unnamed"))
                : own;
    }

    private static List<ItemPage.Tab> tabs(Item item, Section here, List<Finding> findings, At at, Frame frame) {
        return Sections.of(item.kind(), item.content()).stream()
                .map(section -> new ItemPage.Tab(
                        SectionNames.title(frame, section, item.content()),
                        at.page(section.code(), 0),
                        section.code().equals(here.code()),
                        (int) findings.stream()
                                .filter(finding -> finding.section().equals(section.code()))
                                .count()))
                .toList();
    }

    private static ItemPage.Rows rows(Item item, Section section, Typed typed, At at, Frame frame) {
        if (!section.hasList()) {
            return new ItemPage.Rows("", "", List.of(), true, "", "");
        }
        int all = section.rows(item.content()).size();
        int last = Math.min(all, at.from() + Section.ROWS);
        var rows = new ArrayList<ItemPage.Row>();
        for (int i = at.from(); i < last; i++) {
            int number = i;
            rows.add(new ItemPage.Row(
                    i,
                    frame.text("catalogue.editing.row." + section.noun(), i + 1),
                    section.row().stream()
                            .map(part -> field(section.name(number, part), part, section.noun(), typed, frame))
                            .toList()));
        }
        return new ItemPage.Rows(
                Corrections.id(section.list()),
                frame.text("catalogue.editing.rows." + section.noun(), all),
                rows,
                all >= section.most(),
                last < all ? at.page(section.code(), last) : "",
                at.from() > 0 ? at.page(section.code(), Math.max(0, at.from() - Section.ROWS)) : "");
    }

    private static ItemPage.Field field(String name, Part part, String noun, Typed typed, Frame frame) {
        var key = noun + "." + part.path();
        var label = frame.text("catalogue.editing.part." + key);
        var value =
                switch (part.kind()) {
                    case WORDS, WORD_LINES -> typed.one(name + ".vi");
                    case LIMIT -> typed.one(name + ".quantity");
                    case LINE, LINES, WHOLE, DAY, FLAG, ONE, MANY, AGENCY, CONDITION, PROCEDURES -> typed.one(name);
                };
        return new ItemPage.Field(
                name,
                part.kind().name(),
                part.optional() ? frame.text("catalogue.editing.optional", label) : label,
                hint(part, frame),
                value,
                part.isBilingual() ? typed.one(name + ".en") : "",
                options(name, part, typed, frame),
                lines(part),
                (int) Math.min(part.max(), 40_000));
    }

    private static String hint(Part part, Frame frame) {
        return switch (part.kind()) {
            case WORD_LINES -> frame.text("catalogue.editing.hint.word-lines");
            case LINES -> frame.text("catalogue.editing.hint.lines");
            case PROCEDURES -> frame.text("catalogue.editing.hint.procedures");
            case CONDITION -> frame.text("catalogue.editing.hint.condition");
            case AGENCY -> frame.text("catalogue.editing.hint.agency");
            case WHOLE -> part.path().equals("amount") ? frame.text("catalogue.editing.hint.amount") : "";
            case WORDS, LINE, DAY, FLAG, ONE, MANY, LIMIT -> "";
        };
    }

    private static int lines(Part part) {
        return switch (part.kind()) {
            case WORDS -> part.max() > 2_000 ? 8 : part.max() > 300 ? 3 : 1;
            case WORD_LINES, LINES, PROCEDURES -> 3;
            case LINE, WHOLE, DAY, FLAG, ONE, MANY, LIMIT, AGENCY, CONDITION -> 1;
        };
    }

    private static List<Choice> options(String name, Part part, Typed typed, Frame frame) {
        var chosen = part.kind() == Part.Kind.LIMIT ? List.of(typed.one(name + ".unit")) : typed.many(name);
        return part.options().stream()
                .map(option -> Choice.of(option, frame.text(part.words() + option), chosen.contains(option)))
                .toList();
    }
}
