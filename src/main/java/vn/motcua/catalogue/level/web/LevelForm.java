package vn.motcua.catalogue.level.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering.Digital;
import vn.motcua.catalogue.level.Criteria;
import vn.motcua.catalogue.level.Levels;
import vn.motcua.catalogue.level.UpgradeRule;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/** What an editor typed about a level; everything wrong with it is refused at once. */
record LevelForm(Map<String, String> typed, List<String> ticked) {

    private static final int LONGEST_NUMBER = 60;

    Levels.Standing standing() {
        var mistakes = new ArrayList<Mistake>();
        var number = text("decision");
        if (number.isEmpty() || number.length() > LONGEST_NUMBER || number.matches(".*[<>\\p{C}].*")) {
            mistakes.add(Mistake.of("decision", "catalogue.levels.decision.missing", LONGEST_NUMBER));
        }
        var decided = date("decided", mistakes);
        var since = date("since", mistakes);
        var level = text("level").matches("[1-4]") ? Integer.parseInt(text("level")) : 0;
        if (level == 0) {
            mistakes.add(Mistake.of("level", "catalogue.parameter.level"));
        }
        var digital = digital();
        if (digital == null) {
            mistakes.add(Mistake.of("digital", "catalogue.levels.digital.missing"));
        }
        var figures = figures(mistakes);
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        return new Levels.Standing(
                0,
                level,
                Objects.requireNonNull(digital),
                new Levels.Decision(number, Objects.requireNonNull(decided)),
                Objects.requireNonNull(since),
                Criteria.SHIPPED.codes().stream().filter(ticked::contains).toList(),
                figures);
    }

    private @Nullable Digital digital() {
        for (var digital : Digital.values()) {
            if (digital.name().equals(text("digital"))) {
                return digital;
            }
        }
        return null;
    }

    /** Year, numerator and denominator stand together or not at all. */
    private UpgradeRule.@Nullable Figures figures(List<Mistake> mistakes) {
        var year = text("year");
        var online = text("online").replaceAll("[.,\\s]", "");
        var all = text("dossiers").replaceAll("[.,\\s]", "");
        if (year.isEmpty() && online.isEmpty() && all.isEmpty()) {
            return null;
        }
        if (year.matches("20\\d{2}") && online.matches("\\d{1,10}") && all.matches("\\d{1,10}")) {
            long part = Long.parseLong(online);
            long whole = Long.parseLong(all);
            if (whole > 0 && part <= whole) {
                return new UpgradeRule.Figures(Integer.parseInt(year), part, whole);
            }
        }
        mistakes.add(Mistake.of("dossiers", "catalogue.levels.figures.wrong"));
        return null;
    }

    private @Nullable LocalDate date(String name, List<Mistake> mistakes) {
        try {
            return LocalDate.of(
                    Integer.parseInt(text(name + "Year")),
                    Integer.parseInt(text(name + "Month")),
                    Integer.parseInt(text(name + "Day")));
        } catch (NumberFormatException | DateTimeException e) {
            mistakes.add(Mistake.of(name, "catalogue.levels.date.wrong"));
            return null;
        }
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
