package vn.motcua.site.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.motcua.shared.Problem.Kind;
import vn.motcua.web.Codes;
import vn.motcua.web.Frame;

/** Every kind of refusal, and every code with its sentence. */
public record ProblemsPage(List<Type> types, List<Code> codes) {

    /**
     * @param name the last part of the problem's type, {@code stale}
     * @param statuses with which it comes
     */
    public record Type(String name, String statuses, String title) {}

    public record Code(String code, String sentence) {}

    static List<String> typeNames() {
        var names = new TreeSet<>(
                Arrays.stream(Kind.values()).map(kind -> kind.type).toList());
        names.add("internal");
        return List.copyOf(names);
    }

    static ProblemsPage of(Frame frame) {
        var statuses = new LinkedHashMap<String, TreeSet<Integer>>();
        for (var kind : Kind.values()) {
            statuses.computeIfAbsent(kind.type, _ -> new TreeSet<>()).add(kind.status);
        }
        statuses.put("internal", new TreeSet<>(List.of(500)));
        return new ProblemsPage(
                statuses.entrySet().stream()
                        .map(entry -> new Type(
                                entry.getKey(),
                                entry.getValue().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                                frame.text("web.problem." + entry.getKey() + ".title")))
                        .toList(),
                Codes.all().stream()
                        .map(code -> new Code(code, frame.text(code)))
                        .toList());
    }
}
