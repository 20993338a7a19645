package vn.motcua.question.web;

import java.util.List;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;

/**
 * Published questions, as {@code question/list.jte} prints them.
 *
 * @param own what is wrong with the code and key that somebody typed to see their own question
 * @param next the address of the next page, empty at the end; {@code first} of the first, empty there
 */
public record ListPage(
        String query,
        String title,
        List<Choice> fields,
        List<Choice> agencies,
        List<Choice> orders,
        List<Item> items,
        String next,
        String first,
        List<Line> punctuality,
        Corrections own) {

    /** @param language of title and beginning */
    public record Item(String address, String title, String language, String beginning, List<String> facts) {}

    /** How an agency keeps its time, or that nothing can be said yet. */
    public record Line(String agency, String inTime, String late, String waiting) {}
}
