package vn.motcua.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Text;

/**
 * What is asked of an applicant: pages with fields. Read from {@code form.yaml}, immutable.
 *
 * @param version changes with every published change of the form
 * @param schema JSON Schema 2020-12 of the answers, as JSON, generated from the fields
 */
public record Form(String version, List<Section> sections, String schema) {

    /** One page of questions. */
    public record Section(String code, Text title, List<Field> fields) {}

    public enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        MONEY,
        DATE,
        IDENTITY_NUMBER,
        PHONE,
        EMAIL,
        CHOICE,
        DECLARATION
    }

    /**
     * One question.
     *
     * @param name the key in the answers
     * @param prefill where the account already knows the answer: {@code fullName}, {@code birthDate}, {@code sex},
     *     {@code identityNumber}, {@code phone}, {@code email}, {@code address}; such a field is shown, not asked
     * @param when a CEL condition over {@code answers}; null = always asked
     * @param pattern a regular expression the whole text must fit, with {@code patternHint} saying it in words
     * @param earliest a CEL date rule for dates ({@code past}, {@code future}) or null
     */
    public record Field(
            String name,
            Type type,
            Text label,
            @Nullable Text hint,
            boolean required,
            @Nullable String prefill,
            @Nullable String when,
            int maxLength,
            @Nullable String pattern,
            @Nullable Text patternHint,
            @Nullable String earliest,
            List<Choice> choices) {}

    public record Choice(String value, Text label) {}

    public Form {
        sections = List.copyOf(sections);
    }

    /**
     * Everything wrong with the answers, at once: unknown fields, missing, too long, wrong shape, impossible dates, choices
     * that are not offered. Fields are named {@code answers.<name>}. Empty when all is well.
     *
     * @param today for rules about past and future, in Asia/Ho_Chi_Minh
     */
    public List<Problem.Mistake> check(Map<String, Object> answers, java.time.LocalDate today) {
        throw new UnsupportedOperationException("to be written by the form room");
    }
}
