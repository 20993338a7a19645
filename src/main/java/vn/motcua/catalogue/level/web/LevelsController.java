package vn.motcua.catalogue.level.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.level.Criteria;
import vn.motcua.catalogue.level.Levels;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** The levels of online services, in public. */
@Controller
class LevelsController {

    private static final int PAGE = 50;

    private final Levels levels;

    LevelsController(Levels levels) {
        this.levels = levels;
    }

    @GetMapping("/service-levels")
    String all(@RequestParam(defaultValue = "") String from, Frame frame, Model model) {
        var services = levels.services();
        int first = from.matches("\\d{1,5}") ? Math.min(Integer.parseInt(from), services.size()) : 0;
        int next = first + PAGE;
        model.addAttribute(
                "page",
                new LevelsPage(
                        Criteria.COLUMNS.stream()
                                .map(column -> frame.text("catalogue.levels.head." + column))
                                .toList(),
                        Criteria.SHIPPED.gives().stream()
                                .map(row -> new LevelsPage.Row(
                                        row.what().in(frame.locale()),
                                        Criteria.COLUMNS.stream()
                                                .map(column -> frame.text("catalogue.levels.gives."
                                                        + row.at().get(column)))
                                                .toList()))
                                .toList(),
                        Criteria.SHIPPED.criteria().stream()
                                .map(one -> new LevelsPage.Criterion(one.text().in(frame.locale()), one.basis()))
                                .toList(),
                        services.subList(first, Math.min(next, services.size())).stream()
                                .map(line -> service(line, frame))
                                .toList(),
                        frame.text("catalogue.levels.count", services.size()),
                        first == 0 ? "" : "/service-levels#services",
                        next < services.size() ? "/service-levels?from=" + next + "#services" : ""));
        return "catalogue/levels";
    }

    private LevelsPage.Service service(ProcedureLine line, Frame frame) {
        var standing = levels.current(line);
        return new LevelsPage.Service(
                new Link(line.name().in(frame.locale()), "/service-levels/" + line.code()),
                frame.text("catalogue.level." + standing.level()),
                frame.text("catalogue.levels.digital." + standing.digital()),
                Said.decision(standing, frame),
                frame.text("catalogue.levels.since", standing.since()));
    }

    @GetMapping("/service-levels/{code}")
    String one(@PathVariable String code, Frame frame, Model model) {
        var line = line(code);
        var history = levels.history(line);
        var current = levels.current(history);
        var figures = history.stream()
                .map(Levels.Standing::figures)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        model.addAttribute(
                "page",
                new ServiceLevelPage(
                        line.name().in(frame.locale()),
                        "/procedures/" + line.code(),
                        frame.text("catalogue.level." + current.level()),
                        frame.text("catalogue.levels.digital." + current.digital()),
                        Said.share(figures, frame),
                        history.stream().map(past -> past(past, frame)).toList()));
        return "catalogue/service-level";
    }

    private static ServiceLevelPage.Past past(Levels.Standing past, Frame frame) {
        return new ServiceLevelPage.Past(
                frame.text("catalogue.levels.since", past.since()),
                frame.text("catalogue.level." + past.level()) + " · "
                        + frame.text("catalogue.levels.digital." + past.digital()),
                Said.decision(past, frame),
                past.figures() == null ? "" : Said.share(past.figures(), frame),
                Criteria.SHIPPED.criteria().stream()
                        .filter(one -> past.criteria().contains(one.code()))
                        .map(one -> one.text().in(frame.locale()))
                        .toList());
    }

    private ProcedureLine line(String code) {
        try {
            return levels.line(ProcedureCode.parse(code)).orElseThrow(() -> new IllegalArgumentException(code));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(
                    "catalogue.procedure.unknown", code.length() > 40 ? code.substring(0, 40) + "…" : code);
        }
    }
}
