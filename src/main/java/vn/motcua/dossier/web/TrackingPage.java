package vn.motcua.dossier.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/**
 * Where a dossier stands: for its applicant, or masked for who holds code and secret.
 *
 * @param days why it is due when it is; null before acceptance
 * @param action the one thing the applicant has to do now, or empty
 */
public record TrackingPage(
        String crumb,
        String crumbHref,
        String procedure,
        String code,
        String applicant,
        String agency,
        String tag,
        String kind,
        String updated,
        String date,
        String sentence,
        String action,
        String actionLabel,
        @Nullable DayStrip days,
        String basis,
        List<Passed> steps,
        List<Link> papers,
        List<Said> messages) {

    /** A message that went out. */
    public record Said(String title, String text) {}
}
