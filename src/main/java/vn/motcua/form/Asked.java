package vn.motcua.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Section;
import vn.motcua.web.Frame;

/**
 * One question as a page shows it, with strings ready to print; {@code form/fields.jte} prints a list of them. Its input is
 * named {@code answers.<name>}, as the mistakes of {@link Form#check} are.
 *
 * @param kind which component shows it
 * @param parts of a date: day, month, year, as typed; empty otherwise
 */
public record Asked(
        String name,
        Kind kind,
        String label,
        String hint,
        String value,
        List<String> parts,
        List<Option> options,
        @Nullable String inputmode,
        int max) {

    /** The components that a question can have. */
    public enum Kind {
        LINE,
        AREA,
        DATE,
        RADIOS,
        LIST,
        CHECKBOX
    }

    public record Option(String value, String label, boolean chosen) {}

    /** A fact that the account knows, shown above the questions. */
    public record Known(String label, String value) {}

    /** Up to so many choices stand on the page; more go into a list. */
    private static final int MAX_RADIOS = 7;

    /**
     * The questions of a page. A question with a condition is left out while other pages' answers make it pointless; where
     * the condition lies on the same page it is there, since a page without script cannot open it.
     */
    public static List<Asked> on(Section section, Map<String, Object> answers, Frame frame) {
        return section.fields().stream()
                .filter(field -> field.prefill() == null)
                .filter(field -> field.isAsked(answers) || isDecidedHere(field, section))
                .map(field -> of(field, answers.get(field.name()), frame))
                .toList();
    }

    /** What is known already and belongs to this page, with the values that the dossier has for it. */
    public static List<Known> known(Section section, Map<String, Object> answers, Locale locale) {
        return section.fields().stream()
                .filter(field -> field.prefill() != null && answers.get(field.name()) != null)
                .map(field -> new Known(field.label().in(locale), String.valueOf(answers.get(field.name()))))
                .toList();
    }

    private static boolean isDecidedHere(Field field, Section section) {
        var when = field.when();
        return when != null
                && section.fields().stream()
                        .anyMatch(other -> when.matches(".*\\banswers\\." + other.name() + "\\b.*"));
    }

    private static Asked of(Field field, @Nullable Object answer, Frame frame) {
        var locale = frame.locale();
        var label = field.label().in(locale);
        var value = answer == null ? "" : answer.toString();
        var kind = kind(field);
        return new Asked(
                "answers." + field.name(),
                kind,
                field.required() && field.when() == null ? label : frame.text("form.field.optional", label),
                field.hint() == null ? "" : field.hint().in(locale),
                value,
                kind == Kind.DATE ? PageAnswers.parts(value) : List.of(),
                field.choices().stream()
                        .map(choice -> new Option(
                                choice.value(),
                                choice.label().in(locale),
                                choice.value().equals(value)))
                        .toList(),
                inputmode(field),
                max(field));
    }

    private static Kind kind(Field field) {
        return switch (field.type()) {
            case TEXT, NUMBER, MONEY, IDENTITY_NUMBER, PHONE, EMAIL -> Kind.LINE;
            case LONG_TEXT -> Kind.AREA;
            case DATE -> Kind.DATE;
            case CHOICE -> field.choices().size() <= MAX_RADIOS ? Kind.RADIOS : Kind.LIST;
            case DECLARATION -> Kind.CHECKBOX;
        };
    }

    /** Numbers may be typed with dots between the thousands. */
    private static int max(Field field) {
        return switch (field.type()) {
            case NUMBER, MONEY -> field.maxLength() + field.maxLength() / 3;
            default -> field.maxLength();
        };
    }

    private static @Nullable String inputmode(Field field) {
        return switch (field.type()) {
            case NUMBER, MONEY, IDENTITY_NUMBER -> "numeric";
            case PHONE -> "tel";
            case EMAIL -> "email";
            case TEXT -> field.pattern() != null && field.pattern().matches("[\\[\\]0-9{}]*") ? "numeric" : null;
            case LONG_TEXT, DATE, CHOICE, DECLARATION -> null;
        };
    }
}
