package vn.motcua.catalogue.eligibility.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.eligibility.Eligibility;
import vn.motcua.catalogue.eligibility.Question;
import vn.motcua.form.Asked;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Given;

/** A check as far as it was answered, in one language. */
record CheckView(Procedure procedure, Eligibility eligibility, Map<String, Object> answers, Frame frame) {

    String home() {
        return "/procedures/" + procedure.code();
    }

    String address() {
        return home() + "/check";
    }

    CheckPage page(Question question, Corrections corrections) {
        var before = before(question);
        var last = before.isEmpty() ? null : List.copyOf(before.keySet()).getLast();
        var earlier = new LinkedHashMap<>(before);
        if (last != null) {
            earlier.remove(last);
        }
        return new CheckPage(
                procedure.name().in(frame.locale()),
                address(),
                home(),
                eligibility.isPersonal(),
                frame.text(
                        "catalogue.check.progress",
                        before.size() + 1,
                        eligibility.questions().size()),
                question.name(),
                Asked.on(Eligibility.section(question), before, frame),
                kept(before),
                kept(earlier),
                last == null ? home() : address(earlier),
                corrections);
    }

    /** The answers to the questions before this one, in their order. */
    private Map<String, Object> before(Question question) {
        var before = new LinkedHashMap<String, Object>();
        for (var other : eligibility.questions()) {
            if (other.equals(question) && !answers.containsKey(question.name())) {
                continue;
            }
            var answer = answers.get(other.name());
            if (answer != null && !other.equals(question)) {
                before.put(other.name(), answer);
            }
        }
        return before;
    }

    /** What was answered, each with the way back to its question where that is a plain address. */
    List<Given> given() {
        var given = new ArrayList<Given>();
        var before = new LinkedHashMap<String, Object>();
        for (var question : eligibility.questions()) {
            var answer = answers.get(question.name());
            if (answer != null) {
                given.add(new Given(
                        question.ask().in(frame.locale()),
                        shown(question, answer),
                        "",
                        eligibility.isPersonal() ? "" : address(before)));
                before.put(question.name(), answer);
            }
        }
        return given;
    }

    private String shown(Question question, Object answer) {
        return switch (question.type()) {
            case CHOICE, YES_NO ->
                question.choices().stream()
                        .filter(choice -> choice.value().equals(answer))
                        .map(choice -> choice.label().in(frame.locale()))
                        .findFirst()
                        .orElse("");
            case NUMBER -> answer.toString();
            case DATE -> Formats.date(frame.locale(), LocalDate.parse(answer.toString()));
        };
    }

    String address(Map<String, Object> some) {
        return some.isEmpty()
                ? address()
                : address() + "?"
                        + some.entrySet().stream()
                                .map(answer -> "answers." + answer.getKey() + "="
                                        + URLEncoder.encode(answer.getValue().toString(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    static List<CheckPage.Kept> kept(Map<String, Object> some) {
        return some.entrySet().stream()
                .map(answer -> new CheckPage.Kept(
                        "answers." + answer.getKey(), answer.getValue().toString()))
                .toList();
    }
}
