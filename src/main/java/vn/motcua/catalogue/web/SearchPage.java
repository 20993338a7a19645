package vn.motcua.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, as {@code catalogue/search.jte} prints it.
 *
 * @param official the record's words for what was typed, empty where nothing was understood differently
 * @param exactly the address of the same search without everyday words
 * @param instead what was probably meant, where a word was mistyped; empty for none
 * @param questions answered ones of the public that mean the same
 * @param chips the filters that narrow the list, each with the address that takes it away
 */
public record SearchPage(
        String query,
        String title,
        String count,
        String official,
        String exactly,
        String instead,
        List<Chip> chips,
        List<Facet> facets,
        List<Result> results,
        List<ProcedurePage.Question> questions,
        Pages pages) {

    /** A question by which the list can be narrowed; {@code more} are its rarer answers, {@code open} shows them at once. */
    public record Facet(String legend, String name, List<Option> options, List<Option> more, boolean open) {}

    /** @param disabled where no procedure of this answer has it; it stays, so that the list keeps its shape */
    public record Option(String value, String label, int count, boolean chosen, boolean disabled) {}

    public record Chip(String label, String without) {}

    /** @param lang the language of the name where it is another than the page's */
    public record Result(
            String code,
            List<Part> name,
            @Nullable String lang,
            String summary,
            boolean online,
            String limit,
            String fee,
            String ministry) {}

    /** A piece of a name; marked where the query has its words. */
    public record Part(String text, boolean marked) {}

    /** The addresses of the first and the next page, empty where there is none; {@code note} says which are shown. */
    public record Pages(String note, String first, String next) {}

    public boolean isEmpty() {
        return results.isEmpty();
    }
}
