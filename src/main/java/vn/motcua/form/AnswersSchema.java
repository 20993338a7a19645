package vn.motcua.form;

import java.util.HashSet;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Section;

/**
 * The JSON Schema 2020-12 of a form's answers. What a schema cannot say (conditions, past and future) stands in
 * {@code x-when} and {@code x-earliest}.
 */
final class AnswersSchema {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswersSchema() {}

    static String of(List<Section> sections) {
        var schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        var names = new HashSet<String>();
        for (var section : sections) {
            for (var field : section.fields()) {
                if (!names.add(field.name())) {
                    throw new IllegalArgumentException("Two fields are named " + field.name());
                }
                write(field, section, properties.putObject(field.name()));
                if (field.required() && field.prefill() == null && field.when() == null) {
                    required.add(field.name());
                }
            }
        }
        return JSON.writeValueAsString(schema);
    }

    private static void write(Field field, Section section, ObjectNode property) {
        property.put("title", field.label().vi());
        property.put("x-title-en", field.label().en());
        property.put("x-section", section.code());
        if (field.hint() != null) {
            property.put("description", field.hint().vi());
        }
        if (field.prefill() != null) {
            property.put("x-prefill", field.prefill());
        }
        if (field.when() != null) {
            property.put("x-when", field.when());
            property.put("x-required-when-asked", field.required());
        }
        if (field.earliest() != null) {
            property.put("x-earliest", field.earliest());
        }
        switch (field.type()) {
            case TEXT, LONG_TEXT, IDENTITY_NUMBER, PHONE, EMAIL -> text(field, property);
            case NUMBER, MONEY ->
                property.put("type", "integer").put("minimum", 0).put("maximum", Shapes.most(field));
            case DATE ->
                property.put("type", "string").put("format", "date").put("pattern", "^(?:19\\d{2}|20\\d{2}|2100)-");
            case CHOICE -> {
                var values = property.put("type", "string").putArray("enum");
                var names = property.putArray("x-names");
                for (var choice : field.choices()) {
                    values.add(choice.value());
                    names.add(choice.label().vi());
                }
            }
            case DECLARATION -> property.put("const", true);
        }
    }

    private static void text(Field field, ObjectNode property) {
        property.put("type", "string").put("maxLength", field.maxLength());
        if (field.required()) {
            property.put("pattern", "\\S");
        }
        var all = property.putArray("allOf");
        all.addObject().put("pattern", whole(Shapes.clean(field.type()).pattern()));
        var shape = Shapes.of(field.type());
        if (shape != null) {
            all.addObject().put("pattern", whole(shape.pattern()));
        }
        if (field.pattern() != null) {
            all.addObject().put("pattern", whole(checked(field.pattern())));
        }
    }

    private static String whole(String expression) {
        return "^(?:" + expression + ")$";
    }

    private static String checked(String expression) {
        try {
            return Shapes.of(expression).pattern();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("Not a regular expression: " + expression, e);
        }
    }
}
