package vn.motcua.catalogue.editing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ProcedureCode;

/**
 * What keeps a decision from being sent, approved or published.
 *
 * @param procedure the draft that it concerns, null for the whole decision
 * @param section the page of the editor on which it is mended, empty where none does; {@code field} the field there
 * @param code the message key of a sentence, with its {@code args}
 */
public record Finding(@Nullable ProcedureCode procedure, String section, String field, String code, List<Object> args) {

    public Finding {
        args = List.copyOf(args);
    }

    Mistake mistake() {
        return new Mistake(procedure == null ? "" : "items." + procedure, code, args);
    }
}
