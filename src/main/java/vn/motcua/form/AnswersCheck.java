package vn.motcua.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Form.Field;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.Vnd;

/** Finds every mistake in one set of answers. Its rules are those of {@link AnswersSchema}, and the dates and conditions. */
final class AnswersCheck {

    private static final int MAX_UNKNOWN_NAMED = 20;
    private static final int MAX_NAME_SHOWN = 60;
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private final Form form;
    private final Map<String, Object> answers;
    private final LocalDate today;
    private final List<Mistake> mistakes = new ArrayList<>();

    AnswersCheck(Form form, Map<String, Object> answers, LocalDate today) {
        this.form = form;
        this.answers = answers;
        this.today = today;
    }

    List<Mistake> all() {
        var known = new HashMap<String, Field>();
        form.fields().forEach(field -> {
            known.put(field.name(), field);
            check(field);
        });
        answers.keySet().stream()
                .filter(name -> !known.containsKey(name))
                .limit(MAX_UNKNOWN_NAMED)
                .forEach(name -> refuse(shown(name), "form.answer.unknown", shown(name)));
        return List.copyOf(mistakes);
    }

    List<Mistake> of(Form.Section section) {
        section.fields().forEach(this::check);
        return List.copyOf(mistakes);
    }

    private void check(Field field) {
        var answer = answers.get(field.name());
        if (answer == null || answer instanceof String text && text.isBlank()) {
            if (field.required() && field.isAsked(answers)) {
                refuse(field.name(), missing(field), Words.inSentence(field.label()));
            }
            return;
        }
        switch (field.type()) {
            case TEXT, LONG_TEXT, IDENTITY_NUMBER, PHONE, EMAIL -> text(field, answer);
            case NUMBER, MONEY -> number(field, answer);
            case DATE -> date(field, answer);
            case CHOICE -> {
                if (field.choices().stream().noneMatch(choice -> choice.value().equals(answer))) {
                    refuse(field.name(), "form.choice.not-offered", field.label());
                }
            }
            case DECLARATION -> {
                if (!Boolean.TRUE.equals(answer)) {
                    refuse(field.name(), "form.declaration.missing", field.label());
                }
            }
        }
    }

    private static String missing(Field field) {
        return switch (field.type()) {
            case CHOICE -> "form.choice.missing";
            case DECLARATION -> "form.declaration.missing";
            default -> "form.answer.missing";
        };
    }

    private void text(Field field, Object answer) {
        if (!(answer instanceof String text)) {
            refuse(field.name(), "form.answer.not-text", field.label());
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (length > field.maxLength()) {
            refuse(field.name(), "form.answer.too-long", field.label(), field.maxLength(), length);
        } else if (!Shapes.clean(field.type()).matcher(text).matches()) {
            refuse(field.name(), "form.answer.signs", field.label());
        } else if (field.pattern() != null
                && !Shapes.of(field.pattern()).matcher(text).matches()) {
            refuse(field.name(), "form.answer.pattern", hintOrLabel(field), length);
        } else {
            var shape = Shapes.of(field.type());
            if (shape != null && !shape.matcher(text).matches()) {
                refuse(field.name(), Shapes.refusal(field.type()), field.label(), length);
            }
        }
    }

    private static Object hintOrLabel(Field field) {
        return field.patternHint() == null ? field.label() : field.patternHint();
    }

    private void number(Field field, Object answer) {
        if (!(answer instanceof Integer) && !(answer instanceof Long)) {
            refuse(field.name(), "form.number.not-whole", field.label());
            return;
        }
        long number = ((Number) answer).longValue();
        long most = Shapes.most(field);
        if (number < 0 || number > most) {
            Object limit = field.type() == Form.Type.MONEY ? new Vnd(most) : most;
            refuse(field.name(), "form.number.range", field.label(), limit);
        }
    }

    private void date(Field field, Object answer) {
        var shape = DATE.matcher(answer instanceof String text ? text : "");
        if (!shape.matches()) {
            refuse(field.name(), "form.date.shape", field.label());
            return;
        }
        int year = Integer.parseInt(shape.group(1));
        int month = Integer.parseInt(shape.group(2));
        int day = Integer.parseInt(shape.group(3));
        if (month < 1 || month > 12) {
            refuse(field.name(), "form.date.month", field.label(), month);
        } else if (day < 1 || day > 31) {
            refuse(field.name(), "form.date.day", field.label(), day);
        } else if (day > YearMonth.of(year, month).lengthOfMonth()) {
            refuse(field.name(), "form.date.impossible", Words.inSentence(field.label()), day, month, year);
        } else if (year < Shapes.FIRST_YEAR || year > Shapes.LAST_YEAR) {
            refuse(field.name(), "form.date.year", field.label(), Shapes.FIRST_YEAR, Shapes.LAST_YEAR);
        } else {
            order(field, LocalDate.of(year, month, day));
        }
    }

    private void order(Field field, LocalDate date) {
        var rule = field.earliest();
        if (rule == null) {
            return;
        }
        if (rule.equals("past")) {
            if (date.isAfter(today)) {
                refuse(field.name(), "form.date.not-yet", field.label(), today);
            }
        } else if (rule.equals("future")) {
            if (!date.isAfter(today)) {
                refuse(field.name(), "form.date.gone", field.label(), today);
            }
        } else {
            var other = parsed(answers.get(rule));
            if (other != null && date.isBefore(other)) {
                var label = form.fields().filter(f -> f.name().equals(rule)).findFirst();
                refuse(
                        field.name(),
                        "form.date.before",
                        field.label(),
                        label.<Object>map(Field::label).orElse(rule),
                        other);
            }
        }
    }

    private static @Nullable LocalDate parsed(@Nullable Object answer) {
        try {
            return answer instanceof String text ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An unknown name comes from outside and is shown again: short, and without signs that a page or a log could misread. */
    private static String shown(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{N}_.\\-]", "?");
        return plain.length() <= MAX_NAME_SHOWN ? plain : plain.substring(0, MAX_NAME_SHOWN) + "…";
    }

    private void refuse(String name, String code, Object... args) {
        mistakes.add(Mistake.of("answers." + name, code, args));
    }
}
