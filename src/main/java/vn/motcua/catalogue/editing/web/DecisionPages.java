package vn.motcua.catalogue.editing.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.editing.Checks;
import vn.motcua.catalogue.editing.Decision;
import vn.motcua.catalogue.editing.Decision.State;
import vn.motcua.catalogue.editing.Decisions;
import vn.motcua.catalogue.editing.Finding;
import vn.motcua.catalogue.editing.History;
import vn.motcua.catalogue.editing.Item;
import vn.motcua.catalogue.editing.Items;
import vn.motcua.catalogue.editing.Promulgation;
import vn.motcua.catalogue.editing.Touches;
import vn.motcua.identity.Official;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/** A decision's page, ready to print. */
@Component
class DecisionPages {

    private final Shelf shelf;
    private final ItemPages names;
    private final Promulgation promulgation;
    private final Agencies agencies;

    DecisionPages(Shelf shelf, ItemPages names, Promulgation promulgation, Agencies agencies) {
        this.shelf = shelf;
        this.names = names;
        this.promulgation = promulgation;
        this.agencies = agencies;
    }

    /** Where a decision and what belongs to it are found. */
    @Component
    record Shelf(Decisions decisions, Items items, Checks checks, Touches touches, History history) {}

    DecisionPage page(Official official, UUID id, DecisionForm typed, Corrections corrections, Frame frame) {
        var decision = shelf.decisions.get(official, id);
        var items = shelf.items.of(id);
        var findings = decision.state() == State.PUBLISHED || decision.state() == State.WITHDRAWN
                ? List.<Finding>of()
                : shelf.checks.of(decision, items);
        return new DecisionPage(
                official.title(),
                id.toString(),
                heading(decision, frame),
                form(decision, typed),
                items.stream()
                        .map(item -> draft(decision, item, findings, frame))
                        .toList(),
                findings.stream()
                        .filter(finding -> finding.procedure() == null)
                        .map(finding -> sentence(finding, frame))
                        .toList(),
                decision.state().isOpen(),
                kinds(decision, typed.kind(), frame),
                acts(official, decision, findings.isEmpty(), frame),
                history(id, frame),
                decision.version(),
                corrections);
    }

    private DecisionPage.Heading heading(Decision decision, Frame frame) {
        return new DecisionPage.Heading(
                decision.number(),
                decision.signed().toString(),
                Formats.date(frame.locale(), decision.signed()),
                decision.title(),
                agencies.find(decision.agency())
                        .map(agency -> agency.name().in(frame.locale()))
                        .orElse(decision.agency().value()),
                frame.text("catalogue.editing.state." + decision.state()),
                kind(decision.state()),
                frame.text("catalogue.editing.state." + decision.state() + ".then"));
    }

    private static DecisionPage.Form form(Decision decision, DecisionForm typed) {
        boolean renaming = typed.isHeading();
        return new DecisionPage.Form(
                renaming ? typed.number() : decision.number(),
                renaming ? typed.signed() : decision.signed().toString(),
                renaming ? typed.title() : decision.title(),
                typed.procedure(),
                typed.reason(),
                renaming);
    }

    static String kind(State state) {
        return switch (state) {
            case DRAFT -> "plain";
            case SENT, APPROVED -> "soon";
            case RETURNED -> "late";
            case PUBLISHED -> "good";
            case WITHDRAWN -> "";
        };
    }

    private DecisionPage.Draft draft(Decision decision, Item item, List<Finding> findings, Frame frame) {
        var address = "/work/catalogue/decisions/" + decision.id() + "/items/" + item.procedure();
        return new DecisionPage.Draft(
                item.procedure().value(),
                names.name(item, frame),
                frame.text("catalogue.editing.kind." + item.kind()),
                item.effectiveFrom()
                        .map(day -> Formats.date(frame.locale(), day))
                        .orElse("–"),
                address,
                item.kind() == Item.Kind.NEW ? "" : address + "/difference",
                findings.stream()
                        .filter(finding -> item.procedure().equals(finding.procedure()))
                        .map(finding -> new Link(sentence(finding, frame), address + place(finding)))
                        .toList(),
                decision.state() == State.PUBLISHED ? List.of() : touches(item, frame),
                decision.state().isOpen() ? address + "/removal" : "");
    }

    /** Leads to the field itself. */
    private static String place(Finding finding) {
        if (finding.section().isEmpty()) {
            return "";
        }
        int open = finding.field().lastIndexOf('[');
        int row = open < 0
                ? 0
                : ItemController.number(
                        finding.field().substring(open + 1, finding.field().indexOf(']', open)));
        int size = vn.motcua.catalogue.editing.Section.ROWS;
        return "?section=" + finding.section()
                + (row < size ? "" : "&from=" + row / size * size)
                + (finding.field().isEmpty() ? "" : "#" + Corrections.id(finding.field()));
    }

    private static String sentence(Finding finding, Frame frame) {
        return frame.text(finding.code(), finding.args().toArray());
    }

    private List<String> touches(Item item, Frame frame) {
        var touch = shelf.touches.of(item.procedure());
        var sentences = new ArrayList<String>();
        if (touch.agencies() > 0 && item.kind() != Item.Kind.PROVINCE_VALUE) {
            sentences.add(frame.text("catalogue.editing.touch.services." + item.kind(), touch.agencies()));
        }
        if (!touch.named().isEmpty() && item.kind() == Item.Kind.RETIRE) {
            sentences.add(frame.text(
                    "catalogue.editing.touch.named",
                    String.join(
                            ", ", touch.named().stream().map(Object::toString).toList())));
        }
        return sentences;
    }

    private static List<Choice> kinds(Decision decision, String chosen, Frame frame) {
        return Arrays.stream(Item.Kind.values())
                .filter(kind -> kind != Item.Kind.PROVINCE_VALUE || decision.isProvinces())
                .map(kind -> Choice.of(
                        kind.name(),
                        frame.text("catalogue.editing.kind." + kind),
                        kind.name().equals(chosen.isEmpty() ? "CHANGE" : chosen)))
                .toList();
    }

    /** What this editor can do now, the fitting act first. */
    private List<DecisionPage.Act> acts(Official official, Decision decision, boolean complete, Frame frame) {
        var acts = new ArrayList<DecisionPage.Act>();
        boolean own = promulgation.isOwn(official, decision.id());
        switch (decision.state()) {
            case DRAFT, RETURNED -> {
                if (complete) {
                    acts.add(act(decision, "sending", "", false, frame));
                }
                acts.add(act(decision, "withdrawal", "danger", true, frame));
            }
            case SENT -> {
                if (!own) {
                    acts.add(act(decision, "approval", "", false, frame));
                }
                acts.add(act(decision, "return", "second", true, frame));
            }
            case APPROVED -> {
                if (!own) {
                    acts.add(act(decision, "publication", "", false, frame));
                }
                acts.add(act(decision, "return", "second", true, frame));
            }
            case PUBLISHED, WITHDRAWN -> {}
        }
        return acts;
    }

    private static DecisionPage.Act act(Decision decision, String name, String kind, boolean reason, Frame frame) {
        return new DecisionPage.Act(
                "/work/catalogue/decisions/" + decision.id() + "/" + name,
                frame.text("catalogue.editing.act." + name),
                frame.text("catalogue.editing.act." + name + ".text"),
                kind,
                reason);
    }

    private List<Passed> history(UUID id, Frame frame) {
        return shelf.history.of(id).stream()
                .map(step -> new Passed(
                        frame.text("catalogue.editing.event."
                                        + step.type().substring("catalogue.Decision".length())
                                        + (step.act().isEmpty() ? "" : "." + step.act()))
                                + (step.procedure().isEmpty() ? "" : " " + step.procedure()),
                        "",
                        Formats.moment(frame.locale(), step.at()),
                        Formats.iso(step.at()),
                        step.reason().isEmpty() ? step.who() : step.who() + ": " + step.reason(),
                        null))
                .toList();
    }
}
