package vn.motcua.catalogue.web;

import java.util.List;
import vn.motcua.web.Link;

/**
 * The ways of handing in, side by side for one case.
 *
 * @param kase empty where the procedure has one case only; {@code others} the other cases to choose from
 * @param heads the ways, one a column; empty where the record names none
 * @param main the one main action: begin here where that is possible, else print the checklist
 */
public record ChannelsPage(
        String name,
        String kase,
        List<Link> others,
        List<String> heads,
        List<Row> rows,
        Link main,
        Link second,
        String home) {

    /** One question, answered for each way; an answer has one or more lines. */
    public record Row(String question, List<List<String>> answers) {}
}
