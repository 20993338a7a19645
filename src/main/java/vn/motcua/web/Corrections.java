package vn.motcua.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.Problem;

/** What is to correct on a form, in the reader's language: the list above it and the sentence at each field. */
public record Corrections(List<Line> lines) {

    /**
     * @param field the name of the input; empty where the sentence concerns the whole form
     */
    public record Line(String field, String message) {}

    private static final Corrections NONE = new Corrections(List.of());

    public Corrections {
        lines = List.copyOf(lines);
    }

    public static Corrections none() {
        return NONE;
    }

    public static Corrections of(Messages messages, Locale locale, Problem problem) {
        return new Corrections(problem.mistakes().stream()
                .map(mistake -> new Line(
                        mistake.field(),
                        messages.text(locale, mistake.code(), mistake.args().toArray())))
                .toList());
    }

    public static Corrections of(Frame frame, Problem problem) {
        return of(frame.messages(), frame.locale(), problem);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The sentence at a field, null where it is right. */
    public @Nullable String at(String field) {
        for (var line : lines) {
            if (line.field().equals(field)) {
                return line.message();
            }
        }
        return null;
    }

    /** The id of a field's input: its name without signs, so that a link can lead there. */
    public static String id(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9]+", "-");
    }

    /** Which sentences a screen reader reads with the field; null for none. */
    public static @Nullable String describedBy(String id, String hint, @Nullable String error) {
        if (hint.isEmpty()) {
            return error == null ? null : id + "-error";
        }
        return id + "-hint" + (error == null ? "" : " " + id + "-error");
    }
}
