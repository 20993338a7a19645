package vn.motcua.catalogue.editing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.shared.ProcedureCode;

/**
 * One draft of a decision.
 *
 * @param base the version on which it was begun, 0 for none: when another is the latest by now, the draft is stale
 * @param content the record, complete or not, with {@code effectiveFrom}; for an end its {@code successors}, for a province
 *     its {@code values}
 * @param published the number of the version that it became
 */
public record Item(
        ProcedureCode procedure,
        Kind kind,
        int base,
        ObjectNode content,
        int version,
        @Nullable Integer published) {

    public enum Kind {
        NEW,
        CHANGE,
        RETIRE,
        PROVINCE_VALUE
    }

    /** The day from which it is in force; empty where none or no day was written. */
    public Optional<LocalDate> effectiveFrom() {
        try {
            return Optional.of(LocalDate.parse(content.path("effectiveFrom").asString("")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean says(ObjectNode other) {
        return RecordTree.json(content).equals(RecordTree.json(other));
    }
}
