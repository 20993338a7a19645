package vn.motcua.catalogue;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The record of a procedure as a tree that can be written part by part: the shape of what is published, complete or not. */
public final class RecordTree {

    private RecordTree() {}

    /** The record without its number. */
    public static ObjectNode of(Procedure procedure) {
        return parse(ServiceFormat.content(procedure));
    }

    public static ObjectNode parse(String json) {
        return (ObjectNode) ServiceFormat.JSON.readTree(json);
    }

    public static ObjectNode empty() {
        return ServiceFormat.JSON.createObjectNode();
    }

    /** As canonical JSON: equal trees are equal texts. */
    public static String json(JsonNode tree) {
        return ServiceFormat.canonical(tree);
    }

    /** Refuses, with whatever exception its first broken part throws, what is no record. */
    public static Procedure procedure(ObjectNode tree, int number) {
        return Records.procedure(json(tree), number);
    }

    /** The mandatory parts that are missing without a reason, by name: {@code steps}, {@code limit of case 01 by ONLINE}. */
    public static List<String> missing(Procedure procedure) {
        return Completeness.parts(procedure);
    }
}
