package vn.motcua.catalogue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Holds folders against the published schemas, the same with which an editor completes them. Only asked before publishing;
 * each schema is compiled once, when the first folder needs it.
 */
final class FolderSchema {

    private final Path services;
    private final Map<String, Schema> compiled = new HashMap<>();

    /** @param services the folder of all services, where the schemas lie */
    FolderSchema(Path services) {
        this.services = services;
    }

    void check(ServiceFolder folder, Remarks remarks) {
        var service = ServiceFormat.JSON.createObjectNode();
        service.set("procedure", folder.procedure());
        if (!folder.service().isMissingNode()) {
            service.set("service", folder.service());
        }
        check("service", service, remarks);
        if (folder.isServed() && folder.service().isMissingNode()) {
            remarks.mistake(
                    ServiceFolder.SERVICE,
                    "service",
                    "there is a form, but \"service\" is missing; say how it is served, or remove form.yaml");
        }
        if (folder.isServed() && folder.form().isMissingNode()) {
            remarks.mistake(
                    ServiceFolder.FORM, "", "it is served online, but form.yaml is missing; write what it asks");
        } else if (folder.isServed()) {
            check("form", folder.form(), remarks);
        }
        if (!folder.samples().isMissingNode()) {
            check("samples", folder.samples(), remarks);
        }
    }

    private void check(String kind, JsonNode content, Remarks remarks) {
        compiled.computeIfAbsent(kind, this::schema)
                .validate(ServiceFormat.canonical(content), InputFormat.JSON)
                .forEach(error -> remarks.mistake(
                        kind + ".yaml",
                        error.getInstanceLocation().toString().replaceFirst("^/", ""),
                        "%s",
                        error.getMessage()));
    }

    private Schema schema(String kind) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(services.resolve(kind + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The schema of " + kind + ".yaml is missing: copy " + kind + ".schema.json beside the folders", e);
        }
    }
}
