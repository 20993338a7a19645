package vn.motcua.catalogue.eligibility;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Condition;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;

/**
 * How a check ends: the procedure fits, or it does not. Exactly one of the two.
 *
 * @param when a CEL condition over the answers; null = whatever was answered, as for the last
 */
public record Outcome(
        @Nullable String when,
        @Nullable Fits fits,
        @Nullable Refused refused) {

    /**
     * @param kase the code of the case that fits
     * @param fee a sentence beside the amounts of the record; null for none
     * @param agency who is competent, where the answers tell it better than the record; null for the record's words
     */
    public record Fits(
            @com.fasterxml.jackson.annotation.JsonProperty("case")
            String kase,

            @Nullable Text note,
            @Nullable Text fee,
            @Nullable Text agency) {}

    /**
     * @param law the number of the legal text, as in the record; {@code article} the clause, where the record names it
     * @param todo the way out; {@code procedure} the one that fits instead, null where none does
     */
    public record Refused(
            Text reason,
            String law,
            @Nullable Text article,
            Text todo,
            @Nullable ProcedureCode procedure) {}

    private static final Pattern MENTIONED = Pattern.compile("\\banswers\\.([A-Za-z][A-Za-z0-9]*)");

    public Outcome {
        if ((fits == null) == (refused == null)) {
            throw new IllegalArgumentException("An outcome says either \"fits\" or \"refused\"");
        }
        if (when != null) {
            Condition.of(when);
        }
    }

    /** The names that a condition speaks of. */
    static List<String> mentioned(@Nullable String condition) {
        return condition == null
                ? List.of()
                : MENTIONED
                        .matcher(condition)
                        .results()
                        .map(found -> found.group(1))
                        .toList();
    }
}
