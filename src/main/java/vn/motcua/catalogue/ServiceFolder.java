package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.motcua.shared.ProcedureCode;

/**
 * A folder under {@code services/} as it lies there: {@code service.yaml} and {@code form.yaml}. Its name is the procedure's
 * code.
 *
 * @param procedure the record of the procedure, canonical JSON; {@code service} and {@code form} likewise
 */
record ServiceFolder(ProcedureCode code, JsonNode procedure, JsonNode service, JsonNode form) {

    /** Every service's folder in this one, by name. Refuses a folder that is not there or holds no service. */
    static List<ServiceFolder> all(Path services) {
        try (var folders = Files.list(services)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(ServiceFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No services in " + services.toAbsolutePath(), e);
        }
    }

    static ServiceFolder read(Path folder) {
        var code = new ProcedureCode(folder.getFileName().toString());
        var service = ServiceFormat.YAML.readTree(folder.resolve("service.yaml").toFile());
        var form = ServiceFormat.YAML.readTree(folder.resolve("form.yaml").toFile());
        if (!code.value().equals(service.at("/procedure/code").asString(""))) {
            throw new IllegalArgumentException(
                    folder + "/service.yaml describes another procedure than its folder says");
        }
        return new ServiceFolder(code, service.path("procedure"), service.path("service"), form);
    }

    String procedureContent() {
        return ServiceFormat.canonical(procedure);
    }

    /** Service and form together: what changes when either does. */
    String serviceContent() {
        var both = ServiceFormat.JSON.createObjectNode();
        both.set("service", service);
        both.set("form", form);
        return ServiceFormat.canonical(both);
    }
}
