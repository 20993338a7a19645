package vn.motcua.dossier.web;

import java.util.List;
import java.util.Map;

/**
 * What one needs before beginning, and whether the account's level is enough.
 *
 * @param carried answers given before signing in, by field; they go on into the draft
 */
public record StartPage(
        String procedure,
        String agency,
        String limit,
        List<Paper> papers,
        boolean levelIsEnough,
        int level,
        int own,
        String action,
        String agencyCode,
        String caseCode,
        Map<String, Object> carried,
        String back) {

    /** A paper to upload and whom it concerns. */
    public record Paper(String name, String why) {}
}
