package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes published versions as folders that can be checked and published again, with their keys in the order of the schemas. */
final class ExportFolders {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    static final List<String> SCHEMAS = List.of("service.schema.json", "form.schema.json", "samples.schema.json");

    private final Path target;
    private final Map<String, JsonNode> schemas = new HashMap<>();

    /**
     * @param schemas where the schemas lie; they are copied beside the folders
     * @param target refuses one that holds anything
     */
    ExportFolders(Path schemas, Path target) {
        this.target = target;
        try {
            Files.createDirectories(target);
            try (var there = Files.list(target)) {
                if (there.findAny().isPresent()) {
                    throw new IllegalArgumentException(target + " is not empty: name a new directory");
                }
            }
            for (var name : SCHEMAS) {
                Files.copy(schemas.resolve(name), target.resolve(name));
                this.schemas.put(
                        name, ServiceFormat.JSON.readTree(target.resolve(name).toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written", e);
        }
    }

    void write(ServiceFolder folder) {
        var service = ServiceFormat.JSON.createObjectNode();
        service.set("procedure", folder.procedure());
        if (!folder.service().isMissingNode()) {
            service.set("service", folder.service());
        }
        try {
            var directory = Files.createDirectories(target.resolve(folder.code().value()));
            write(directory.resolve(ServiceFolder.SERVICE), service, "service.schema.json");
            write(directory.resolve(ServiceFolder.FORM), folder.form(), "form.schema.json");
            write(directory.resolve(ServiceFolder.SAMPLES), folder.samples(), "samples.schema.json");
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written", e);
        }
    }

    private void write(Path file, JsonNode content, String schema) throws IOException {
        if (!content.isMissingNode()) {
            var whole = schemas.getOrDefault(schema, ServiceFormat.JSON.missingNode());
            Files.writeString(
                    file,
                    "# yaml-language-server: $schema=../" + schema + "\n"
                            + YAML.writeValueAsString(ordered(content, whole, whole)));
        }
    }

    /** The database keeps no order; people read in that of the schema. */
    private static JsonNode ordered(JsonNode node, JsonNode schema, JsonNode whole) {
        var own = schema;
        if (schema.has("$ref")) {
            own = whole.at(schema.path("$ref").asString().replaceFirst("^#", ""));
        }
        if (node instanceof ObjectNode object) {
            var ordered = ServiceFormat.JSON.createObjectNode();
            var properties = own.path("properties");
            for (var name : properties.propertyNames()) {
                if (object.has(name)) {
                    ordered.set(name, ordered(object.get(name), properties.path(name), whole));
                }
            }
            for (var entry : object.properties()) {
                if (!ordered.has(entry.getKey())) {
                    ordered.set(entry.getKey(), ordered(entry.getValue(), own.path("additionalProperties"), whole));
                }
            }
            return ordered;
        }
        if (node.isArray()) {
            var ordered = ServiceFormat.JSON.createArrayNode();
            for (var element : node) {
                ordered.add(ordered(element, own.path("items"), whole));
            }
            return ordered;
        }
        return node;
    }
}
