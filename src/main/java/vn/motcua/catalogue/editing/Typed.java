package vn.motcua.catalogue.editing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in the fields of a page, by their names: as the record says it, or as somebody typed it. */
public record Typed(Map<String, List<String>> values) {

    public Typed {
        values = Map.copyOf(values);
    }

    public static Typed of(Map<String, String[]> parameters) {
        var values = new HashMap<String, List<String>>();
        parameters.forEach((name, typed) -> values.put(name, List.of(typed)));
        return new Typed(values);
    }

    /** The fields of a page of the record: its parts and the rows from that one on. */
    public static Typed of(Section section, ObjectNode content, int from) {
        var values = new HashMap<String, List<String>>();
        section.parts().forEach(part -> put(values, part.path(), part, Paths.get(content, part.path())));
        var rows = section.hasList() ? section.rows(content) : List.<JsonNode>of();
        int i = 0;
        for (var row : rows) {
            if (i >= from && i < from + Section.ROWS) {
                for (var part : section.row()) {
                    put(values, section.name(i, part), part, Paths.get(row, part.path()));
                }
            }
            i++;
        }
        return new Typed(values);
    }

    public String one(String name) {
        var typed = many(name);
        return typed.isEmpty() ? "" : typed.getFirst();
    }

    public List<String> many(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static void put(Map<String, List<String>> values, String name, Part part, JsonNode node) {
        switch (part.kind()) {
            case WORDS -> {
                values.put(name + ".vi", List.of(node.path("vi").asString("")));
                values.put(name + ".en", List.of(node.path("en").asString("")));
            }
            case WORD_LINES -> {
                values.put(name + ".vi", List.of(lines(node, "vi")));
                values.put(name + ".en", List.of(lines(node, "en").strip()));
            }
            case LINES, PROCEDURES -> values.put(name, List.of(lines(node, "")));
            case MANY -> {
                var chosen = new ArrayList<String>();
                node.forEach(one -> chosen.add(one.asString("")));
                values.put(name, List.copyOf(chosen));
            }
            case FLAG -> values.put(name, node.asBoolean(false) ? List.of("yes") : List.of());
            case LIMIT -> {
                values.put(name + ".quantity", List.of(node.path("quantity").asString("")));
                values.put(name + ".unit", List.of(node.path("unit").asString("WORKING_DAY")));
            }
            case WHOLE, LINE, DAY, ONE, AGENCY, CONDITION -> values.put(name, List.of(node.asString("")));
        }
    }

    private static String lines(JsonNode list, String language) {
        var lines = new ArrayList<String>();
        list.forEach(one -> lines.add(
                (language.isEmpty() ? one : one.path(language)).asString("").replaceAll("\\s*\\R\\s*", " ")));
        return String.join("\n", lines);
    }
}
