package vn.motcua.catalogue.web;

import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedures;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;

/** The procedure that an address names, whole; what is unknown or no code at all is not found. */
@Component
public class FindProcedure {

    private final Procedures procedures;

    FindProcedure(Procedures procedures) {
        this.procedures = procedures;
    }

    /** The version in force today, else the next to come, else the last there was. */
    public Procedure shown(String code) {
        return procedures
                .shown(ProcedureController.code(code))
                .map(procedures::whole)
                .orElseThrow(() -> unknown(code));
    }

    /** The version in force today; one that is not in force is not found. */
    public Procedure inForce(String code) {
        return procedures
                .find(ProcedureController.code(code), procedures.today())
                .orElseThrow(() -> unknown(code));
    }

    /** The name and address of another procedure; null for one that the catalogue does not know. */
    public vn.motcua.web.@org.jspecify.annotations.Nullable Link link(ProcedureCode code, java.util.Locale locale) {
        return procedures
                .shown(code)
                .map(line -> new vn.motcua.web.Link(line.name().in(locale), "/procedures/" + code))
                .orElse(null);
    }

    private static Problem unknown(String code) {
        return Problem.notFound("catalogue.procedure.unknown", ProcedureController.shown(code));
    }
}
