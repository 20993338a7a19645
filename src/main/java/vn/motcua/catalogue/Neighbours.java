package vn.motcua.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the procedures in a folder of services give and ask for: results by their national codes, and papers that are such results. */
final class Neighbours {

    /** A result that a procedure gives. */
    record Result(String code, String name, String procedure) {}

    private final Map<String, JsonNode> procedures = new TreeMap<>();
    private @Nullable List<Result> results;

    /** @param services the folder of all; one that cannot be read is told by its own check */
    Neighbours(Path services) {
        for (var path : ServiceFolder.paths(services)) {
            try {
                add(ServiceFolder.read(path));
            } catch (RuntimeException _) {
                continue;
            }
        }
    }

    /** The folder as it is now takes the place of what lay there under its code. */
    void add(ServiceFolder folder) {
        procedures.put(folder.code().value(), folder.procedure());
        results = null;
    }

    /** Each result with a code, once for each procedure that gives it. */
    List<Result> results() {
        var known = results;
        if (known == null) {
            var read = new ArrayList<Result>();
            procedures.forEach((procedure, content) -> content.path("results").forEach(result -> {
                if (result.path("code").isString()) {
                    read.add(new Result(
                            result.path("code").asString(),
                            result.path("name").path("vi").asString(""),
                            procedure));
                }
            }));
            known = List.copyOf(read);
            results = known;
        }
        return known;
    }

    /**
     * The results that nobody can ever get, because each way to one asks for another of them: papers that must be there for
     * everybody, in every case of every procedure that gives the result. A procedure that asks for what it gives renews it;
     * who gave it first need not be here.
     */
    Set<String> unobtainable() {
        var given = new TreeSet<String>();
        results().forEach(result -> given.add(result.code()));
        var missing = new TreeSet<>(given);
        boolean found = true;
        while (found) {
            var open = Set.copyOf(missing);
            var obtained = new HashSet<String>();
            for (var result : results()) {
                if (missing.contains(result.code()) && isObtainable(result.procedure(), open)) {
                    obtained.add(result.code());
                }
            }
            found = missing.removeAll(obtained);
        }
        return missing;
    }

    private boolean isObtainable(String procedure, Set<String> missing) {
        var content = procedures.getOrDefault(procedure, ServiceFormat.JSON.missingNode());
        var cases = content.path("cases");
        var asked = new HashSet<>(missing);
        content.path("results").forEach(own -> asked.remove(own.path("code").asString("")));
        for (var kase : cases) {
            boolean blocked = false;
            for (var component : kase.path("components")) {
                blocked |= component.path("required").asBoolean(false)
                        && component.path("when").isMissingNode()
                        && asked.contains(component.path("resultOf").asString(""));
            }
            if (!blocked) {
                return true;
            }
        }
        return cases.isEmpty();
    }
}
