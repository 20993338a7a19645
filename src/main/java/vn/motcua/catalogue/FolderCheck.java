package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What a folder must have before it becomes a version: every mandatory part, or the reason why it is missing. */
final class FolderCheck {

    private FolderCheck() {}

    static void refuseWrong(FolderSchema schema, ServiceFolder folder) {
        var wrong = mistakes(schema, folder);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "services/" + folder.code() + " cannot be published:\n  " + String.join("\n  ", wrong));
        }
    }

    /** Each a sentence for the person who wrote the folder; empty when it can be published. */
    static List<String> mistakes(FolderSchema schema, ServiceFolder folder) {
        var mistakes = new ArrayList<>(schema.mistakes(folder));
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        try {
            var procedure = Records.procedure(folder.procedureContent(), 1);
            mistakes.addAll(Completeness.missing(procedure));
            if (folder.isServed()) {
                Published.service(procedure, 1, "0".repeat(64), folder.serviceContent());
            }
        } catch (RuntimeException e) {
            mistakes.add(String.valueOf(e.getMessage()));
        }
        return mistakes;
    }
}
