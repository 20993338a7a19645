package vn.motcua.catalogue.editing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProvinceValues;
import vn.motcua.catalogue.Publishing;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.catalogue.editing.Decisions;
import vn.motcua.catalogue.editing.Drafting;
import vn.motcua.catalogue.editing.Item;
import vn.motcua.catalogue.editing.Sections;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** What changed: between a draft and what is published, and between any two versions. */
@Controller
class VersionsController {

    private final Publishing publishing;
    private final ProvinceValues provinces;
    private final Decisions decisions;
    private final Drafting drafting;
    private final ItemPages pages;

    VersionsController(
            Publishing publishing, ProvinceValues provinces, Decisions decisions, Drafting drafting, ItemPages pages) {
        this.publishing = publishing;
        this.provinces = provinces;
        this.decisions = decisions;
        this.drafting = drafting;
        this.pages = pages;
    }

    @GetMapping("/work/catalogue/procedures/{code}/versions")
    String versions(
            @OnDuty Official official,
            @PathVariable ProcedureCode code,
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b,
            Model model,
            Frame frame) {
        if (!official.is(Duty.CATALOGUE_ADMIN)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.editing.duty");
        }
        int latest = publishing.latest(code).map(Procedure::version).orElse(0);
        int to = b.isEmpty() ? latest : ItemController.number(b);
        int from = a.isEmpty() ? Math.max(1, to - 1) : ItemController.number(a);
        var before = RecordTree.of(version(code, from));
        var after = version(code, to);
        var tree = RecordTree.of(after);
        model.addAttribute(
                "page",
                new DifferencePage(
                        official.title(),
                        after.name().in(frame.locale()),
                        code.value(),
                        new Link(frame.text("catalogue.editing.title"), "/work/catalogue"),
                        frame.text("catalogue.editing.difference.versions", from, to),
                        new Differences(frame)
                                .between(Sections.published(before), before, Sections.published(tree), tree),
                        others(code, latest, to, frame)));
        return "catalogue/editing/difference";
    }

    private static List<Link> others(ProcedureCode code, int latest, int shown, Frame frame) {
        var links = new ArrayList<Link>();
        for (int number = latest; number > Math.max(1, latest - 20); number--) {
            if (number != shown) {
                links.add(new Link(
                        frame.text("catalogue.editing.difference.versions", number - 1, number),
                        ItemPages.versions(code, number - 1, number)));
            }
        }
        return links;
    }

    private Procedure version(ProcedureCode code, int number) {
        return publishing.version(code, number).orElseThrow(() -> Problem.notFound("catalogue.editing.no-version"));
    }

    @GetMapping("/work/catalogue/decisions/{id}/items/{code}/difference")
    String draft(
            @OnDuty Official official,
            @PathVariable UUID id,
            @PathVariable ProcedureCode code,
            Model model,
            Frame frame) {
        var item = pages.item(official, new ItemPages.At(id, code, "", 0));
        var latest = publishing.latest(code);
        var before = before(official, id, item);
        var links = new ArrayList<Link>();
        if (item.kind() != Item.Kind.NEW && latest.map(Procedure::version).orElse(0) > item.base() && item.base() > 0) {
            int now = latest.orElseThrow().version();
            links.add(new Link(
                    frame.text("catalogue.editing.difference.versions", item.base(), now),
                    ItemPages.versions(code, item.base(), now)));
        }
        model.addAttribute(
                "page",
                new DifferencePage(
                        official.title(),
                        pages.name(item, frame),
                        code.value(),
                        new Link(frame.text("catalogue.editing.back"), "/work/catalogue/decisions/" + id),
                        frame.text(
                                "catalogue.editing.difference.draft",
                                latest.map(Procedure::version).orElse(0)),
                        new Differences(frame)
                                .between(
                                        Sections.of(item.kind(), before),
                                        before,
                                        Sections.of(item.kind(), item.content()),
                                        item.content()),
                        links));
        return "catalogue/editing/difference";
    }

    /** What is published: the record, or what the province says today. */
    private ObjectNode before(Official official, UUID id, Item item) {
        return switch (item.kind()) {
            case NEW, RETIRE -> RecordTree.empty();
            case CHANGE ->
                publishing.latest(item.procedure()).map(RecordTree::of).orElse(RecordTree.empty());
            case PROVINCE_VALUE -> {
                var agency = decisions.get(official, id).agency();
                var tree = RecordTree.empty();
                var values = tree.putArray("values");
                provinces.of(item.procedure(), agency, drafting.today()).forEach(value -> {
                    var row =
                            values.addObject().put("part", value.part().name()).put("basis", value.basis());
                    row.putObject("text")
                            .put("vi", value.text().vi())
                            .put("en", value.text().en());
                    if (value.amount() != null) {
                        row.put("amount", value.amount().amount());
                    }
                    if (value.validTo() != null) {
                        row.put("validTo", value.validTo().toString());
                    }
                });
                yield tree;
            }
        };
    }
}
