package vn.motcua.catalogue.editing.web;

import java.util.List;
import vn.motcua.web.Work;

/**
 * The editors' first page: decisions of one state, and what one can begin.
 *
 * @param q what was searched for, empty for nothing; {@code found} the procedures
 * @param doubts how many parts of imported records wait for an editor
 */
public record HomePage(
        String who, List<Tab> tabs, List<String> columns, List<Work> rows, String q, List<Found> found, int doubts) {

    public record Tab(String label, String href, int count, boolean current) {}

    /** @param change where a change of it begins; {@code versions} where its versions are compared */
    public record Found(String code, String name, String agency, String change, String versions) {}
}
