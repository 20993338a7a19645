package vn.motcua.catalogue.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agency;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProvinceValues;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;
import vn.motcua.shared.Vnd;

/** What a draft says, and the version that it becomes under its decision. */
final class NextVersion {

    private NextVersion() {}

    /** The whole record: the draft, with number, day and agency of the decision that promulgates it. */
    static ObjectNode of(Item item, Decision decision, Agency agency) {
        var tree = item.content().deepCopy();
        tree.put("code", item.procedure().value());
        tree.put("promulgatingAgency", agency.code().value());
        tree.putObject("promulgatingAgencyName")
                .put("vi", agency.name().vi())
                .put("en", agency.name().en());
        promulgate(tree, decision);
        tree.remove("effectiveTo");
        return tree;
    }

    /** The version that says that there is none any more: as the latest, with no day in force. */
    static ObjectNode end(Item item, Decision decision, Procedure latest) {
        var tree = RecordTree.of(latest);
        var day = item.content().path("effectiveFrom");
        tree.set("effectiveFrom", day);
        tree.set("effectiveTo", day);
        tree.set("successors", item.content().path("successors").deepCopy());
        promulgate(tree, decision);
        return tree;
    }

    private static void promulgate(ObjectNode tree, Decision decision) {
        tree.putObject("decision")
                .put("number", decision.number())
                .put("date", decision.signed().toString())
                .put("agency", decision.agency().value());
        if (tree.path("gaps") instanceof ObjectNode gaps) {
            gaps.remove("decision");
            gaps.remove(""); // a row that nobody filled in
        }
    }

    static List<ProcedureCode> successors(Item item) {
        var codes = new ArrayList<ProcedureCode>();
        item.content().path("successors").forEach(code -> codes.add(new ProcedureCode(code.asString(""))));
        return codes;
    }

    /** What a province says, valid from the draft's day on. Refuses a draft without one. */
    static List<ProvinceValues.Value> values(Item item, Decision decision) {
        var values = new ArrayList<ProvinceValues.Value>();
        var from = item.effectiveFrom().orElseThrow();
        for (var row : item.content().path("values")) {
            values.add(new ProvinceValues.Value(
                    ProvinceValues.Part.valueOf(row.path("part").asString("")),
                    new Text(row.at("/text/vi").asString(""), row.at("/text/en").asString("")),
                    row.path("amount").isNumber() ? new Vnd(row.path("amount").asLong()) : null,
                    row.path("basis").asString(""),
                    from,
                    day(row.path("validTo")),
                    decision.number()));
        }
        return values;
    }

    static @Nullable LocalDate day(JsonNode node) {
        return node.isString() ? LocalDate.parse(node.asString("")) : null;
    }
}
