package vn.motcua.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Corrections;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Given;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/**
 * A dossier on the desk: papers left, data and what can be done right.
 *
 * @param days why it is due when it is, day by day; null before acceptance
 * @param seen what each act sends back, so that a lost race is noticed
 * @param note what was typed before an act was refused
 */
public record ReviewPage(
        String who,
        String title,
        String code,
        String agency,
        String tag,
        String kind,
        String due,
        @Nullable DayStrip days,
        List<Paper> papers,
        Viewer viewer,
        List<Given> data,
        List<Act> acts,
        List<Passed> history,
        List<Link> documents,
        String seen,
        String note,
        Corrections corrections) {

    /**
     * A paper as a tab; without an address it holds no file.
     *
     * @param fileName as its giver named it, to tell two files of one paper apart
     */
    public record Paper(String name, String fileName, String state, String kind, String href, boolean current) {}

    /** What is shown on the left; {@code image} is empty where the file is a PDF to open. */
    public record Viewer(String name, String fileName, String image, String file) {
        static final Viewer EMPTY = new Viewer("", "", "", "");
    }

    /**
     * Something that can be done now.
     *
     * @param main the one fitting act; the others are outlined
     * @param people whom it can go to: user name and full name
     * @param note whether words can go with it
     * @param decides whether it is a decision to grant or to refuse
     * @param ways how a result can be delivered
     */
    public record Act(
            String action,
            String label,
            String explanation,
            boolean main,
            List<Link> people,
            boolean note,
            boolean decides,
            List<Link> ways) {}

    ReviewPage withNote(String words) {
        return new ReviewPage(
                who,
                title,
                code,
                agency,
                tag,
                kind,
                due,
                days,
                papers,
                viewer,
                data,
                acts,
                history,
                documents,
                seen,
                words,
                corrections);
    }
}
