package vn.motcua.dossier.web;

import java.util.List;
import vn.motcua.web.Corrections;
import vn.motcua.web.Given;

/** Everything that is about to be handed in; {@code fee} is empty where nothing is to pay. */
public record CheckPage(
        String procedure,
        String agency,
        List<Group> groups,
        String fee,
        Corrections corrections,
        String action,
        String draft) {

    /** One part, line by line. */
    public record Group(String title, List<Given> lines) {}
}
