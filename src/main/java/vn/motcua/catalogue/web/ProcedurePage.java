package vn.motcua.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Prose;

/**
 * One procedure as {@code catalogue/procedure-body.jte} prints it, in one language. A {@code lang} is that of the words beside
 * it where it is another than the page's: the law's own texts are mostly Vietnamese only.
 *
 * @param lead what people call it and for whom it is; {@code official} the Vietnamese name where the page is in English
 * @param version why it is not the version in force, empty where it is; {@code successors} what replaced it when it ended
 * @param translated whether all words of the record are in the language of the page
 * @param guides what helps before one begins: whether it fits, what to bring, which way suits, blank forms
 * @param start null where nobody can apply here, as for a version that is not in force
 */
public record ProcedurePage(
        String code,
        Said name,
        String official,
        String lead,
        Said field,
        String ministry,
        String version,
        List<Link> successors,
        boolean translated,
        List<Line> facts,
        String sets,
        List<Section> papers,
        List<Way> ways,
        List<Said> feeNotes,
        List<Step> steps,
        List<Law> laws,
        List<Line> record,
        List<Link> versions,
        List<Link> guides,
        Questions questions,
        List<Line> province,
        @Nullable Start start) {

    public record Said(String text, @Nullable String lang) {}

    /** @param note small print under the value; empty for none */
    public record Line(
            String label,
            String value,
            String note,
            @Nullable String lang) {}

    /** The papers of one case or part of the record; {@code title} empty where there is only one. */
    public record Section(Said title, List<Paper> papers, List<Said> notes) {}

    /** @param whole the name in full where {@code name} is only its beginning, because it is a text of its own; else empty */
    public record Paper(Said name, String whole, Said why, String need) {}

    /**
     * A way to hand in: one row of the table.
     *
     * @param folded whether what to do is so long that the reader opens it
     */
    public record Way(
            Said name,
            String limit,
            String fee,
            Prose todo,
            @Nullable String lang,
            boolean folded) {}

    public record Step(String label, Prose text, @Nullable String lang) {}

    public record Law(String number, Said title, String issued) {}

    public record Link(String label, String address, boolean here) {}

    /** @param ask where to ask one of one's own; empty where nobody answers here */
    public record Questions(List<Question> list, String ask) {}

    public record Question(String address, String title, String lang) {}

    /**
     * The box in which one begins.
     *
     * @param estimate by when the result is there if one hands in now; {@code days} how that is counted
     */
    public record Start(
            String address,
            List<Option> cases,
            List<Option> agencies,
            String estimate,
            List<String> days,
            String level) {}

    public record Option(String value, String label, boolean chosen) {}
}
