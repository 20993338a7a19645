package vn.motcua.agency.web;

import java.util.List;
import vn.motcua.web.Fact;
import vn.motcua.web.Link;

/**
 * One agency, as {@code agency/agency.jte} prints it.
 *
 * @param ended what became of it, empty while it exists
 * @param above the agencies it belongs to, the nearest last; {@code below} those right under it
 * @param communes of its province today, empty for a ministry or before they are imported
 */
public record AgencyPage(
        String title,
        String ended,
        List<Link> successors,
        List<Fact> facts,
        List<Link> above,
        List<Link> below,
        boolean province,
        List<String> communes) {}
