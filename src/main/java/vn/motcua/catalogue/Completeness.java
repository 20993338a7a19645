package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.shared.Text;

/** The mandatory parts of a procedure's record (domain rules §1.2, invariant 11): each is there, or its absence is explained. */
public final class Completeness {

    private Completeness() {}

    /** The parts that are missing without a reason, a sentence each. */
    static List<String> missing(Procedure p) {
        return parts(p).stream()
                .map(part -> part + " is missing; give it, or say why not under gaps")
                .toList();
    }

    /** The names of the parts that are missing without a reason. */
    public static List<String> parts(Procedure p) {
        var missing = new ArrayList<String>();
        part(missing, p, "name", isSaid(p.name()));
        part(missing, p, "decision", p.decision() != null);
        part(missing, p, "levels", !p.levels().isEmpty());
        part(missing, p, "field", isSaid(p.field().name()));
        part(missing, p, "audiences", !p.audiences().isEmpty());
        part(missing, p, "steps", !p.steps().isEmpty());
        part(missing, p, "channels", !p.channels().isEmpty());
        part(missing, p, "sets", p.sets() > 0);
        part(missing, p, "authority", isSaid(p.authority()));
        part(missing, p, "executing", !p.executing().isEmpty());
        part(missing, p, "receiving", isSaid(p.receiving()));
        part(missing, p, "results", !p.results().isEmpty());
        part(missing, p, "results.code", p.results().stream().noneMatch(result -> result.code() == null));
        part(missing, p, "legalBasis", !p.legalBasis().isEmpty());
        part(missing, p, "conditions", isSaid(p.conditions()));
        part(missing, p, "cases", !p.cases().isEmpty());
        part(missing, p, "feeNote", isSaid(p.feeNote()));
        for (var kase : p.cases()) {
            if (kase.kind() == Offering.Case.Kind.NOTE) {
                continue; // sentences, no papers
            }
            part(
                    missing,
                    p,
                    "components of case " + kase.code(),
                    !kase.components().isEmpty());
            if (p.gaps().containsKey("cases.limits")) {
                continue; // one reason for all of them
            }
            for (var channel : p.channels()) {
                var named = kase.limits().containsKey(channel.channel());
                part(missing, p, "limit of case " + kase.code() + " by " + channel.channel(), named);
            }
        }
        return missing;
    }

    private static void part(List<String> missing, Procedure procedure, String name, boolean there) {
        if (!there && !procedure.gaps().containsKey(name)) {
            missing.add(name);
        }
    }

    private static boolean isSaid(Text text) {
        return text != null && !text.vi().isBlank();
    }
}
