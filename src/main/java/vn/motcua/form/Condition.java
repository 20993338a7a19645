package vn.motcua.form;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule written in a service's folder, in the Common Expression Language: typed, without loops or side effects. It speaks of
 * {@code answers} and {@code applicant}; what was not answered is {@code null} and equals nothing. Compiled once.
 */
public final class Condition {

    private static final int MAX_LENGTH = 500;
    private static final Map<String, Condition> KNOWN = new ConcurrentHashMap<>();
    private static final MapType ANYTHING = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .addVar("answers", ANYTHING)
            .addVar("applicant", ANYTHING)
            .setResultType(SimpleType.BOOL)
            .build();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().build();

    private final String expression;
    private final CelRuntime.Program program;

    private Condition(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A condition has at most " + MAX_LENGTH + " characters");
        }
        this.expression = expression;
        try {
            this.program = RUNTIME.createProgram(COMPILER.compile(expression).getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("Not a condition: " + expression + ": " + e.getMessage(), e);
        }
    }

    /** Refuses what is no expression, or one whose value is not true or false. */
    public static Condition of(String expression) {
        var known = KNOWN.get(expression);
        return known != null ? known : KNOWN.computeIfAbsent(expression, Condition::new);
    }

    /** No condition always holds. */
    public static boolean holds(
            @Nullable String expression, Map<String, Object> answers, Map<String, Object> applicant) {
        return expression == null || of(expression).holds(answers, applicant);
    }

    /** In doubt it holds: also where an answer is of a kind that the rule cannot compare, as a number with a text. */
    public boolean holds(Map<String, Object> answers, Map<String, Object> applicant) {
        try {
            return Boolean.TRUE.equals(
                    program.eval(Map.of("answers", new Open(answers), "applicant", new Open(applicant))));
        } catch (CelEvaluationException e) {
            return true;
        }
    }

    @Override
    public String toString() {
        return expression;
    }

    /** A map in which every name is there, with null for what is not known. */
    private static final class Open extends AbstractMap<String, Object> {

        private final Map<String, Object> known;

        Open(Map<String, Object> known) {
            this.known = known;
        }

        @Override
        public Object get(@Nullable Object key) {
            var value = key instanceof String name ? known.get(name) : null;
            return switch (value) {
                case null -> NullValue.NULL_VALUE;
                case Integer number -> (long) number;
                default -> value;
            };
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return true;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return known.entrySet();
        }
    }
}
