package vn.motcua.catalogue.eligibility.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Choice;
import vn.motcua.web.Fact;
import vn.motcua.web.Given;
import vn.motcua.web.Link;

/**
 * How a check ended.
 *
 * @param given what was answered, each with the way back to its question where the answers stand in the address
 * @param fits null where the procedure does not fit; {@code refused} null where it does
 * @param again where the check begins anew
 */
public record VerdictPage(
        String procedure,
        String home,
        List<Given> given,
        @Nullable Fits fits,
        @Nullable Refused refused,
        String again,
        String checklist,
        String channels) {

    /**
     * @param papers those that the asker needs; {@code perhaps} those that the record asks for in some cases only
     * @param start null where nobody can hand it in here
     */
    public record Fits(
            String kase,
            String note,
            List<Fact> facts,
            List<Paper> papers,
            List<Paper> perhaps,
            @Nullable Start start) {}

    public record Paper(String name, String why, String copies) {}

    /** @param kept the case and the answers that are carried into the form */
    public record Start(String address, List<CheckPage.Kept> kept, List<Choice> agencies, boolean carries) {}

    /** @param clause the law that says so; {@code instead} the procedure that fits, null where none is known */
    public record Refused(
            String reason,
            String clause,
            String todo,
            @Nullable Link instead) {}
}
