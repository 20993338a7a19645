package vn.motcua.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Section;

/** From what a browser sends to answers. What is no date or number stays as it was typed, for the check to refuse and the page to show. */
final class PageAnswers {

    private static final int LONGEST_NUMBER = 18;

    private PageAnswers() {}

    /**
     * The answers of one page: each question of it, null where nothing was entered.
     *
     * @param parameters of the request, by name; a date comes in three ({@code answers.issuedOnDay} …) or as 15/12/2026
     */
    static Map<String, @Nullable Object> read(Section section, Map<String, String[]> parameters) {
        var answers = new LinkedHashMap<String, @Nullable Object>();
        for (var field : section.fields()) {
            if (field.prefill() == null) {
                answers.put(field.name(), read(field, parameters));
            }
        }
        return answers;
    }

    private static @Nullable Object read(Field field, Map<String, String[]> parameters) {
        var name = "answers." + field.name();
        var typed = first(parameters, name);
        return switch (field.type()) {
            case TEXT, LONG_TEXT, IDENTITY_NUMBER, PHONE, EMAIL, CHOICE -> typed.isEmpty() ? null : typed;
            case NUMBER, MONEY -> number(typed);
            case DECLARATION -> typed.isEmpty() ? null : Boolean.TRUE;
            case DATE ->
                typed.isEmpty()
                        ? date(
                                first(parameters, name + "Day"),
                                first(parameters, name + "Month"),
                                first(parameters, name + "Year"))
                        : date(typed);
        };
    }

    private static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0
                ? ""
                : values[0].replace("\r\n", "\n").strip();
    }

    private static @Nullable Object number(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        var digits = typed.replaceAll("[.,\\s\\u00A0]", "");
        return digits.matches("[0-9]{1," + LONGEST_NUMBER + "}") ? (Object) Long.parseLong(digits) : typed;
    }

    private static @Nullable String date(String typed) {
        var parts = typed.split("[/.\\-\\s]+", -1);
        if (parts.length != 3) {
            return typed;
        }
        return parts[0].length() == 4 ? date(parts[2], parts[1], parts[0]) : date(parts[0], parts[1], parts[2]);
    }

    private static @Nullable String date(String day, String month, String year) {
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return null;
        }
        return part(year) + "-" + padded(month) + "-" + padded(day);
    }

    private static String part(String typed) {
        return typed.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String padded(String typed) {
        var part = part(typed);
        return part.length() == 1 ? "0" + part : part;
    }

    /** Day, month and year of a kept date, each as it was typed. */
    static List<String> parts(String value) {
        var parts = new ArrayList<>(List.of(value.split("-", -1)));
        while (parts.size() < 3) {
            parts.add("");
        }
        return parts.subList(0, 3).reversed();
    }
}
