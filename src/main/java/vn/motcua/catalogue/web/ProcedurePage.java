package vn.motcua.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One procedure as {@code catalogue/procedure-body.jte} prints it, in one language.
 *
 * @param lead what people call it and for whom it is; {@code official} the Vietnamese name where the page is in English
 * @param version why it is not the version in force, empty where it is; {@code successors} what replaced it when it ended
 * @param start null where nobody can apply here, as for a version that is not in force
 */
public record ProcedurePage(
        String code,
        String name,
        String official,
        String lead,
        String field,
        String ministry,
        String version,
        List<Link> successors,
        List<Line> facts,
        String sets,
        List<Paper> papers,
        List<Way> ways,
        List<String> feeNotes,
        List<Line> steps,
        List<Law> laws,
        List<Line> record,
        List<Link> versions,
        @Nullable Start start) {

    /** @param note small print under the value; empty for none */
    public record Line(String label, String value, String note) {}

    public record Paper(String name, String why, String need) {}

    /** A way to hand in: one row of the table. */
    public record Way(String name, String limit, String fee, String todo) {}

    public record Law(String number, String title, String issued) {}

    public record Link(String label, String address, boolean here) {}

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
