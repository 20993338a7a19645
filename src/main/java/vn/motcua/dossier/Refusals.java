package vn.motcua.dossier;

import vn.motcua.shared.Problem;

/** Refusals of this room that are said in more than one place. */
final class Refusals {

    private Refusals() {}

    /** Not there and not yours look alike. */
    static Problem noSuchDossier() {
        return Problem.notFound("dossier.not-found");
    }

    /** Somebody else was faster: the state that the asker saw is not the one that is. */
    static Problem stale(Dossier now) {
        return Problem.of(Problem.Kind.STALE, "dossier.stale", now.code().value());
    }

    static Problem notNow(Dossier now) {
        return Problem.of(
                Problem.Kind.NOT_ALLOWED_NOW,
                "dossier.not-now."
                        + now.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
