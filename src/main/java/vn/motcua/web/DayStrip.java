package vn.motcua.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.time.Deadline;
import vn.motcua.time.WorkingTime;

/**
 * Why something is due when it is: one cell a day, counted or not and why. Over 15 days the middle is folded into one cell.
 */
public record DayStrip(List<Cell> cells) {

    private static final int WHOLE = 15;
    private static final int HEAD = 3;
    private static final int TAIL = 5;

    /**
     * @param kind classes of the sheet: {@code in} counted, {@code off} not counted, {@code now} today, {@code due} the last
     */
    public record Cell(String weekday, String date, String note, String kind) {}

    public DayStrip {
        cells = List.copyOf(cells);
    }

    /** The days of a deadline as they look on the given day. */
    public static DayStrip of(Frame frame, Deadline deadline, LocalDate today) {
        var due = deadline.due().atZoneSameInstant(WorkingTime.ZONE).toLocalDate();
        var cells = new ArrayList<Cell>();
        int counted = 0;
        for (int i = 0; i < deadline.explanation().size(); i++) {
            var day = deadline.explanation().get(i);
            if (day.counted()) {
                counted++;
            }
            cells.add(cell(frame, deadline, day, new Place(counted, due, today)));
        }
        if (cells.size() <= WHOLE) {
            return new DayStrip(cells);
        }
        var folded = new ArrayList<>(cells.subList(0, HEAD));
        folded.add(new Cell("", "", frame.text("web.day.more", cells.size() - HEAD - TAIL), "off"));
        folded.addAll(cells.subList(cells.size() - TAIL, cells.size()));
        return new DayStrip(folded);
    }

    private record Place(int number, LocalDate due, LocalDate today) {}

    private static Cell cell(Frame frame, Deadline deadline, Deadline.Day day, Place place) {
        var words = new ArrayList<String>();
        words.add(day.counted() ? frame.text("web.day.counted", place.number()) : why(frame, day.why()));
        var kind = day.counted() ? "in" : "off";
        if (day.date().equals(place.today())) {
            words.add(frame.text("web.day.today"));
            kind += " now";
        }
        if (day.date().equals(place.due())) {
            words.add(frame.text("web.day.due", Formats.time(deadline.due())));
            kind = "due";
        }
        return new Cell(
                Formats.weekday(frame.locale(), day.date().getDayOfWeek()),
                Formats.shortDate(frame.locale(), day.date()),
                String.join(", ", words),
                kind);
    }

    /** A message key with at most one argument after a bar, as {@link Deadline.Day} promises. */
    public static String why(Frame frame, String why) {
        int bar = why.indexOf('|');
        return bar < 0 ? frame.text(why) : frame.text(why.substring(0, bar), why.substring(bar + 1));
    }
}
