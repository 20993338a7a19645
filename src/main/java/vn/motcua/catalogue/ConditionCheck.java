package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.Combinations.Tried;

/**
 * The conditions of a folder: each speaks of questions that are there, before it, and of values that they have; and each can
 * hold for somebody.
 */
final class ConditionCheck {

    /** A condition with the place where it stands and what it decides. */
    private record Placed(String file, String field, String when, String what, boolean applicant) {}

    private final FolderContent content;
    private final Combinations combinations;
    private final Remarks remarks;

    private ConditionCheck(FolderContent content, Remarks remarks) {
        this.content = content;
        this.combinations = new Combinations(content.form(), content.types());
        this.remarks = remarks;
    }

    /** Answers whether the conditions can be evaluated at all. */
    static boolean check(FolderContent content, Remarks remarks) {
        var check = new ConditionCheck(content, remarks);
        var all = check.placed();
        remarks.counted("conditions", all.size());
        boolean sound = true;
        for (var placed : all) {
            for (var mistake : content.types().mistakes(placed.when(), placed.applicant())) {
                remarks.mistake(placed.file(), placed.field(), "\"%s\": %s", placed.when(), mistake);
                sound = false;
            }
        }
        if (!sound) {
            return false;
        }
        check.order();
        all.forEach(check::reachable);
        return true;
    }

    private List<Placed> placed() {
        var all = new ArrayList<Placed>();
        var sections = content.form().sections();
        for (int i = 0; i < sections.size(); i++) {
            var fields = sections.get(i).fields();
            for (int j = 0; j < fields.size(); j++) {
                var when = fields.get(j).when();
                if (when != null) {
                    var what = "the question " + fields.get(j).name() + " is asked";
                    all.add(new Placed("form.yaml", "sections/%d/fields/%d/when".formatted(i, j), when, what, false));
                }
            }
        }
        var cases = content.procedure().cases();
        for (int i = 0; i < cases.size(); i++) {
            var components = cases.get(i).components();
            for (int j = 0; j < components.size(); j++) {
                var when = components.get(j).when();
                if (when != null) {
                    var field = "procedure/cases/%d/components/%d/when".formatted(i, j);
                    var what = "the paper " + components.get(j).code() + " is needed";
                    all.add(new Placed("service.yaml", field, when, what, true));
                }
            }
        }
        var fees = content.procedure().fees();
        for (int i = 0; i < fees.size(); i++) {
            var when = fees.get(i).when();
            if (when != null) {
                var field = "procedure/fees/%d/when".formatted(i);
                all.add(new Placed("service.yaml", field, when, "the fee is due", false));
            }
        }
        return all;
    }

    /** A question may depend only on those before it: pages are filled in from the first to the last. */
    private void order() {
        Map<String, Integer> place = new HashMap<>();
        content.form().fields().forEach(field -> place.put("answers." + field.name(), place.size()));
        var sections = content.form().sections();
        for (int i = 0; i < sections.size(); i++) {
            var fields = sections.get(i).fields();
            for (int j = 0; j < fields.size(); j++) {
                var field = fields.get(j);
                if (field.when() == null) {
                    continue;
                }
                int own = place.getOrDefault("answers." + field.name(), 0);
                for (var name :
                        content.types().spoken(field.when(), false).values().keySet()) {
                    if (place.getOrDefault(name, -1) >= own) {
                        remarks.mistake(
                                "form.yaml",
                                "sections/%d/fields/%d/when".formatted(i, j),
                                "whether %s is asked depends on %s, which comes %s; ask that one first",
                                field.name(),
                                name,
                                place.getOrDefault(name, -1) == own ? "with it" : "after it");
                    }
                }
            }
        }
    }

    private void reachable(Placed placed) {
        var tried = tried(placed);
        if (tried.all().isEmpty()) {
            return;
        }
        long holds =
                tried.all().stream().filter(one -> one.holds(placed.when())).count();
        if (holds == 0) {
            remarks.mistake(
                    placed.file(),
                    placed.field(),
                    "\"%s\" never holds, whatever is answered (%,d combinations tried), so that never %s; change or remove it",
                    placed.when(),
                    tried.all().size(),
                    placed.what());
        } else if (holds == tried.all().size()) {
            remarks.warning(
                    placed.file(),
                    placed.field(),
                    "\"%s\" always holds (%,d combinations tried); leave the condition away",
                    placed.when(),
                    tried.all().size());
        }
    }

    private Tried tried(Placed placed) {
        var tried = combinations.of(List.of(placed.when()));
        remarks.counted("combinations", tried.all().size());
        if (tried.tooMany() > 0) {
            remarks.warning(
                    placed.file(),
                    placed.field(),
                    "the answers of which \"%s\" speaks combine in more than %,d ways, which are not tried; ask of fewer",
                    placed.when(),
                    Combinations.MAX);
        }
        return tried;
    }
}
