package vn.motcua.catalogue.editing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProvinceValues;
import vn.motcua.catalogue.Publishing;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/** Everything that keeps a decision's drafts from becoming public, all at once, each with the page on which it is mended. */
@Component
public class Checks {

    private final Publishing publishing;
    private final Agencies agencies;
    private final ProvinceValues provinces;
    private final RecordCheck records;
    private final InstantSource clock;

    Checks(
            Publishing publishing,
            Agencies agencies,
            ProvinceValues provinces,
            RecordCheck records,
            InstantSource clock) {
        this.publishing = publishing;
        this.agencies = agencies;
        this.provinces = provinces;
        this.records = records;
        this.clock = clock;
    }

    /** Empty when all of them can be published today. */
    public List<Finding> of(Decision decision, List<Item> items) {
        var findings = new ArrayList<Finding>();
        if (items.isEmpty()) {
            findings.add(new Finding(null, "", "", "catalogue.editing.check.empty", List.of()));
        }
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        if (agencies.find(decision.agency())
                .filter(agency -> agency.existsOn(today))
                .isEmpty()) {
            findings.add(new Finding(
                    null,
                    "",
                    "",
                    "catalogue.editing.check.agency",
                    List.of(decision.agency().value())));
        }
        var byCode = items.stream().collect(Collectors.toMap(Item::procedure, Function.identity()));
        for (var item : items) {
            var of = new About(item, findings);
            var latest = publishing.latest(item.procedure());
            begins(of, latest, today);
            switch (item.kind()) {
                case NEW, CHANGE ->
                    agencies.find(decision.agency())
                            .ifPresent(agency -> records.check(of, NextVersion.of(item, decision, agency)));
                case RETIRE -> ends(of, latest, byCode);
                case PROVINCE_VALUE -> provinces(of, decision, latest);
            }
        }
        return findings;
    }

    /** Collects what is wrong with one draft. */
    record About(Item item, List<Finding> findings) {
        void wrong(String section, String field, String code, Object... args) {
            findings.add(new Finding(item.procedure(), section, field, code, List.of(args)));
        }
    }

    private static void begins(About of, Optional<Procedure> latest, LocalDate today) {
        var item = of.item();
        var section = Sections.of(item.kind(), item.content()).getFirst().code();
        var from = item.effectiveFrom();
        if (from.isEmpty()) {
            of.wrong(section, "effectiveFrom", "catalogue.editing.check.day");
        } else if (from.get().isBefore(today)) {
            of.wrong(section, "effectiveFrom", "catalogue.editing.check.past", from.get());
        }
        if (item.kind() == Item.Kind.PROVINCE_VALUE) {
            return; // it has days of its own
        }
        if (item.kind() == Item.Kind.NEW && latest.isPresent()) {
            of.wrong("", "", "catalogue.editing.items.known", item.procedure());
        } else if (latest.map(Procedure::version).orElse(0) != item.base()) {
            of.wrong(
                    "",
                    "",
                    "catalogue.editing.check.stale",
                    item.base(),
                    latest.map(Procedure::version).orElse(0));
        } else if (from.isPresent()
                && latest.filter(version -> !from.get().isAfter(version.effectiveFrom()))
                        .isPresent()) {
            of.wrong(
                    section,
                    "effectiveFrom",
                    "catalogue.editing.check.overlap",
                    latest.get().effectiveFrom());
        }
    }

    private void ends(About of, Optional<Procedure> latest, Map<ProcedureCode, Item> items) {
        var code = of.item().procedure();
        if (latest.filter(Checks::isEnd).isPresent()) {
            of.wrong("", "", "catalogue.editing.check.ended", code);
        }
        for (var next : NextVersion.successors(of.item())) {
            var added = items.get(next);
            if (next.equals(code)) {
                of.wrong("end", "successors", "catalogue.editing.check.itself", code);
            } else if (publishing.latest(next).isEmpty() && (added == null || added.kind() != Item.Kind.NEW)) {
                of.wrong("end", "successors", "catalogue.editing.check.successor", next);
            } else if (leads(next, code, items, new HashSet<>())) {
                of.wrong("end", "successors", "catalogue.editing.check.cycle", next, code);
            }
        }
    }

    /** Whether a procedure's successors, published or about to be, lead back to that one. */
    private boolean leads(
            ProcedureCode from, ProcedureCode back, Map<ProcedureCode, Item> items, Set<ProcedureCode> seen) {
        if (from.equals(back)) {
            return true;
        }
        if (!seen.add(from)) {
            return false;
        }
        var item = items.get(from);
        var next = item != null && item.kind() == Item.Kind.RETIRE
                ? NextVersion.successors(item)
                : publishing
                        .latest(from)
                        .filter(Checks::isEnd)
                        .map(Procedure::successors)
                        .orElse(List.of());
        return next.stream().anyMatch(code -> leads(code, back, items, seen));
    }

    private static boolean isEnd(Procedure version) {
        return version.effectiveFrom().equals(version.effectiveTo());
    }

    private void provinces(About of, Decision decision, Optional<Procedure> national) {
        var code = of.item().procedure();
        if (national.isEmpty()) {
            of.wrong("", "", "catalogue.editing.items.unknown", code);
            return;
        }
        if (of.item().effectiveFrom().isEmpty()) {
            return; // said already
        }
        var rows = of.item().content().path("values");
        if (rows.isEmpty()) {
            of.wrong("values", "values", "catalogue.editing.check.missing.value");
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var field = "values[" + i + "].";
            var from = of.item().effectiveFrom().get();
            var to = NextVersion.day(row.path("validTo"));
            var part = ProvinceValues.Part.valueOf(row.path("part").asString(""));
            if (row.at("/text/vi").asString("").isBlank()) {
                of.wrong("values", field + "text.vi", "catalogue.editing.check.missing.words");
            }
            if (to != null && to.isBefore(from)) {
                of.wrong("values", field + "validTo", "catalogue.editing.check.ends", to, from);
            }
            if (part == ProvinceValues.Part.FEE && !national.get().feesVary()) {
                of.wrong("values", field + "part", "catalogue.editing.check.no-room", code);
            }
            if (!seen.add(part.name()) || provinces.overlaps(code, decision.agency(), part, from)) {
                of.wrong("values", field + "part", "catalogue.editing.check.province-overlap");
            }
        }
        if (national.get().levels().equals(List.of(Procedure.Level.MINISTRY))) {
            of.wrong("", "", "catalogue.editing.items.ministry", code);
        }
    }
}
