package vn.motcua.dossier.web;

import vn.motcua.dossier.DossierCode;
import vn.motcua.shared.Problem;

/** Codes in addresses: what cannot be a code is not there. */
final class Codes {

    private Codes() {}

    static DossierCode parse(String text) {
        try {
            return new DossierCode(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("dossier.not-found");
        }
    }
}
