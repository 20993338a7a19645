package vn.motcua.catalogue.eligibility;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceFormat;

/**
 * What keeps {@code eligibility.yaml} of a folder from being published: its shape, a missing language, codes that do not
 * exist, a rule that nobody can reach, answers that lead nowhere, answers that do not fit the field they fill.
 */
public final class EligibilityCheck {

    private final JsonNode procedure;
    private final JsonNode form;
    private final Path services;
    private final List<String> mistakes = new ArrayList<>();

    private EligibilityCheck(Path services, JsonNode procedure, JsonNode form) {
        this.services = services;
        this.procedure = procedure;
        this.form = form;
    }

    /**
     * Each a sentence for the person who wrote it; empty where there is no such file or nothing is wrong with it.
     *
     * @param folder of the procedure, beside those of all others and the schema
     * @param procedure its record; {@code form} its form, a missing node where it has none
     */
    public static List<String> mistakes(Path folder, JsonNode procedure, JsonNode form) {
        if (!Files.exists(folder.resolve(Eligibilities.FILE))) {
            return List.of();
        }
        var services = folder.toAbsolutePath().resolveSibling("");
        var check = new EligibilityCheck(services, procedure, form);
        check.shape(folder.resolve(Eligibilities.FILE));
        if (check.mistakes.isEmpty()) {
            try {
                var eligibility = Eligibilities.read(folder);
                check.codes(eligibility);
                check.conditions(eligibility);
                check.fields(eligibility);
                check.mistakes.addAll(new Walk(eligibility).mistakes());
            } catch (IllegalArgumentException e) {
                check.mistakes.add(String.valueOf(e.getMessage()));
            }
        }
        return check.mistakes.stream()
                .map(mistake -> Eligibilities.FILE + ": " + mistake)
                .toList();
    }

    private void shape(Path file) {
        try {
            var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(services.resolve("eligibility.schema.json")));
            var json = ServiceFormat.JSON.writeValueAsString(ServiceFormat.YAML.readTree(file.toFile()));
            schema.validate(json, InputFormat.JSON)
                    .forEach(error -> mistakes.add(error.getInstanceLocation() + " " + error.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of " + Eligibilities.FILE + " is missing", e);
        }
    }

    private void codes(Eligibility eligibility) {
        var cases = texts(procedure.path("cases"), "code");
        var laws = texts(procedure.path("legalBasis"), "number");
        var papers = new TreeSet<String>();
        procedure.path("cases").forEach(kase -> papers.addAll(texts(kase.path("components"), "code")));
        for (var rule : eligibility.papers()) {
            refuseUnknown("paper", rule.code(), papers);
        }
        for (var outcome : eligibility.outcomes()) {
            var fits = outcome.fits();
            if (fits != null) {
                refuseUnknown("case", fits.kase(), cases);
            }
            var refused = outcome.refused();
            if (refused != null) {
                refuseUnknown("law", refused.law(), laws);
                var instead = refused.procedure();
                if (instead != null && !Files.isDirectory(services.resolve(instead.value()))) {
                    mistakes.add("there is no folder of the procedure " + instead + " to go to instead");
                }
            }
        }
    }

    private void refuseUnknown(String what, String code, Set<String> known) {
        if (!known.contains(code)) {
            mistakes.add("the record has no " + what + " " + code + "; it has " + String.join(", ", known));
        }
    }

    /** Conditions speak of questions that exist, and a question only of those before it. */
    private void conditions(Eligibility eligibility) {
        var questions = eligibility.questions();
        for (int i = 0; i < questions.size(); i++) {
            var before = questions.subList(0, i);
            speaksOf(
                    questions.get(i).when(),
                    before,
                    "question " + questions.get(i).name());
        }
        eligibility.papers().forEach(rule -> speaksOf(rule.when(), questions, "paper " + rule.code()));
        for (int i = 0; i < eligibility.outcomes().size(); i++) {
            speaksOf(eligibility.outcomes().get(i).when(), questions, "outcome " + (i + 1));
        }
    }

    private void speaksOf(@Nullable String when, List<Question> known, String where) {
        if (when == null) {
            return;
        }
        for (var name : Outcome.mentioned(when)) {
            var found = known.stream()
                    .filter(question -> question.isMentioned(name))
                    .findFirst();
            if (found.isEmpty()) {
                mistakes.add(where + " speaks of answers." + name + ", which is not asked before it");
            } else if (found.get().when() != null && compares(when, name) && !when.contains(name + " != null")) {
                mistakes.add(where + " compares answers." + name + ", which not everybody is asked; begin with answers."
                        + name + " != null &&");
            }
        }
    }

    private static boolean compares(String when, String name) {
        return when.matches(".*\\banswers\\." + name + " *[<>].*")
                || when.matches(".*[<>]=? *answers\\." + name + "\\b.*");
    }

    /** An answer that is carried over fits the field that it fills. */
    private void fields(Eligibility eligibility) {
        for (var question : eligibility.questions()) {
            var fills = question.fills();
            if (fills == null) {
                continue;
            }
            var field = StreamSupport.stream(form.path("sections").spliterator(), false)
                    .flatMap(section ->
                            StreamSupport.stream(section.path("fields").spliterator(), false))
                    .filter(one -> fills.equals(one.path("name").asString("")))
                    .findFirst();
            if (field.isEmpty()) {
                mistakes.add("question " + question.name() + " fills " + fills + ", which the form does not have");
            } else if (!fitting(question, field.get())
                    .test(field.get().path("type").asString(""))) {
                mistakes.add("the answers to " + question.name() + " do not fit the field " + fills);
            }
        }
    }

    private static Predicate<String> fitting(Question question, JsonNode field) {
        var offered = texts(field.path("choices"), "value");
        return switch (question.type()) {
            case CHOICE, YES_NO ->
                type -> type.equals("CHOICE")
                        && question.choices().stream().allMatch(choice -> offered.contains(choice.value()));
            case NUMBER -> type -> type.equals("NUMBER") || type.equals("MONEY");
            case DATE -> type -> type.equals("DATE");
        };
    }

    private static Set<String> texts(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(name).asString(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
