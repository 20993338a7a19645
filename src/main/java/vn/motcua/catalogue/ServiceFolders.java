package vn.motcua.catalogue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.motcua.catalogue.eligibility.EligibilityCheck;

/** The folders of procedures and services as their writers keep them, held against the rules before a portal starts on them. */
public final class ServiceFolders {

    private ServiceFolders() {}

    /**
     * What is wrong in each folder, by its name, a sentence each; an empty list where it can be published.
     *
     * @param services the folder of all, where the schemas lie too; refuses one that is not there
     */
    public static SortedMap<String, List<String>> mistakes(Path services) {
        var schema = new FolderSchema(services);
        var mistakes = new TreeMap<String, List<String>>();
        for (var path : ServiceFolder.paths(services)) {
            mistakes.put(path.getFileName().toString(), mistakes(schema, path));
        }
        return mistakes;
    }

    private static List<String> mistakes(FolderSchema schema, Path path) {
        try {
            var folder = ServiceFolder.read(path);
            var mistakes = new ArrayList<>(FolderCheck.mistakes(schema, folder));
            mistakes.addAll(EligibilityCheck.mistakes(path, folder.procedure(), folder.form()));
            return mistakes;
        } catch (RuntimeException e) {
            return List.of(String.valueOf(e.getMessage())); // it cannot even be read
        }
    }
}
