package vn.motcua.catalogue.eligibility;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Condition;
import vn.motcua.form.Form;
import vn.motcua.shared.Text;

/**
 * One plain question about the asker's situation.
 *
 * @param ask the question; {@code why} we ask it
 * @param when a CEL condition over the answers to earlier questions; null = always asked
 * @param personal whether the answer says something about a person that belongs in no address: then the whole check goes by
 *     POST, and this answer is not carried into the form
 * @param fills the field of {@code form.yaml} that the answer is carried into; null for none
 * @param earliest for dates: {@code past} or {@code future}, as in a form; null for any
 */
public record Question(
        String name,
        Kind type,
        Text ask,
        Text why,
        List<Form.Choice> choices,
        @Nullable String when,
        boolean personal,
        @Nullable String fills,
        @Nullable String earliest) {

    /** YES_NO is answered by {@code YES} or {@code NO}, NUMBER by a whole number from 0. */
    public enum Kind {
        CHOICE,
        YES_NO,
        NUMBER,
        DATE
    }

    private static final int LONGEST_NUMBER = 9;
    private static final List<Form.Choice> YES_NO =
            List.of(new Form.Choice("YES", new Text("Có", "Yes")), new Form.Choice("NO", new Text("Không", "No")));

    public Question {
        choices = type == Kind.YES_NO ? YES_NO : choices == null ? List.of() : List.copyOf(choices);
        if (when != null) {
            Condition.of(when);
        }
        if ((type == Kind.CHOICE) != (choices.size() > 1 && type != Kind.YES_NO)) {
            throw new IllegalArgumentException(
                    "Question " + name + ": a CHOICE has two or more choices, others have none");
        }
    }

    boolean isAsked(Map<String, Object> answers) {
        return Condition.holds(when, answers, Map.of());
    }

    /** A page of a form with this question alone: its kinds of answers, their checks and their components are the form's. */
    Form.Section section() {
        var kind =
                switch (type) {
                    case CHOICE, YES_NO -> Form.Type.CHOICE;
                    case NUMBER -> Form.Type.NUMBER;
                    case DATE -> Form.Type.DATE;
                };
        int longest = type == Kind.NUMBER ? LONGEST_NUMBER : 0;
        var field = new Form.Field(name, kind, ask, why, true, null, null, longest, null, null, earliest, choices);
        return new Form.Section(name, ask, List.of(field));
    }

    /** Whether a condition that speaks of {@code answers.<mentioned>} speaks of this question. */
    boolean isMentioned(String mentioned) {
        return mentioned.equals(name)
                || type == Kind.DATE && (mentioned.equals(name + "Years") || mentioned.equals(name + "Days"));
    }

    /** Lays the answer into what conditions see; of a date also the whole years and days from it until today. */
    void expand(Object answer, LocalDate today, Map<String, Object> seen) {
        seen.put(name, answer);
        if (type == Kind.DATE) {
            var date = LocalDate.parse(answer.toString());
            seen.put(name + "Years", ChronoUnit.YEARS.between(date, today));
            seen.put(name + "Days", ChronoUnit.DAYS.between(date, today));
        }
    }
}
