package vn.motcua.catalogue.editing;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.RecordTree;

/**
 * A page of the editor: some parts, and at most one list whose rows are added and removed.
 *
 * @param code in addresses: {@code steps}, {@code papers-0}
 * @param list where the list stands in the record, empty for none; {@code noun} names it in message keys
 * @param most rows that it may have
 */
public record Section(String code, List<Part> parts, String list, String noun, List<Part> row, int most) {

    /** Rows that one page shows: a form has a limited number of fields. */
    public static final int ROWS = 10;

    private static final String CASES = "cases";
    private static final String GAPS = "gaps";

    static Section of(String code, Part... parts) {
        return new Section(code, List.of(parts), "", code, List.of(), 0);
    }

    Section with(String list, String noun, int most, Part... row) {
        return new Section(code, parts, list, noun, List.of(row), most);
    }

    public boolean hasList() {
        return !list.isEmpty();
    }

    /** The name of a field in a row: {@code steps[3].name}. */
    public String name(int row, Part part) {
        return list + "[" + row + "]." + part.path();
    }

    /** The rows as they stand in the record; the reasons for gaps, an object there, as a list too. */
    public ArrayNode rows(ObjectNode content) {
        if (list.equals(GAPS)) {
            var rows = RecordTree.empty().putArray(GAPS);
            var gaps = new TreeMap<String, JsonNode>();
            content.path(GAPS).properties().forEach(gap -> gaps.put(gap.getKey(), gap.getValue()));
            gaps.forEach((part, text) -> rows.addObject().put("part", part).set("text", text));
            return rows;
        }
        var holder = holder(content);
        var found = holder.map(node -> node.path(name())).filter(node -> node.isArray());
        return found.isPresent()
                ? (ArrayNode) found.get().deepCopy()
                : RecordTree.empty().putArray(CASES);
    }

    void keep(ObjectNode content, ArrayNode rows) {
        if (list.equals(GAPS)) {
            var gaps = content.putObject(GAPS);
            rows.forEach(row -> gaps.set(row.path("part").asString(""), row.path("text")));
            return;
        }
        holder(content).ifPresent(node -> node.set(name(), rows));
    }

    /** The papers of a case stand in that case, all other lists in the record itself. */
    private Optional<ObjectNode> holder(ObjectNode content) {
        int open = list.indexOf('[');
        if (open < 0) {
            return Optional.of(content);
        }
        int number = Integer.parseInt(list.substring(open + 1, list.indexOf(']')));
        return content.path(CASES).path(number) instanceof ObjectNode node ? Optional.of(node) : Optional.empty();
    }

    private String name() {
        return list.substring(list.indexOf('.') + 1);
    }
}
