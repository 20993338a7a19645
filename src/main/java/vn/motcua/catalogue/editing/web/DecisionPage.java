package vn.motcua.catalogue.editing.web;

import java.util.List;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/**
 * A decision with all that it carries, what is wrong with it, what it touches and what can be done.
 *
 * @param findings what concerns the whole decision
 * @param kinds of drafts that can be added; empty once it was sent
 */
public record DecisionPage(
        String who,
        String id,
        Heading heading,
        Form form,
        List<Draft> drafts,
        List<String> findings,
        boolean open,
        List<Choice> kinds,
        List<Act> acts,
        List<Passed> history,
        int seen,
        Corrections corrections) {

    /** @param tag where it stands; {@code kind} of the tag; {@code then} what happens next */
    public record Heading(
            String number,
            String signed,
            String day,
            String title,
            String agency,
            String tag,
            String kind,
            String then) {}

    /**
     * What stands in the fields: as it is, or as it was typed before something was refused.
     *
     * @param renaming whether number, day or title were refused
     */
    public record Form(String number, String signed, String title, String procedure, String reason, boolean renaming) {}

    /**
     * @param findings what is wrong, each leading to the field
     * @param touches what else changes, a sentence each
     * @param difference where it is compared with what is published, empty for a new procedure
     */
    public record Draft(
            String code,
            String name,
            String kind,
            String from,
            String href,
            String difference,
            List<Link> findings,
            List<String> touches,
            String removal) {}

    /** @param reason whether words go with it */
    public record Act(String action, String label, String explanation, String kind, boolean reason) {}
}
