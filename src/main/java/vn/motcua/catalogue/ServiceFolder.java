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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import vn.motcua.shared.ProcedureCode;

/**
 * A folder under {@code services/} as it lies there: {@code service.yaml}, and {@code form.yaml} and
 * {@code samples.yaml} where the procedure is served online. Its name is the procedure's code.
 *
 * @param procedure the record of the procedure
 * @param service how it is served online, and {@code form} with which questions; both are missing nodes where it is not
 * @param samples what applicants hand in, with what must come of it; a missing node where there are none
 */
record ServiceFolder(ProcedureCode code, JsonNode procedure, JsonNode service, JsonNode form, JsonNode samples) {

    static final String SERVICE = "service.yaml";
    static final String FORM = "form.yaml";
    static final String SAMPLES = "samples.yaml";

    /** The longest file that is read; the longest of ours has 30,000 bytes. */
    static final long MAX_BYTES = 1_000_000;

    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

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
            for (var name : List.of(SERVICE, FORM, SAMPLES)) {
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
        var service = tree(folder.resolve(SERVICE));
        if (service.isMissingNode()) {
            throw new IllegalArgumentException(SERVICE + ": it is not there or empty; every folder has one");
        }
        if (!code.value().equals(service.at("/procedure/code").asString(""))) {
            throw new IllegalArgumentException(
                    SERVICE + "/procedure/code: it describes another procedure than its folder " + code + " says");
        }
        return new ServiceFolder(
                code,
                service.path("procedure"),
                service.path("service"),
                tree(folder.resolve(FORM)),
                tree(folder.resolve(SAMPLES)));
    }

    /** A missing node where there is no such file. Refuses one that is too long, no YAML, or says things by reference. */
    private static JsonNode tree(Path file) {
        if (!Files.exists(file)) {
            return ServiceFormat.JSON.missingNode();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw wrong(file, "it has %,d bytes, at most %,d are read".formatted(Files.size(file), MAX_BYTES));
            }
            var bytes = Files.readAllBytes(file);
            try (var parser = (YAMLParser) STRICT.createParser(bytes)) {
                while (parser.nextToken() != null) {
                    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                        throw wrong(
                                file,
                                "line %d has an anchor or an alias (& or *); write the value itself"
                                        .formatted(parser.currentTokenLocation().getLineNr()));
                    }
                }
            }
            return STRICT.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " cannot be read", e);
        } catch (JacksonException e) {
            throw wrong(
                    file,
                    "it cannot be read as YAML: "
                            + e.getOriginalMessage().lines().findFirst().orElse("")
                            + (e.getLocation() == null
                                    ? ""
                                    : ", line " + e.getLocation().getLineNr()));
        }
    }

    private static IllegalArgumentException wrong(Path file, String sentence) {
        return new IllegalArgumentException(file.getFileName() + ": " + sentence);
    }

    /** Whether the procedure is served online by what lies here. */
    boolean isServed() {
        return !service.isMissingNode() || !form.isMissingNode();
    }

    /** Empty where there are no samples. */
    String samplesContent() {
        return samples.isMissingNode() ? "" : ServiceFormat.canonical(samples);
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
