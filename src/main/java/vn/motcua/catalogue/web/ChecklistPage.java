package vn.motcua.catalogue.web;

import java.util.List;
import vn.motcua.web.Fact;
import vn.motcua.web.Link;
import vn.motcua.web.QrCode;

/**
 * One sheet of paper to take along: what to bring for one case, where to, what it costs.
 *
 * @param kase empty where the procedure has one case only; {@code others} the other cases to choose from
 * @param show papers that are only shown, not handed in
 * @param address of the procedure, printed in letters beside its QR code
 */
public record ChecklistPage(
        String name,
        String code,
        String kase,
        List<Link> others,
        String sets,
        List<Paper> papers,
        List<Paper> show,
        List<Fact> facts,
        String printed,
        String address,
        QrCode qr,
        String home,
        String pdf) {

    /** @param copies how many originals and copies; empty where the record does not say */
    public record Paper(String name, String why, String need, String copies) {}
}
