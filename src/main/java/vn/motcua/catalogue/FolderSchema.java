package vn.motcua.catalogue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    List<String> mistakes(ServiceFolder folder) {
        var service = ServiceFormat.JSON.createObjectNode();
        service.set("procedure", folder.procedure());
        if (!folder.service().isMissingNode()) {
            service.set("service", folder.service());
        }
        var mistakes = new ArrayList<String>();
        collect(mistakes, "service", ServiceFormat.canonical(service));
        if (folder.isServed() && folder.service().isMissingNode()) {
            mistakes.add("service.yaml: there is a form, but \"service\" is missing");
        }
        if (folder.isServed()) {
            collect(mistakes, "form", ServiceFormat.canonical(folder.form()));
        }
        return mistakes;
    }

    private void collect(List<String> mistakes, String kind, String json) {
        compiled.computeIfAbsent(kind, this::schema)
                .validate(json, InputFormat.JSON)
                .forEach(error ->
                        mistakes.add(kind + ".yaml" + error.getInstanceLocation() + ": " + error.getMessage()));
    }

    private Schema schema(String kind) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(services.resolve(kind + ".schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of " + kind + ".yaml is missing", e);
        }
    }
}
