package vn.motcua.catalogue.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering.Component;
import vn.motcua.form.Condition;
import vn.motcua.form.Form;
import vn.motcua.shared.Problem;

/**
 * What {@code eligibility.yaml} says: at most {@value #MOST_QUESTIONS} questions, and the outcomes in order; the first that
 * holds ends the check. Refuses two questions of one name.
 *
 * @param papers when a paper that the record calls "if any" is needed, as far as the answers tell
 */
public record Eligibility(List<Question> questions, List<PaperRule> papers, List<Outcome> outcomes) {

    public static final int MOST_QUESTIONS = 8;

    /** @param code of a component; {@code when} a CEL condition over the answers */
    public record PaperRule(String code, String when) {
        public PaperRule {
            Condition.of(when);
        }
    }

    /** What comes next. */
    public sealed interface Step {
        record Ask(Question question) implements Step {}

        record End(Outcome outcome) implements Step {}
    }

    public Eligibility {
        questions = List.copyOf(questions);
        papers = papers == null ? List.of() : List.copyOf(papers);
        outcomes = List.copyOf(outcomes);
        if (questions.stream().map(Question::name).distinct().count() != questions.size()) {
            throw new IllegalArgumentException("Two questions have one name");
        }
    }

    /** Whether an answer belongs in no address. */
    public boolean isPersonal() {
        return questions.stream().anyMatch(Question::personal);
    }

    public Optional<Question> question(String name) {
        return questions.stream()
                .filter(question -> question.name().equals(name))
                .findFirst();
    }

    /** What a browser sent, question by question; what is wrong, or answers a question that is not asked, is left out. */
    public Map<String, Object> read(Map<String, String[]> parameters, LocalDate today) {
        var answers = new LinkedHashMap<String, Object>();
        for (var question : questions) {
            if (question.isAsked(seen(answers, today))) {
                var section = question.section();
                var read = form(section).read(section, parameters).get(question.name());
                if (read != null && mistakes(question, read, today).isEmpty()) {
                    answers.put(question.name(), read);
                }
            }
        }
        return answers;
    }

    /** What is wrong with the answer that was sent to one question; empty when it is right. */
    public List<Problem.Mistake> mistakes(Question question, Map<String, String[]> parameters, LocalDate today) {
        var section = question.section();
        return mistakes(question, form(section).read(section, parameters).get(question.name()), today);
    }

    private static List<Problem.Mistake> mistakes(Question question, @Nullable Object answer, LocalDate today) {
        var section = question.section();
        return form(section).check(section, answer == null ? Map.of() : Map.of(question.name(), answer), today);
    }

    /** The question as a page of a form, for its components. */
    public static Form.Section section(Question question) {
        return question.section();
    }

    private static Form form(Form.Section section) {
        return new Form("", List.of(section), "");
    }

    /** The next question that decides something, or the end. A check that passed {@link EligibilityCheck} always has one. */
    public Step next(Map<String, Object> answers, LocalDate today) {
        var seen = seen(answers, today);
        for (var outcome : outcomes) {
            var open = open(outcome.when() == null ? questions : speaksOf(outcome.when()), answers, seen);
            if (open.isPresent()) {
                return new Step.Ask(open.get());
            }
            if (Condition.holds(outcome.when(), seen, Map.of())) {
                var rest = outcome.fits() == null ? Optional.<Question>empty() : open(questions, answers, seen);
                return rest.<Step>map(Step.Ask::new).orElseGet(() -> new Step.End(outcome));
            }
        }
        throw new IllegalStateException("No outcome for " + answers);
    }

    private static Optional<Question> open(
            List<Question> among, Map<String, Object> answers, Map<String, Object> seen) {
        return among.stream()
                .filter(question -> !answers.containsKey(question.name()) && question.isAsked(seen))
                .findFirst();
    }

    /** The questions of which a condition speaks and those on which they depend, in the order in which they are asked. */
    List<Question> speaksOf(@Nullable String condition) {
        var names = new ArrayList<>(Outcome.mentioned(condition));
        for (var question : questions.reversed()) {
            if (names.stream().anyMatch(question::isMentioned)) {
                names.addAll(Outcome.mentioned(question.when()));
            }
        }
        return questions.stream()
                .filter(question -> names.stream().anyMatch(question::isMentioned))
                .toList();
    }

    /** The answers as conditions see them. */
    Map<String, Object> seen(Map<String, Object> answers, LocalDate today) {
        var seen = new HashMap<String, Object>();
        for (var question : questions) {
            var answer = answers.get(question.name());
            if (answer != null) {
                question.expand(answer, today, seen);
            }
        }
        return seen;
    }

    /** The answers by the fields of the form that they fill; personal ones are not carried. */
    public Map<String, Object> carried(Map<String, Object> answers) {
        var carried = new LinkedHashMap<String, Object>();
        for (var question : questions) {
            var answer = answers.get(question.name());
            if (answer != null && question.fills() != null && !question.personal()) {
                carried.put(question.fills(), answer);
            }
        }
        return carried;
    }

    /** Whether the asker needs the paper; empty where the answers do not tell and the record says "if any". */
    public Optional<Boolean> needs(Component paper, Map<String, Object> answers, LocalDate today) {
        var rule =
                papers.stream().filter(one -> one.code().equals(paper.code())).findFirst();
        if (rule.isPresent()) {
            return Optional.of(Condition.holds(rule.get().when(), seen(answers, today), Map.of()));
        }
        if (paper.when() != null && !tells(paper.when(), answers)) {
            return Optional.empty();
        }
        boolean concerns = Condition.holds(paper.when(), fieldAnswers(answers), Map.of());
        return concerns && !paper.required() ? Optional.empty() : Optional.of(concerns);
    }

    private boolean tells(String condition, Map<String, Object> answers) {
        var known = fieldAnswers(answers);
        return !condition.contains("applicant.")
                && Outcome.mentioned(condition).stream().allMatch(known::containsKey);
    }

    private Map<String, Object> fieldAnswers(Map<String, Object> answers) {
        var fields = new HashMap<String, Object>();
        questions.forEach(question -> {
            var answer = answers.get(question.name());
            if (answer != null && question.fills() != null) {
                fields.put(question.fills(), answer);
            }
        });
        return fields;
    }
}
