package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.Transition;
import vn.motcua.catalogue.Combinations.Answered;
import vn.motcua.catalogue.Procedure.Fee;
import vn.motcua.form.Form;

/** Ways on which nobody comes to the end: a question without a possible answer, answers without papers, days without a fee. */
final class DeadEnds {

    private final FolderContent content;
    private final Combinations combinations;
    private final Remarks remarks;

    private DeadEnds(FolderContent content, Remarks remarks) {
        this.content = content;
        this.combinations = new Combinations(content.form(), content.types());
        this.remarks = remarks;
    }

    static void check(FolderContent content, Remarks remarks) {
        var check = new DeadEnds(content, remarks);
        check.questions();
        check.cases();
        check.fees();
    }

    private void questions() {
        Map<String, Form.Type> types = new HashMap<>();
        content.form().fields().forEach(field -> types.put(field.name(), field.type()));
        var sections = content.form().sections();
        for (int i = 0; i < sections.size(); i++) {
            for (int j = 0; j < sections.get(i).fields().size(); j++) {
                question(
                        "sections/%d/fields/%d".formatted(i, j),
                        sections.get(i).fields().get(j),
                        types);
            }
        }
    }

    private void question(String place, Form.Field field, Map<String, Form.Type> types) {
        var earliest = field.earliest();
        if (earliest != null && !Set.of("past", "future").contains(earliest) && types.get(earliest) != Form.Type.DATE) {
            remarks.mistake(
                    "form.yaml",
                    place + "/earliest",
                    "there is no date question named %s; write past, future or the name of one",
                    earliest);
        }
        if (field.type() == Form.Type.CHOICE && field.choices().isEmpty()) {
            remarks.mistake("form.yaml", place + "/choices", "there is nothing to choose; add choices");
        }
        if (field.type() == Form.Type.CHOICE
                && field.choices().stream().map(Form.Choice::value).distinct().count()
                        < field.choices().size()) {
            remarks.mistake("form.yaml", place + "/choices", "two choices have one value; give each its own");
        }
        int shortest = shortest(field);
        if (shortest > field.maxLength()) {
            remarks.mistake(
                    "form.yaml",
                    place + "/maxLength",
                    "no answer fits: it may have %d characters, and the shortest of its pattern has %d; raise maxLength",
                    field.maxLength(),
                    shortest);
        }
    }

    /** The length of the shortest text that fits; 0 where that is not known. */
    private static int shortest(Form.Field field) {
        int own =
                switch (field.type()) {
                    case IDENTITY_NUMBER -> 12;
                    case PHONE, DATE -> 10;
                    case EMAIL -> 6;
                    case TEXT, LONG_TEXT, NUMBER, MONEY, CHOICE, DECLARATION -> 0;
                };
        if (field.pattern() == null) {
            return own;
        }
        try {
            var automaton = new RegExp(field.pattern().replace("(?:", "(")).toAutomaton();
            var reached = new TreeSet<>(List.of(0));
            var seen = new HashSet<Integer>();
            var transition = new Transition();
            for (int length = 0; !reached.isEmpty(); length++) {
                if (reached.stream().anyMatch(automaton::isAccept)) {
                    return Math.max(own, length);
                }
                var next = new TreeSet<Integer>();
                for (int state : reached) {
                    seen.add(state);
                    int count = automaton.initTransition(state, transition);
                    for (int k = 0; k < count; k++) {
                        automaton.getNextTransition(transition);
                        next.add(transition.dest);
                    }
                }
                next.removeAll(seen);
                reached = next;
            }
            return own;
        } catch (IllegalArgumentException _) {
            return own; // written in words that only Java's expressions have
        }
    }

    private void cases() {
        var cases = content.procedure().cases();
        for (int i = 0; i < cases.size(); i++) {
            var place = "procedure/cases/" + i;
            var kase = cases.get(i);
            var conditions = kase.components().stream()
                    .map(Offering.Component::when)
                    .filter(Objects::nonNull)
                    .toList();
            if (!conditions.isEmpty() && conditions.size() == kase.components().size()) {
                combinations.of(conditions).all().stream()
                        .filter(one -> conditions.stream().noneMatch(one::holds))
                        .findFirst()
                        .ifPresent(one -> remarks.mistake(
                                "service.yaml",
                                place + "/components",
                                "with %s no paper is left to hand in; let one of them always be needed",
                                one.said()));
            }
            if (content.definition() != null && !kase.limits().containsKey(Offering.Channel.ONLINE)) {
                remarks.mistake(
                        "service.yaml",
                        place + "/limits",
                        "it is served online, but the case has no limit for ONLINE, so that nobody can hand it in; add one");
            }
        }
    }

    private void fees() {
        var told = new HashSet<String>(); // the same for several cases is said once
        for (var kase : content.procedure().cases()) {
            for (var channel : Offering.Channel.values()) {
                fees(kase, channel, told);
            }
        }
    }

    private void fees(Offering.Case kase, Offering.Channel channel, Set<String> told) {
        var fees = content.procedure().fees().stream()
                .filter(fee -> fee.isFor(kase.code(), channel))
                .toList();
        var conditions =
                fees.stream().map(Fee::when).filter(Objects::nonNull).distinct().toList();
        var ways = combinations.of(conditions).all();
        for (var way : ways.isEmpty() && conditions.isEmpty() ? List.of(NOBODY) : ways) {
            var due = fees.stream().filter(fee -> way.holds(fee.when())).toList();
            var wrong = wrong(due);
            if (wrong != null && told.add(channel + wrong)) {
                var who = way.answers().isEmpty() ? "" : "with " + way.said() + ", ";
                remarks.mistake("service.yaml", "procedure/fees", "%s: %s%s", channel, who, wrong);
            }
            if (told.add(channel + " late")) {
                late(channel, due);
            }
        }
    }

    private static final Answered NOBODY = new Answered(Map.of(), Map.of());

    /** Two amounts for one thing on one day, or days on which what was to pay before has no amount. */
    private @org.jspecify.annotations.Nullable String wrong(List<Fee> due) {
        var sorted = new ArrayList<>(due);
        sorted.sort(Comparator.comparing(Fee::validFrom));
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                var a = sorted.get(i);
                var b = sorted.get(j);
                boolean same = a.kind().equals(b.kind()) && a.name().equals(b.name());
                if (same && (a.validTo() == null || !b.validFrom().isAfter(a.validTo()))) {
                    return "%s and %s are both valid on %s; end the first with validTo %s"
                            .formatted(
                                    a.amount(),
                                    b.amount(),
                                    b.validFrom(),
                                    b.validFrom().minusDays(1));
                }
            }
        }
        if (sorted.isEmpty()) {
            return null;
        }
        var from = content.procedure().effectiveFrom();
        var end = content.procedure().effectiveTo();
        LocalDate day =
                sorted.getFirst().validFrom().isAfter(from) ? sorted.getFirst().validFrom() : from;
        while (end == null || day.isBefore(end)) {
            var today = day;
            var valid = sorted.stream().filter(fee -> fee.isValidOn(today)).toList();
            if (valid.isEmpty()) {
                return "there is no amount for %s; add the one that begins then, 0 where nothing is due"
                        .formatted(today);
            }
            if (valid.stream().anyMatch(fee -> fee.validTo() == null)) {
                return null;
            }
            day = valid.stream()
                    .map(fee -> Objects.requireNonNull(fee.validTo()).plusDays(1))
                    .max(Comparator.<LocalDate>naturalOrder())
                    .orElseThrow();
        }
        return null;
    }

    private void late(Offering.Channel channel, List<Fee> due) {
        var first = due.stream().map(Fee::validFrom).min(Comparator.naturalOrder());
        if (first.isPresent() && first.get().isAfter(content.procedure().effectiveFrom())) {
            remarks.warning(
                    "service.yaml",
                    "procedure/fees",
                    "%s: the procedure is in force from %s, its first amount from %s; add what was due before",
                    channel,
                    content.procedure().effectiveFrom(),
                    first.get());
        }
    }
}
