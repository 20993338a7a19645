package vn.motcua.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Form;
import vn.motcua.identity.Person;
import vn.motcua.shared.Problem.Mistake;

/**
 * What the account already answers: never asked again, and where it proves who somebody is, not to be answered otherwise.
 */
final class Prefill {

    private Prefill() {}

    /** The value that the account holds for a kind of field, as an answer holds it. */
    static @Nullable String of(Person person, String kind) {
        return switch (kind) {
            case "fullName" -> person.fullName();
            case "birthDate" -> person.birthDate().toString();
            case "sex" -> person.sex().name();
            case "identityNumber" -> person.identityNumber();
            case "phone" -> person.phone();
            case "email" -> person.email();
            case "address" -> person.address().isBlank() ? null : person.address();
            default -> throw new IllegalArgumentException("An account knows no " + kind);
        };
    }

    /** Facts that the level of assurance stands for; an answer that differs is refused. */
    static boolean proven(String kind) {
        return switch (kind) {
            case "fullName", "birthDate", "sex", "identityNumber" -> true;
            default -> false;
        };
    }

    /** The answers with what the account knows put in where nothing was answered. */
    static Map<String, Object> fill(Person person, Form form, Map<String, Object> answers) {
        var filled = new HashMap<>(answers);
        for (var field : fields(form)) {
            var known = of(person, java.util.Objects.requireNonNull(field.prefill()));
            if (known != null) {
                filled.putIfAbsent(field.name(), known);
            }
        }
        return filled;
    }

    /** Answers that contradict the account. */
    static List<Mistake> contradictions(Person person, Form form, Map<String, Object> answers) {
        var mistakes = new ArrayList<Mistake>();
        for (var field : fields(form)) {
            var kind = java.util.Objects.requireNonNull(field.prefill());
            var given = answers.get(field.name());
            if (given != null && proven(kind) && !given.equals(of(person, kind))) {
                mistakes.add(Mistake.of(
                        "answers." + field.name(),
                        "dossier.answers.not-the-account",
                        field.label().in(person.locale())));
            }
        }
        return mistakes;
    }

    static List<Form.Field> fields(Form form) {
        return form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.prefill() != null)
                .toList();
    }
}
