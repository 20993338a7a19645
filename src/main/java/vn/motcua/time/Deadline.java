package vn.motcua.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * When something is due (Asia/Ho_Chi_Minh, +07:00), and why: each day on the way with whether it counted.
 */
public record Deadline(OffsetDateTime due, List<Day> explanation) {

    /**
     * @param counted whether the day counted towards the limit
     * @param why a message key with at most one argument after a bar, as in {@code time.day.holiday|Quốc khánh}
     */
    public record Day(LocalDate date, boolean counted, String why) {}

    public Deadline {
        explanation = List.copyOf(explanation);
    }
}
