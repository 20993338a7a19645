package vn.motcua.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a worklist.
 *
 * @param edge "", {@code soon-row} or {@code late-row}
 * @param cells one for each column after the first
 */
public record Work(String code, String href, String edge, List<Cell> cells) {

    /**
     * @param note a second line, or empty
     * @param tag kind of tag in which the value stands; null for plain words
     */
    public record Cell(String value, String note, @Nullable String tag) {

        public static Cell of(String value) {
            return new Cell(value, "", null);
        }
    }

    public Work {
        cells = List.copyOf(cells);
    }
}
