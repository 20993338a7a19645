package vn.motcua.catalogue.editing.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.web.Link;

/**
 * What changed, part by part.
 *
 * @param back where the reader came from
 * @param note in one sentence, what is compared
 * @param others further comparisons
 */
public record DifferencePage(
        String who, String title, String code, Link back, String note, List<Group> groups, List<Link> others) {

    /** One page of the editor. */
    public record Group(String title, List<Line> lines) {}

    /**
     * One part that changed.
     *
     * @param row which row of a list, or empty
     * @param language of the words where it is not the page's
     */
    public record Line(String label, String row, @Nullable String language, List<Piece> pieces) {}

    /** @param kind empty for what stays, {@code ins} or {@code del} */
    public record Piece(String kind, String text) {}
}
