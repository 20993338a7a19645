package vn.motcua.catalogue.level.web;

import java.util.List;
import vn.motcua.web.Link;

/**
 * What levels mean and which service has which.
 *
 * @param gives one row for each thing a level can give, one cell for each of {@code heads}
 * @param next where the list goes on; empty at its end, {@code first} empty at its beginning
 */
public record LevelsPage(
        List<String> heads,
        List<Row> gives,
        List<Criterion> criteria,
        List<Service> services,
        String count,
        String first,
        String next) {

    public record Row(String what, List<String> cells) {}

    public record Criterion(String text, String basis) {}

    /** @param decision who set the level, or that nobody did */
    public record Service(Link name, String level, String digital, String decision, String since) {}
}
