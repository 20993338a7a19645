package vn.motcua.catalogue.eligibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;
import vn.motcua.catalogue.CatalogueSettings;
import vn.motcua.catalogue.ServiceFormat;
import vn.motcua.shared.ProcedureCode;

/**
 * The checks of all folders under {@code services/}, read at the start and held in memory. They decide nothing and nobody's
 * dossier refers to them, so they have no versions and no rows; nodes of one release have the same folder. A file that cannot
 * be read stops the start and is named.
 */
@Repository
public class Eligibilities {

    public static final String FILE = "eligibility.yaml";

    private final Map<ProcedureCode, Eligibility> known = new HashMap<>();

    Eligibilities(CatalogueSettings settings) {
        try (var folders = Files.list(settings.services())) {
            folders.filter(folder -> Files.exists(folder.resolve(FILE)))
                    .forEach(folder ->
                            known.put(new ProcedureCode(folder.getFileName().toString()), read(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No services in " + settings.services().toAbsolutePath(), e);
        }
    }

    /** Refuses a file that is no check, and names it. */
    static Eligibility read(Path folder) {
        var file = folder.resolve(FILE);
        try {
            return ServiceFormat.JSON.treeToValue(ServiceFormat.YAML.readTree(file.toFile()), Eligibility.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is not a check: " + e.getMessage(), e);
        }
    }

    public Optional<Eligibility> find(ProcedureCode code) {
        return Optional.ofNullable(known.get(code));
    }
}
