package vn.motcua.catalogue.national;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.motcua.shared.Text;

/** One record on its way in: its fields as clean text, and the doubts that come up while they are read. */
final class Source {

    /** No text of a procedure is longer; the longest of the real ones has 23,000. */
    private static final int MAX_TEXT = 100_000;

    private final JsonNode tree;
    private final List<Doubt> doubts;

    Source(JsonNode tree) {
        this(tree, new ArrayList<>());
    }

    private Source(JsonNode tree, List<Doubt> doubts) {
        this.tree = tree;
        this.doubts = doubts;
    }

    /** The elements of a list, or none where there is no list. */
    List<Source> all(String field) {
        return StreamSupport.stream(tree.path(field).spliterator(), false)
                .map(element -> new Source(element, doubts))
                .toList();
    }

    /** The texts of a list of texts. */
    List<String> texts(String field) {
        return StreamSupport.stream(tree.path(field).spliterator(), false)
                .map(element -> Clean.line(element.asString("")))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Lines kept. Empty where it is missing; cut, with a doubt, where it is longer than anything real. */
    String text(String field) {
        return cut(field, Clean.text(tree.path(field).asString("")));
    }

    String line(String field) {
        return cut(field, Clean.line(tree.path(field).asString("")));
    }

    private String cut(String field, String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        doubt(field, Doubt.Kind.TEXT_CUT, text);
        return text.substring(0, MAX_TEXT);
    }

    @Nullable
    Double number(String field) {
        var node = tree.path(field);
        return node.isNumber() ? (Double) node.asDouble() : null;
    }

    boolean flag(String field) {
        return tree.path(field).asBoolean(false);
    }

    void doubt(String part, Doubt.Kind kind, String said) {
        doubts.add(new Doubt(part, kind, said));
    }

    List<Doubt> doubts() {
        return List.copyOf(doubts);
    }

    /** The national records are Vietnamese only. */
    static Text words(String vi) {
        return Text.vietnamese(vi);
    }
}
