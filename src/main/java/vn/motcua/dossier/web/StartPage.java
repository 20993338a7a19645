package vn.motcua.dossier.web;

import java.util.List;

/** What one needs before beginning, and whether the account's level is enough. */
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
        String back) {

    /** A paper to upload and whom it concerns. */
    public record Paper(String name, String why) {}
}
