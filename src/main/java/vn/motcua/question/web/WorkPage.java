package vn.motcua.question.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/**
 * One question on the desk, as {@code question/work.jte} prints it.
 *
 * @param asker name of who asked, empty where nobody did or it is forgotten; {@code words} what they wrote
 * @param marks what in the words to be published may tell of a person
 * @param hint why this official cannot publish, empty where they can or nobody can now
 * @param similar what was answered already, for merging
 */
public record WorkPage(
        String who,
        String code,
        int version,
        String title,
        String procedure,
        String agency,
        String tag,
        String kind,
        String due,
        @Nullable DayStrip days,
        String asker,
        List<String> words,
        WordingForm form,
        List<Mark> marks,
        Acts acts,
        String hint,
        List<Choice> agencies,
        List<Link> similar,
        List<Passed> history,
        Corrections corrections) {

    /** @param id of a box to tick, empty where it must go */
    public record Mark(String id, String label, boolean ticked) {}

    /** What this official may do now. */
    public record Acts(
            boolean answer, boolean publish, boolean reply, boolean giveBack, boolean transfer, boolean retire) {

        public boolean words() {
            return answer || publish;
        }
    }
}
