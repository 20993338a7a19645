package vn.motcua.catalogue.editing;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.RecordTree;

/** How a draft begins: as the latest version says it, or as a record in which nothing is written yet. */
final class Blank {

    private Blank() {}

    static ObjectNode of(Item.Kind kind, Decision decision, Optional<Procedure> latest) {
        return switch (kind) {
            case NEW -> empty(decision);
            case CHANGE -> changed(latest.orElseThrow());
            case RETIRE -> {
                var end = RecordTree.empty();
                end.putArray("successors");
                yield end;
            }
            case PROVINCE_VALUE -> {
                var values = RecordTree.empty();
                values.putArray("values").add(row(Sections.values()));
                yield values;
            }
        };
    }

    private static ObjectNode changed(Procedure latest) {
        var tree = RecordTree.of(latest);
        tree.remove("effectiveTo");
        tree.putArray("successors");
        return tree;
    }

    private static ObjectNode empty(Decision decision) {
        var tree = RecordTree.empty();
        for (var section : Sections.record(tree)) {
            section.parts().forEach(part -> put(tree, part));
            if (section.hasList()) {
                section.keep(tree, section.rows(tree));
            }
        }
        tree.put("kind", decision.isProvinces() ? "LOCAL_REGULATION" : "ASSIGNED_REGULATION");
        tree.put("sets", 1);
        tree.putArray("successors");
        return tree;
    }

    /** A row in which nothing is written yet. */
    static ObjectNode row(Section section) {
        var row = RecordTree.empty();
        section.row().forEach(part -> put(row, part));
        if (section.code().equals("cases")) {
            row.putArray("components");
            row.putObject("limits");
        }
        return row;
    }

    private static void put(ObjectNode tree, Part part) {
        switch (part.kind()) {
            case WORDS -> {
                if (!part.path().equals("why") || tree.has("amount")) {
                    Paths.set(
                            tree, part.path(), RecordTree.empty().put("vi", "").put("en", ""));
                }
            }
            case WORD_LINES, LINES, MANY, PROCEDURES ->
                Paths.set(tree, part.path(), RecordTree.empty().putArray("list"));
            case FLAG -> tree.put(part.path(), false);
            case WHOLE -> {
                if (!part.optional()) {
                    tree.put(part.path(), 0);
                }
            }
            case ONE -> tree.put(part.path(), part.options().getFirst());
            case LINE -> {
                if (!part.optional()) {
                    tree.put(part.path(), "");
                }
            }
            case DAY, LIMIT, AGENCY, CONDITION -> {} // nothing yet
        }
    }
}
