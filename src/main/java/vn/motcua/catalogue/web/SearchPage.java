package vn.motcua.catalogue.web;

import java.util.List;

/**
 * What was found, as {@code catalogue/search.jte} prints it.
 *
 * @param official the record's words for what was typed, empty where nothing was understood differently
 * @param exactly the address of the same search without everyday words
 */
public record SearchPage(
        String query,
        String title,
        String count,
        String official,
        String exactly,
        List<Facet> facets,
        List<Result> results) {

    /** A question by which the list can be narrowed. */
    public record Facet(String legend, String name, List<Option> options) {}

    /** @param disabled where no procedure of this answer has it; it stays, so that the list keeps its shape */
    public record Option(String value, String label, int count, boolean chosen, boolean disabled) {}

    public record Result(
            String code, List<Part> name, String summary, boolean online, String limit, String fee, String ministry) {}

    /** A piece of a name; marked where the query has its words. */
    public record Part(String text, boolean marked) {}

    public boolean isEmpty() {
        return results.isEmpty();
    }
}
