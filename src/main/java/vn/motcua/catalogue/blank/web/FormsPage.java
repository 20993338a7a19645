package vn.motcua.catalogue.blank.web;

import java.util.List;

/**
 * The blank forms of one procedure.
 *
 * @param own where our form to print is; empty where we have none
 */
public record FormsPage(String name, String home, String own, List<Line> forms) {

    /** @param href empty where the form is not here, and {@code state} says so */
    public record Line(String name, String href, String state, boolean there) {}
}
