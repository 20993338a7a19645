package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.Locale;
import vn.motcua.form.Form;
import vn.motcua.shared.Vnd;
import vn.motcua.web.Formats;

/** Answers as people read them. */
public final class Answers {

    private Answers() {}

    /** One answer in the words of its question: a choice by its label, a date and money as people write them. */
    public static String shown(Locale locale, Form.Field field, Object answer) {
        return switch (field.type()) {
            case DATE -> Formats.date(locale, LocalDate.parse(answer.toString()));
            case MONEY -> Formats.money(locale, new Vnd(((Number) answer).longValue()));
            case CHOICE ->
                field.choices().stream()
                        .filter(choice -> choice.value().equals(answer))
                        .findFirst()
                        .map(choice -> choice.label().in(locale))
                        .orElse(answer.toString());
            case DECLARATION -> Boolean.TRUE.equals(answer) ? "✓" : "";
            case TEXT, LONG_TEXT, NUMBER, IDENTITY_NUMBER, PHONE, EMAIL -> answer.toString();
        };
    }
}
