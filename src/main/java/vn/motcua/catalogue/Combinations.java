package vn.motcua.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Condition;
import vn.motcua.form.ConditionTypes;
import vn.motcua.form.Form;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Type;

/**
 * Every set of answers that matters to some conditions: all values of the choices and declarations of which they speak, and
 * for numbers, dates and texts the values that the conditions name with those beside them. Answers to questions that the
 * other answers make pointless are left out, as the portal leaves them out.
 */
final class Combinations {

    /** More than a person could mean; the conditions are then not tried. */
    static final int MAX = 50_000;

    /** One set of answers, and what is known of who gives them. */
    record Answered(Map<String, Object> answers, Map<String, Object> applicant) {

        boolean holds(@Nullable String when) {
            return Condition.holds(when, answers, applicant);
        }

        /** {@code licenceClass = A1, reason = CHANGED}. */
        String said() {
            var all = new TreeMap<>(answers);
            applicant.forEach((name, value) -> all.put("applicant." + name, value));
            return all.isEmpty()
                    ? "no answer"
                    : all.entrySet().stream()
                            .map(entry -> entry.getKey() + " = " + entry.getValue())
                            .collect(Collectors.joining(", "));
        }
    }

    /** @param all empty where they could not be tried; {@code tooMany} how many there would have been, 0 otherwise */
    record Tried(List<Answered> all, long tooMany) {}

    private final Form form;
    private final ConditionTypes types;

    Combinations(Form form, ConditionTypes types) {
        this.form = form;
        this.types = types;
    }

    Tried of(Collection<String> conditions) {
        var values = new TreeMap<String, Set<Object>>();
        if (!collect(conditions, values)) {
            return new Tried(List.of(), 0);
        }
        var domains = new LinkedHashMap<String, List<@Nullable Object>>();
        long count = 1;
        for (var name : values.entrySet()) {
            var domain = domain(name.getKey(), name.getValue());
            domains.put(name.getKey(), domain);
            count *= domain.size();
            if (count > MAX) {
                return new Tried(List.of(), count);
            }
        }
        var all = new LinkedHashSet<Answered>();
        for (long number = 0; number < count; number++) {
            var answered = cleaned(pick(domains, number), domains.keySet());
            if (answered != null) {
                all.add(answered);
            }
        }
        return new Tried(List.copyOf(all), 0);
    }

    /** The names on which the conditions depend, also by the conditions of those; false where one cannot be tried. */
    private boolean collect(Collection<String> conditions, Map<String, Set<Object>> values) {
        var open = new ArrayDeque<>(conditions);
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var spoken = types.spoken(open.remove(), true);
            for (var name : spoken.values().entrySet()) {
                var field = field(name.getKey());
                if (spoken.otherwise().contains(name.getKey()) && !isClosed(field)) {
                    return false;
                }
                values.computeIfAbsent(name.getKey(), n -> new LinkedHashSet<>())
                        .addAll(name.getValue());
                if (field != null && field.when() != null && seen.add(field.name())) {
                    open.add(field.when());
                }
            }
        }
        return true;
    }

    private @Nullable Field field(String name) {
        return name.startsWith("answers.") ? types.field(name.substring("answers.".length())) : null;
    }

    private static boolean isClosed(@Nullable Field field) {
        return field != null && (field.type() == Type.CHOICE || field.type() == Type.DECLARATION);
    }

    private List<@Nullable Object> domain(String name, Set<Object> compared) {
        var domain = new LinkedHashSet<@Nullable Object>();
        var field = field(name);
        if (name.equals("applicant.level")) {
            domain.addAll(List.of(1L, 2L));
        } else if (field != null && field.type() == Type.CHOICE) {
            field.choices().forEach(choice -> domain.add(choice.value()));
        } else if (field != null && field.type() == Type.DECLARATION) {
            domain.add(true);
        } else {
            compared.forEach(value -> around(value, domain));
            if (domain.isEmpty()) {
                domain.add(field == null || types(field) ? 1L : "x");
            }
        }
        if (field == null ? name.endsWith("birthYear") : !isCertain(field)) {
            domain.add(null);
        }
        return new ArrayList<>(domain);
    }

    private static boolean types(Field field) {
        return field.type() == Type.NUMBER || field.type() == Type.MONEY;
    }

    private static void around(Object value, Set<@Nullable Object> domain) {
        if (value instanceof Long number) {
            domain.addAll(List.of(number - 1, number, number + 1));
        } else if (value instanceof String text) {
            domain.add(text);
            try {
                var date = LocalDate.parse(text);
                domain.addAll(
                        List.of(date.minusDays(1).toString(), date.plusDays(1).toString()));
            } catch (DateTimeException _) {
                domain.addAll(List.of("!", "~")); // before and after every other text
            }
        }
    }

    /** Whether it has an answer whenever the form is complete. */
    private static boolean isCertain(Field field) {
        return field.required() && field.when() == null && field.prefill() == null;
    }

    private static Map<String, Object> pick(Map<String, List<@Nullable Object>> domains, long number) {
        var picked = new LinkedHashMap<String, Object>();
        long rest = number;
        for (var domain : domains.entrySet()) {
            var value = domain.getValue().get((int) (rest % domain.getValue().size()));
            rest /= domain.getValue().size();
            if (value != null) {
                picked.put(domain.getKey(), value);
            }
        }
        return picked;
    }

    /** As the portal would keep them; null where a question that is asked and required has no answer. */
    private @Nullable Answered cleaned(Map<String, Object> picked, Set<String> names) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, Object> applicant = new LinkedHashMap<>();
        picked.forEach((name, value) -> {
            var plain = name.substring(name.indexOf('.') + 1);
            (name.startsWith("answers.") ? answers : applicant).put(plain, value);
        });
        var clean = form.clean(answers);
        for (var before = answers; !clean.equals(before); ) {
            before = clean;
            clean = form.clean(before);
        }
        for (var name : names) {
            var field = field(name);
            if (field != null && field.required() && field.isAsked(clean) && !clean.containsKey(field.name())) {
                return null;
            }
        }
        return new Answered(Map.copyOf(clean), Map.copyOf(applicant));
    }
}
