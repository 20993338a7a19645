package vn.motcua.catalogue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds a folder against the published schemas, the same with which an editor completes it. Only asked before publishing. */
final class FolderSchema {

    private FolderSchema() {}

    /** @param services the folder of all services, where the schemas lie */
    static List<String> mistakes(Path services, ServiceFolder folder) {
        var service = ServiceFormat.JSON.createObjectNode();
        service.set("procedure", folder.procedure());
        if (!folder.service().isMissingNode()) {
            service.set("service", folder.service());
        }
        var mistakes = new ArrayList<String>();
        collect(mistakes, services, "service", ServiceFormat.canonical(service));
        if (folder.isServed() && folder.service().isMissingNode()) {
            mistakes.add("service.yaml: there is a form, but \"service\" is missing");
        }
        if (folder.isServed()) {
            collect(mistakes, services, "form", ServiceFormat.canonical(folder.form()));
        }
        return mistakes;
    }

    private static void collect(List<String> mistakes, Path services, String kind, String json) {
        try {
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(services.resolve(kind + ".schema.json")))
                    .validate(json, InputFormat.JSON)
                    .forEach(error ->
                            mistakes.add(kind + ".yaml" + error.getInstanceLocation() + ": " + error.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of " + kind + ".yaml is missing", e);
        }
    }
}
