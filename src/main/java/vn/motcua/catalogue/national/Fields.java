package vn.motcua.catalogue.national;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.catalogue.Procedure.LifeEvent;

/**
 * To what in a life or a company a field belongs as a whole, from {@code catalogue/field-events.yaml}: the national records
 * know no life events. A field that is not named there belongs to none until an editor says so for a procedure.
 */
final class Fields {

    private final Map<String, List<LifeEvent>> events = new HashMap<>();

    Fields() {
        try (var file = Fields.class.getResourceAsStream("/catalogue/field-events.yaml")) {
            JsonNode tree = new YAMLMapper().readTree(file);
            tree.properties().forEach(event -> event.getValue().forEach(field -> events.computeIfAbsent(
                            Clean.key(field.asString()), any -> new java.util.ArrayList<>())
                    .add(LifeEvent.valueOf(event.getKey()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<LifeEvent> lifeEvents(String field) {
        return events.getOrDefault(Clean.key(field), List.of());
    }
}
