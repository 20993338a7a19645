package vn.motcua.catalogue.editing;

import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;

/** Who may not, and what is not there. */
final class Refusals {

    private Refusals() {}

    /** Only editors come in. */
    static void demandEditor(Official official) {
        if (!official.is(Duty.CATALOGUE_ADMIN)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.editing.duty");
        }
    }

    static void demandAuthority(Official official, AgencyCode agency, String field) {
        if (!official.covers(agency)) {
            throw Problem.invalid(field, "catalogue.editing.authority", agency.value());
        }
    }

    static Problem noSuchDecision() {
        return Problem.notFound("catalogue.editing.none");
    }

    static Problem stale() {
        return Problem.of(Problem.Kind.STALE, "catalogue.editing.stale");
    }

    static Problem notNow() {
        return Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "catalogue.editing.not-now");
    }
}
