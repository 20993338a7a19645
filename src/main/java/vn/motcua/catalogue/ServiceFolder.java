package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.motcua.shared.ProcedureCode;

/**
 * A folder under {@code services/} as it lies there: {@code service.yaml}, and {@code form.yaml} where the procedure is
 * served online. Its name is the procedure's code.
 *
 * @param procedure the record of the procedure
 * @param service how it is served online, and {@code form} with which questions; both are missing nodes where it is not
 */
record ServiceFolder(ProcedureCode code, JsonNode procedure, JsonNode service, JsonNode form) {

    /** Every folder in this one, by name. Refuses one that is not there. */
    static List<Path> paths(Path services) {
        try (var folders = Files.list(services)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No services in " + services.toAbsolutePath(), e);
        }
    }

    /** SHA-256 over the files from which a folder is read. */
    static String digest(Path folder) {
        try {
            var all = MessageDigest.getInstance("SHA-256");
            for (var name : List.of("service.yaml", "form.yaml")) {
                var file = folder.resolve(name);
                all.update((Files.exists(file) ? name + " " + Files.size(file) : "").getBytes(StandardCharsets.UTF_8));
                all.update(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
            }
            return HexFormat.of().formatHex(all.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses a folder that describes no procedure, or another one than its name says. */
    static ServiceFolder read(Path folder) {
        var code = new ProcedureCode(folder.getFileName().toString());
        var service = ServiceFormat.YAML.readTree(folder.resolve("service.yaml").toFile());
        var questions = folder.resolve("form.yaml");
        var form = Files.exists(questions)
                ? ServiceFormat.YAML.readTree(questions.toFile())
                : ServiceFormat.JSON.missingNode();
        if (!code.value().equals(service.at("/procedure/code").asString(""))) {
            throw new IllegalArgumentException(
                    folder + "/service.yaml describes another procedure than its folder says");
        }
        return new ServiceFolder(code, service.path("procedure"), service.path("service"), form);
    }

    /** Whether the procedure is served online by what lies here. */
    boolean isServed() {
        return !service.isMissingNode() || !form.isMissingNode();
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
