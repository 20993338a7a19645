package vn.motcua.form;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    public record Section(String code, Text title, List<Field> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /** What an answer is made of: text, a number (whole), an ISO date, a choice's value, {@code true} for a declaration. */
    public enum Type {
        TEXT(200),
        LONG_TEXT(2_000),
        NUMBER(15),
        MONEY(13),
        DATE(10),
        IDENTITY_NUMBER(12),
        PHONE(12),
        EMAIL(254),
        CHOICE(50),
        DECLARATION(4);

        /** The longest answer where the field names no limit of its own, in characters. */
        final int longest;

        Type(int longest) {
            this.longest = longest;
        }
    }

    /**
     * One question.
     *
     * @param name the key in the answers
     * @param prefill where the account already knows the answer: {@code fullName}, {@code birthDate}, {@code sex},
     *     {@code identityNumber}, {@code phone}, {@code email}, {@code address}; such a field is shown, not asked, and may be
     *     left out of the answers
     * @param when a CEL condition over {@code answers}; null = always asked
     * @param maxLength in characters (code points); 0 = what the type allows
     * @param pattern a regular expression the whole text must fit, with {@code patternHint} saying it in words
     * @param earliest a rule for dates: {@code past} (today or before), {@code future} (after today), the name of a field
     *     whose date must not come later, or null
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
            List<Choice> choices) {

        public Field {
            maxLength = maxLength == 0 ? type.longest : maxLength;
            choices = choices == null ? List.of() : List.copyOf(choices);
            if (when != null) {
                Condition.of(when);
            }
        }

        /** Whether the applicant is asked, given the other answers. */
        public boolean isAsked(Map<String, Object> answers) {
            return prefill == null && Condition.holds(when, answers, Map.of());
        }
    }

    public record Choice(String value, Text label) {}

    public Form {
        sections = List.copyOf(sections);
    }

    /** A form with its schema. Refuses two fields of one name and a pattern that is no regular expression. */
    public static Form of(String version, List<Section> sections) {
        return new Form(version, sections, AnswersSchema.of(sections));
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    public Optional<Section> section(String code) {
        return sections.stream().filter(section -> section.code().equals(code)).findFirst();
    }

    /**
     * Everything wrong with the answers, at once: unknown fields, missing, too long, wrong shape, impossible dates, choices
     * that are not offered. Fields are named {@code answers.<name>}. Empty when all is well.
     *
     * @param today for rules about past and future, in Asia/Ho_Chi_Minh
     */
    public List<Problem.Mistake> check(Map<String, Object> answers, LocalDate today) {
        return new AnswersCheck(this, answers, today).all();
    }

    /** As {@link #check}, for one page's fields alone; what other pages ask may still be missing. */
    public List<Problem.Mistake> check(Section section, Map<String, Object> answers, LocalDate today) {
        return new AnswersCheck(this, answers, today).of(section);
    }

    /**
     * What one page sent, as answers by field: null where nothing was entered, so that laying them over kept answers clears
     * those. Dates from three inputs or as 15/12/2026, numbers with or without dots; what is neither stays as typed.
     */
    public Map<String, @Nullable Object> read(Section section, Map<String, String[]> parameters) {
        return PageAnswers.read(section, parameters);
    }

    /**
     * The answers as they are kept: text in NFC without space around it, nothing empty, nothing to a question that the other
     * answers made pointless. Unknown names stay, for {@link #check} to refuse.
     */
    public Map<String, Object> clean(Map<String, ? extends @Nullable Object> answers) {
        var clean = new LinkedHashMap<String, Object>();
        answers.forEach((name, answer) -> {
            var value = answer instanceof String text
                    ? Normalizer.normalize(text, Normalizer.Form.NFC).strip()
                    : answer;
            if (value != null && !"".equals(value)) {
                clean.put(name, value);
            }
        });
        fields().filter(field -> field.prefill() == null && !field.isAsked(clean))
                .map(Field::name)
                .toList()
                .forEach(clean::remove);
        return clean;
    }
}
