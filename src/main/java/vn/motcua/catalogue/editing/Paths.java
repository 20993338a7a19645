package vn.motcua.catalogue.editing;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Places in a record, written with dots: {@code field.name}. */
final class Paths {

    private Paths() {}

    /** A missing node where nothing stands. */
    static JsonNode get(JsonNode tree, String path) {
        var node = tree;
        for (var step : path.split("\\.")) {
            node = node.path(step);
        }
        return node;
    }

    /** Null takes away what stands there. */
    static void set(ObjectNode tree, String path, @Nullable JsonNode value) {
        int dot = path.indexOf('.');
        if (dot >= 0) {
            var step = path.substring(0, dot);
            var inner = tree.path(step) instanceof ObjectNode object ? object : tree.putObject(step);
            set(inner, path.substring(dot + 1), value);
        } else if (value == null) {
            tree.remove(path);
        } else {
            tree.set(path, value);
        }
    }
}
