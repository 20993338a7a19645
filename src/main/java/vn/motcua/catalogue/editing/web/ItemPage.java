package vn.motcua.catalogue.editing.web;

import java.util.List;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Link;

/**
 * One page of the editor.
 *
 * @param notice what to know before one writes, or empty; {@code choices} two ways out of a stale draft
 * @param sections all pages of the draft; {@code here} the address of this one
 * @param list the id of the list's heading, empty where the page has none
 * @param editable false once it was sent: then it is only read
 */
public record ItemPage(
        String who,
        Heading heading,
        List<Tab> sections,
        String section,
        List<Field> fields,
        Rows rows,
        Hidden hidden,
        boolean editable,
        Corrections corrections) {

    public record Heading(String code, String name, String kind, Link decision, String difference, Stale stale) {}

    /** @param text empty where the draft stands on the latest version */
    public record Stale(String text, String action, String published) {}

    public record Tab(String label, String href, boolean current, int wrong) {}

    /**
     * @param title empty where the page has no list
     * @param next the following rows, {@code before} those before; addresses or empty
     */
    public record Rows(String id, String title, List<Row> rows, boolean full, String next, String before) {}

    public record Row(int number, String title, List<Field> fields) {}

    /**
     * One question.
     *
     * @param kind the kind of the part, as {@code WORDS}
     * @param en the second value of a part in two languages; {@code unit} that of a limit
     * @param lines how high it is, 1 for a single line
     */
    public record Field(
            String name,
            String kind,
            String label,
            String hint,
            String value,
            String en,
            List<Choice> options,
            int lines,
            int max) {}

    /** What the form sends along. */
    public record Hidden(String action, String section, int from, int seen, String token) {}
}
