package vn.motcua.catalogue.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every way through a check, answered question by question: of a choice each answer, of a number and a date those at which
 * some condition turns. Finds outcomes and questions that nobody reaches, and answers that end nowhere.
 */
final class Walk {

    /** More ways are nobody's plain questions; also bounds the work of a hostile file. */
    private static final int MOST_WAYS = 20_000;

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'.-])\\d{1,9}(?![\\w'-])");
    private static final Pattern DATE = Pattern.compile("'(\\d{4}-\\d{2}-\\d{2})'");

    private final Eligibility eligibility;
    private final List<String> conditions;
    private final Set<Outcome> reached = new HashSet<>();
    private final Set<Question> asked = new HashSet<>();
    private final List<String> mistakes = new ArrayList<>();
    private int ways;

    Walk(Eligibility eligibility) {
        this.eligibility = eligibility;
        this.conditions = Stream.of(
                        eligibility.questions().stream().map(Question::when),
                        eligibility.outcomes().stream().map(Outcome::when),
                        eligibility.papers().stream().map(Eligibility.PaperRule::when))
                .flatMap(all -> all)
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .toList();
    }

    List<String> mistakes() {
        go(new LinkedHashMap<>());
        if (ways > MOST_WAYS) {
            return List.of("there are more than " + MOST_WAYS + " ways through the questions; ask fewer");
        }
        for (int i = 0; i < eligibility.outcomes().size(); i++) {
            if (!reached.contains(eligibility.outcomes().get(i))) {
                mistakes.add("nobody reaches outcome " + (i + 1));
            }
        }
        eligibility.questions().stream()
                .filter(question -> !asked.contains(question))
                .forEach(question -> mistakes.add("nobody is asked question " + question.name()));
        return mistakes;
    }

    private void go(Map<String, Object> answers) {
        if (ways > MOST_WAYS || mistakes.size() > 5) {
            return;
        }
        try {
            switch (eligibility.next(answers, TODAY)) {
                case Eligibility.Step.End(var outcome) -> {
                    ways++;
                    reached.add(outcome);
                }
                case Eligibility.Step.Ask(var question) -> {
                    asked.add(question);
                    for (var answer : samples(question)) {
                        var next = new LinkedHashMap<>(answers);
                        next.put(question.name(), answer);
                        go(next);
                    }
                }
            }
        } catch (IllegalStateException e) {
            ways++;
            mistakes.add("no outcome for the answers " + answers + "; end with one that has no \"when\"");
        }
    }

    private List<Object> samples(Question question) {
        return switch (question.type()) {
            case CHOICE, YES_NO ->
                question.choices().stream()
                        .map(choice -> (Object) choice.value())
                        .toList();
            case NUMBER ->
                numbers(question)
                        .<Object>flatMap(n -> Stream.of(n - 1, n, n + 1))
                        .filter(n -> (Long) n >= 0)
                        .distinct()
                        .toList();
            case DATE -> dates(question);
        };
    }

    private Stream<Long> numbers(Question question) {
        return Stream.concat(
                Stream.of(0L),
                conditions.stream()
                        .filter(condition ->
                                Outcome.mentioned(condition).stream().anyMatch(question::isMentioned))
                        .flatMap(condition -> NUMBER.matcher(condition).results())
                        .map(found -> Long.parseLong(found.group())));
    }

    private List<Object> dates(Question question) {
        var dates = new TreeSet<LocalDate>();
        dates.add(TODAY);
        numbers(question).filter(n -> n < 40_000).forEach(n -> {
            var year = n < 200 ? TODAY.minusYears(n) : TODAY;
            Stream.of(TODAY.minusDays(n), year).forEach(day -> {
                dates.add(day.minusDays(1));
                dates.add(day);
                dates.add(day.plusDays(1));
            });
        });
        conditions.stream()
                .flatMap(condition -> DATE.matcher(condition).results())
                .map(found -> LocalDate.parse(found.group(1)))
                .forEach(day -> {
                    dates.add(day.minusDays(1));
                    dates.add(day);
                    dates.add(day.plusDays(1));
                });
        return dates.stream()
                .filter(day -> !"past".equals(question.earliest()) || !day.isAfter(TODAY))
                .filter(day -> !"future".equals(question.earliest()) || day.isAfter(TODAY))
                .<Object>map(LocalDate::toString)
                .toList();
    }
}
