package vn.motcua.catalogue.eligibility.web;

import java.util.List;
import vn.motcua.form.Asked;
import vn.motcua.web.Corrections;

/**
 * One question of a check.
 *
 * @param post whether answers go by POST, because one of them belongs in no address
 * @param asked the name of the question, sent along so that an empty answer can be told from the first look
 * @param kept the answers given so far; {@code before} those without the last one, {@code back} their address
 */
public record CheckPage(
        String procedure,
        String address,
        String home,
        boolean post,
        String progress,
        String asked,
        List<Asked> fields,
        List<Kept> kept,
        List<Kept> before,
        String back,
        Corrections corrections) {

    /** An answer as a hidden input. */
    public record Kept(String name, String value) {}
}
