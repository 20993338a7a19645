package vn.motcua.catalogue.editing.web;

import tools.jackson.databind.node.ObjectNode;
import vn.motcua.catalogue.editing.Section;
import vn.motcua.web.Frame;

/** How the pages of the editor are called; those of papers after their case. */
final class SectionNames {

    private static final String PAPERS = "papers-";
    private static final int LONGEST = 80;

    private SectionNames() {}

    static String title(Frame frame, Section section, ObjectNode content) {
        if (!section.code().startsWith(PAPERS)) {
            return frame.text("catalogue.editing.section." + section.code());
        }
        var kase = content.path("cases").path(number(section));
        var name = kase.path("name")
                .path(
                        frame.vietnamese()
                                        || kase.path("name")
                                                .path("en")
                                                .asString("")
                                                .isBlank()
                                ? "vi"
                                : "en")
                .asString("");
        return frame.text(
                "catalogue.editing.section.papers",
                kase.path("code").asString(""),
                name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name);
    }

    /** The same for the same page of two records: papers go by the code of their case. */
    static String key(Section section, ObjectNode content) {
        return section.code().startsWith(PAPERS)
                ? PAPERS
                        + content.path("cases")
                                .path(number(section))
                                .path("code")
                                .asString("")
                : section.code();
    }

    private static int number(Section section) {
        return Integer.parseInt(section.code().substring(PAPERS.length()));
    }
}
