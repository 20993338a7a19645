package vn.motcua.signing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Corrections;

/**
 * The page {@code /verify}.
 *
 * @param answer null before anything was checked
 */
public record VerifyPage(String token, @Nullable Answer answer, Corrections corrections) {

    /** @param kind of the box: "", "warn" or "bad" */
    public record Answer(String kind, String icon, String title, String advice, List<Line> lines) {}

    public record Line(String term, String value, String note) {}
}
