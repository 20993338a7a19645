package vn.motcua.catalogue.level.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Offering.Digital;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.level.Criteria;
import vn.motcua.catalogue.level.Levels;
import vn.motcua.identity.Official;
import vn.motcua.identity.OnDuty;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;

/** The desk where a decision about a service's level is entered, with the criteria ticked one by one. */
@Controller
@RequestMapping("/work/catalogue/levels")
class LevelDeskController {

    private final Levels levels;

    LevelDeskController(Levels levels) {
        this.levels = levels;
    }

    @GetMapping
    String look(
            @OnDuty Official official, @RequestParam(defaultValue = "") String procedure, Frame frame, Model model) {
        requireDuty(official);
        return page(official, procedure, Map.of(), List.of(), Corrections.none(), frame, model);
    }

    @PostMapping
    String decide(
            @OnDuty Official official,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam MultiValueMap<String, String> sent,
            Frame frame,
            Model model) {
        requireDuty(official);
        var ticked = sent.getOrDefault("criteria", List.of());
        try {
            levels.decide(official, code(procedure), new LevelForm(sent.toSingleValueMap(), ticked).standing());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            return page(
                    official, procedure, sent.toSingleValueMap(), ticked, Corrections.of(frame, problem), frame, model);
        }
        return "redirect:/service-levels/" + code(procedure);
    }

    private static void requireDuty(Official official) {
        if (!official.is(Official.Duty.CATALOGUE_ADMIN)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.levels.no-duty");
        }
    }

    private static ProcedureCode code(String text) {
        try {
            return ProcedureCode.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("procedure", "catalogue.parameter.procedure");
        }
    }

    private String page(
            Official official,
            String procedure,
            Map<String, String> typed,
            List<String> ticked,
            Corrections corrections,
            Frame frame,
            Model model) {
        var found = Stream.of(procedure)
                .filter(text -> !text.isBlank())
                .flatMap(text -> {
                    try {
                        return levels.line(code(text)).stream();
                    } catch (Problem problem) {
                        return Stream.empty();
                    }
                })
                .findFirst();
        if (!procedure.isBlank() && found.isEmpty() && corrections.isEmpty()) {
            corrections = Corrections.of(frame, Problem.invalid("procedure", "catalogue.levels.procedure.unknown"));
        }
        var shown = procedure.length() > 40 ? procedure.substring(0, 40) : procedure;
        model.addAttribute(
                "page",
                new LevelDeskPage(
                        official.title(),
                        shown,
                        corrections,
                        found.map(line -> form(line, typed, ticked, frame)).orElse(null)));
        return "catalogue/level-desk";
    }

    private LevelDeskPage.Form form(ProcedureLine line, Map<String, String> typed, List<String> ticked, Frame frame) {
        var current = levels.current(line);
        var kept = new HashMap<>(typed);
        kept.putIfAbsent("level", String.valueOf(current.level()));
        kept.putIfAbsent("digital", current.digital().name());
        var chosen = new ArrayList<Choice>();
        for (int level = 1; level <= 4; level++) {
            chosen.add(Choice.of(
                    String.valueOf(level),
                    frame.text("catalogue.level." + level),
                    kept.get("level").equals(String.valueOf(level))));
        }
        return new LevelDeskPage.Form(
                line.name().in(frame.locale()),
                frame.text("catalogue.level." + current.level()),
                Said.decision(current, frame),
                chosen,
                Stream.of(Digital.values())
                        .map(digital -> Choice.of(
                                digital.name(),
                                frame.text("catalogue.levels.digital." + digital),
                                digital.name().equals(kept.get("digital"))))
                        .toList(),
                Criteria.SHIPPED.criteria().stream()
                        .map(one -> new LevelDeskPage.Tick(
                                one.code(), one.text().in(frame.locale()), ticked.contains(one.code())))
                        .toList(),
                kept);
    }
}
