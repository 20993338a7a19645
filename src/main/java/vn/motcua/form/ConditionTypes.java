package vn.motcua.form;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Type;

/**
 * Holds conditions against the questions that they speak of, before a form is published: an unknown name, a number compared
 * with a text and a choice that nobody offers are found. {@link Condition} itself takes any name, because it also serves
 * versions whose form has long been replaced.
 */
public final class ConditionTypes {

    /** What conditions of papers may ask of the account. */
    public static final List<String> APPLICANT = List.of("birthYear", "level");

    private final Map<String, Field> fields = new HashMap<>();
    private final CelCompiler ofAnswers;
    private final CelCompiler ofApplicantToo;

    public ConditionTypes(List<Form.Section> sections) {
        sections.forEach(section -> section.fields().forEach(field -> fields.put(field.name(), field)));
        var answers = struct("answers", ImmutableSet.copyOf(fields.keySet()));
        var applicant = struct("applicant", ImmutableSet.copyOf(APPLICANT));
        this.ofAnswers = compiler(answers);
        this.ofApplicantToo = compiler(answers, applicant);
    }

    private static CelCompiler compiler(StructType... types) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setTypeProvider(new Types(ImmutableList.copyOf(types)))
                .setResultType(SimpleType.BOOL);
        for (var type : types) {
            builder.addVar(type.name(), type);
        }
        return builder.build();
    }

    private StructType struct(String name, ImmutableSet<String> names) {
        return StructType.create(name, names, field -> Optional.of(type(name, field)));
    }

    /** Each may be unanswered: null. Dates are texts of the shape 2026-12-31, which compare as dates do. */
    private CelType type(String struct, String name) {
        if (struct.equals("applicant")) {
            return NullableType.create(SimpleType.INT);
        }
        var field = fields.get(name);
        return NullableType.create(field == null ? SimpleType.STRING : type(field.type()));
    }

    private static CelType type(Type type) {
        return switch (type) {
            case NUMBER, MONEY -> SimpleType.INT;
            case DECLARATION -> SimpleType.BOOL;
            case TEXT, LONG_TEXT, DATE, IDENTITY_NUMBER, PHONE, EMAIL, CHOICE -> SimpleType.STRING;
        };
    }

    /** The question of that name, null where the form has none. */
    public @Nullable Field field(String name) {
        return fields.get(name);
    }

    /**
     * What is wrong with the condition, a sentence each; empty when it can hold what it says.
     *
     * @param applicant whether it may ask of the account too: only a paper's condition may
     */
    public List<String> mistakes(String expression, boolean applicant) {
        try {
            return read(expression, applicant).values().entrySet().stream()
                    .flatMap(compared -> compared.getValue().stream()
                            .filter(value -> !isOffered(compared.getKey(), value))
                            .map(value -> "\"%s\" is none of the choices of %s (%s); name one of them"
                                    .formatted(value, compared.getKey(), choices(compared.getKey()))))
                    .toList();
        } catch (CelValidationException e) {
            return e.getErrors().stream()
                    .map(issue -> said(issue, applicant))
                    .distinct()
                    .toList();
        }
    }

    /** Of what the condition speaks; refuses one that has mistakes. */
    public Spoken spoken(String expression, boolean applicant) {
        try {
            return read(expression, applicant);
        } catch (CelValidationException e) {
            throw new IllegalArgumentException("Not a condition: " + expression, e);
        }
    }

    private Spoken read(String expression, boolean applicant) throws CelValidationException {
        CelAbstractSyntaxTree tree =
                (applicant ? ofApplicantToo : ofAnswers).compile(expression).getAst();
        return Spoken.of(tree);
    }

    private boolean isOffered(String path, Object value) {
        var field = fields.get(path.replaceFirst("^answers\\.", ""));
        return field == null
                || field.type() != Type.CHOICE
                || value instanceof String text
                        && field.choices().stream()
                                .anyMatch(choice -> choice.value().equals(text));
    }

    private String choices(String path) {
        var field = fields.get(path.replaceFirst("^answers\\.", ""));
        return field == null
                ? ""
                : field.choices().stream().map(Form.Choice::value).collect(Collectors.joining(", "));
    }

    private String said(CelIssue issue, boolean applicant) {
        var message = issue.getMessage().replaceFirst(" \\(candidates: .*", "");
        if (message.startsWith("undefined field")) {
            return message.replace("undefined field", "there is no question named") + "; the form asks "
                    + fields.keySet().stream().sorted().collect(Collectors.joining(", "));
        }
        if (message.startsWith("found no matching overload")) {
            return "it compares what cannot be compared: " + message.replace("wrapper", "answer")
                    + "; texts, dates and choices stand in quotation marks, numbers do not";
        }
        if (message.startsWith("undeclared reference")) {
            return message + "; a condition speaks of answers.<question>"
                    + (applicant ? " and applicant.birthYear, applicant.level" : "");
        }
        return message;
    }

    /** The two structures, and nothing else that has fields. */
    private record Types(ImmutableList<StructType> structs) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return structs.stream()
                    .filter(type -> type.name().equals(name))
                    .map(type -> (CelType) type)
                    .findFirst();
        }
    }
}
