package vn.motcua.form;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Of what a condition speaks: each name as it is written, {@code answers.reason}, with the values that it is compared with
 * (text, whole number, true or false).
 *
 * @param values by name; empty where it is compared with no value that stands in the condition
 * @param otherwise the names that it does something else with than compare them with such values
 */
public record Spoken(Map<String, Set<Object>> values, Set<String> otherwise) {

    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_");

    public Spoken {
        values = Map.copyOf(values);
        otherwise = Set.copyOf(otherwise);
    }

    static Spoken of(CelAbstractSyntaxTree tree) {
        var values = new TreeMap<String, Set<Object>>();
        var seen = new TreeMap<String, Integer>();
        for (var node : CelNavigableAst.fromAst(tree).getRoot().allNodes().toList()) {
            var expression = node.expr();
            var name = name(expression);
            if (name != null) {
                values.computeIfAbsent(name, n -> new HashSet<>());
                seen.merge(name, 1, Integer::sum);
            }
            if (expression.getKind() == CelExpr.ExprKind.Kind.CALL) {
                compare(expression.call(), values, seen);
            }
        }
        var otherwise = new HashSet<String>();
        seen.forEach((name, times) -> {
            if (times > 0) {
                otherwise.add(name);
            }
        });
        return new Spoken(values, otherwise);
    }

    private static void compare(CelExpr.CelCall call, Map<String, Set<Object>> values, Map<String, Integer> seen) {
        if (COMPARISONS.contains(call.function())) {
            for (int i = 0; i < 2; i++) {
                var name = name(call.args().get(i));
                var constants = constants(call.args().get(1 - i));
                if (name != null && constants != null) {
                    values.computeIfAbsent(name, n -> new HashSet<>()).addAll(constants);
                    seen.merge(name, -1, Integer::sum);
                }
            }
        } else if (call.function().equals("@in")) {
            var name = name(call.args().getFirst());
            var list = call.args().get(1);
            if (name != null && list.getKind() == CelExpr.ExprKind.Kind.LIST) {
                var all = new ArrayList<Object>();
                for (var element : list.list().elements()) {
                    var constants = constants(element);
                    if (constants == null) {
                        return;
                    }
                    all.addAll(constants);
                }
                values.computeIfAbsent(name, n -> new HashSet<>()).addAll(all);
                seen.merge(name, -1, Integer::sum);
            }
        }
    }

    private static @Nullable String name(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return null;
        }
        var select = expression.select();
        return select.operand().getKind() == CelExpr.ExprKind.Kind.IDENT
                ? select.operand().ident().name() + "." + select.field()
                : null;
    }

    /** The value as a list of one, an empty list for null, no list for what is no constant. */
    private static @Nullable List<Object> constants(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return null;
        }
        CelConstant constant = expression.constant();
        return switch (constant.getKind()) {
            case NULL_VALUE -> List.of();
            case BOOLEAN_VALUE -> List.of(constant.booleanValue());
            case INT64_VALUE -> List.of(constant.int64Value());
            case STRING_VALUE -> List.of(constant.stringValue());
            case NOT_SET, UINT64_VALUE, DOUBLE_VALUE, BYTES_VALUE, TIMESTAMP_VALUE, DURATION_VALUE -> null;
        };
    }
}
