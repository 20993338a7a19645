package vn.motcua.sandbox.door;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object as somebody sent it, read field by field: wrong types and unknown fields are refused by name. */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    private Json(JsonNode object) {
        this.object = object;
    }

    /** Refuses with 400 what is not one JSON object. */
    public static Json of(byte[] body) {
        try {
            var node = MAPPER.readTree(body);
            if (node == null || !node.isObject()) {
                throw Refusal.malformed("The body must be one JSON object.");
            }
            return new Json(node);
        } catch (JacksonException e) {
            throw Refusal.malformed("The body is no JSON: " + e.getOriginalMessage());
        }
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public JsonNode node() {
        return object;
    }

    /** A text of 1 to {@code longest} signs. */
    public String text(String field, int longest) {
        var value = value(field);
        if (value == null || !value.isString() || value.asString().isEmpty()) {
            throw Refusal.invalid(field, "text", "must be a text");
        }
        if (value.asString().length() > longest) {
            throw Refusal.invalid(field, "length", "must have at most " + longest + " signs");
        }
        return value.asString();
    }

    public int number(String field, int least, int most) {
        var value = value(field);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Refusal.invalid(field, "number", "must be a whole number");
        }
        if (value.asInt() < least || value.asInt() > most) {
            throw Refusal.invalid(field, "range", "must be between " + least + " and " + most);
        }
        return value.asInt();
    }

    public boolean has(String field) {
        return value(field) != null;
    }

    /** To be called when all known fields have been read. */
    public void nothingElse() {
        for (var name : object.propertyNames()) {
            if (!asked.contains(name)) {
                throw Refusal.invalid(name, "unknown", "is not known here");
            }
        }
    }

    private @Nullable JsonNode value(String field) {
        asked.add(field);
        var value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
