package vn.motcua.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.agency.TerritoryFiles.Change;
import vn.motcua.agency.TerritoryFiles.Part;
import vn.motcua.agency.TerritoryFiles.Place;
import vn.motcua.agency.Unit.Level;
import vn.motcua.shared.Problem.Mistake;

/**
 * What the files say together: the changes are gone through day by day, from the first to the last, and what stands at their
 * end must be the communes of today. Where they do not fit, it is a mistake; where they fit only almost (another spelling or
 * kind, a number that another one of the same name has), it is taken and told as a doubt.
 */
final class TerritoryPlan {

    private record Step(Draft old, Draft now, LocalDate since, boolean divided) {}

    private final TerritoryFiles files;
    private final List<Unit> provinces;
    private final FileMistakes mistakes;
    private final Map<String, Place> today = new LinkedHashMap<>();
    private final Map<String, Draft> live = new LinkedHashMap<>();
    private final Map<String, Draft> districts = new LinkedHashMap<>();
    private final Set<String> endedBefore = new HashSet<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Mistake> doubts = new ArrayList<>();

    TerritoryPlan(TerritoryFiles files, List<Unit> provinces, FileMistakes mistakes) {
        this.files = files;
        this.provinces = provinces;
        this.mistakes = mistakes;
    }

    /** Refuses the files where they do not fit together. */
    void make() {
        checkProvinces();
        checkCommunes();
        files.changes().forEach(this::apply);
        finish();
        mistakes.check();
    }

    List<Unit> units() {
        return drafts.stream().map(Draft::unit).toList();
    }

    List<Way> ways() {
        return steps.stream()
                .map(step -> new Way(step.old().unit().key(), step.now().unit().key(), step.since(), step.divided()))
                .toList();
    }

    List<Mistake> doubts() {
        return doubts;
    }

    private void checkProvinces() {
        var seen = new HashSet<String>();
        for (var place : files.provinces()) {
            if (!seen.add(place.code())) {
                mistakes.add(place.line(), "code", "agency.import.twice", place.code());
            }
            province(new Part(place.code(), place.name()), null, place.line(), "code");
        }
    }

    private void checkCommunes() {
        var listed = files.provinces().stream().map(Place::code).collect(Collectors.toSet());
        for (var place : files.communes()) {
            if (today.putIfAbsent(place.code(), place) != null) {
                mistakes.add(place.line(), "code", "agency.import.twice", place.code());
            }
            if (!listed.contains(place.province())) {
                mistakes.add(place.line(), "province_code", "agency.import.province", place.province());
            }
        }
    }

    /** The province must be ours, on the day (null: today) and under its name. */
    private void province(Part part, @Nullable LocalDate day, CsvTable.Line line, String column) {
        var known = provinces.stream()
                .filter(unit -> unit.code().equals(part.code()))
                .filter(unit -> day == null ? unit.validTo() == null : unit.existsOn(day))
                .findFirst();
        if (known.isEmpty()) {
            mistakes.add(line, column, "agency.import.province", part.code());
        } else if (!alike(known.get().name(), part.name())) {
            mistakes.add(
                    line,
                    column,
                    "agency.import.other-name",
                    part.code(),
                    known.get().name(),
                    part.name());
        }
    }

    private static boolean alike(String name, String other) {
        return name.equals(other)
                || PlaceName.of(name).foldedBare().equals(PlaceName.of(other).foldedBare());
    }

    private void apply(LocalDate day, List<Change> changes) {
        var groups = new LinkedHashMap<String, List<Change>>();
        for (var change : changes) {
            province(change.oldProvince(), day.minusDays(1), change.line(), "old_province_code");
            province(change.newProvince(), day, change.line(), "new_province_code");
            var old = change.oldCommune().isThere() ? change.oldCommune() : change.oldDistrict();
            groups.computeIfAbsent(old.code(), _ -> new ArrayList<>()).add(change);
        }
        var olds = new LinkedHashMap<Draft, List<Change>>();
        groups.values().forEach(group -> olds.put(old(day, group), group));
        var later = files.changes().tailMap(day, false).values().stream()
                .flatMap(List::stream)
                .map(change -> change.oldCommune().code())
                .collect(Collectors.toSet());
        var given = changes.stream().map(change -> change.newCommune().code()).collect(Collectors.toSet());
        olds.forEach((old, group) -> {
            var seen = new HashSet<String>();
            for (var change : group) {
                if (change.divided() != group.size() > 1) {
                    mistakes.add(change.line(), "commune_divided", "agency.import.divided", group.size());
                }
                if (!seen.add(change.newCommune().code())) {
                    mistakes.add(
                            change.line(),
                            "new_commune_code",
                            "agency.import.twice",
                            change.newCommune().code());
                }
                steps.add(new Step(old, successor(day, change, later, given), day, group.size() > 1));
            }
        });
    }

    /** The unit that ends on the day, in its district; all its lines must say the same of it. */
    private Draft old(LocalDate day, List<Change> group) {
        var first = group.getFirst();
        for (var change : group) {
            if (!change.oldProvince().equals(first.oldProvince())
                    || !change.oldDistrict().equals(first.oldDistrict())
                    || !change.oldCommune().equals(first.oldCommune())) {
                mistakes.add(
                        change.line(),
                        "old_commune",
                        "agency.import.contradiction",
                        first.line().number());
            }
        }
        if (first.oldDistrict().isThere()) {
            district(day, first);
        }
        if (!first.oldCommune().isThere()) {
            return Objects.requireNonNull(districts.get(first.oldDistrict().code()));
        }
        var part = first.oldCommune();
        var old = live.remove(part.code());
        if (old == null) {
            if (!endedBefore.add(part.code())) {
                mistakes.add(first.line(), "old_commune_code", "agency.import.ended", part.code());
            }
            old = draft(Level.COMMUNE, part, first.oldProvince().code(), null, first.line(), "old_commune");
        } else if (!alike(old.name, part.name())) {
            mistakes.add(first.line(), "old_commune", "agency.import.other-name", part.code(), old.name, part.name());
        }
        old.province = first.oldProvince().code();
        old.district = first.oldDistrict().isThere() ? first.oldDistrict().code() : null;
        old.to = day;
        endedBefore.add(part.code());
        return old;
    }

    private void district(LocalDate day, Change change) {
        var part = change.oldDistrict();
        var known = districts.get(part.code());
        if (known == null) {
            known = draft(Level.DISTRICT, part, change.oldProvince().code(), null, change.line(), "old_district");
            districts.put(part.code(), known);
        } else if (day.equals(known.to)
                && (!known.name.equals(part.name())
                        || !known.province.equals(change.oldProvince().code()))) {
            mistakes.add(
                    change.line(),
                    "old_district",
                    "agency.import.contradiction",
                    known.at.line().number());
        }
        known.name = part.name();
        known.to = day;
    }

    private Draft successor(LocalDate day, Change change, Set<String> later, Set<String> given) {
        var part = change.newCommune();
        if (!today.containsKey(part.code()) && !later.contains(part.code())) {
            part = sameName(change, given);
        }
        var now = live.get(part.code());
        if (now == null) {
            now = draft(Level.COMMUNE, part, change.newProvince().code(), day, change.line(), "new_commune");
            live.put(part.code(), now);
        } else if (!now.province.equals(change.newProvince().code()) || !alike(now.name, part.name())) {
            mistakes.add(
                    change.line(),
                    "new_commune",
                    "agency.import.contradiction",
                    now.at.line().number());
        }
        return now;
    }

    /** A number that today's list does not have, where exactly one commune of this name there is nobody's successor yet. */
    private Part sameName(Change change, Set<String> given) {
        var part = change.newCommune();
        var same = files.communes().stream()
                .filter(place -> place.province().equals(change.newProvince().code()))
                .filter(place -> !given.contains(place.code()) && place.name().equals(part.name()))
                .toList();
        if (same.size() != 1) {
            mistakes.add(change.line(), "new_commune_code", "agency.import.commune", part.code());
            return part;
        }
        var taken = same.getFirst();
        doubt(change.line(), "new_commune_code", "agency.import.doubt.code", part.code(), taken.code(), taken.name());
        return new Part(taken.code(), taken.name());
    }

    private void finish() {
        for (var place : files.communes()) {
            var draft = live.remove(place.code());
            if (draft == null) {
                var part = new Part(place.code(), place.name());
                draft = draft(Level.COMMUNE, part, place.province(), place.from(), place.line(), "code");
            } else {
                compare(draft, place);
            }
            draft.to = place.to();
            if (draft.from != null && draft.to != null && !draft.from.isBefore(draft.to)) {
                mistakes.add(place.line(), "valid_to", "agency.import.ends-first", place.code());
            }
        }
        live.values()
                .forEach(left -> mistakes.add(left.at.line(), left.at.column(), "agency.import.commune", left.code));
        var keys = new HashMap<Unit.Key, Draft>();
        for (var draft : drafts) {
            if (keys.putIfAbsent(new Unit.Key(draft.level, draft.code, draft.from), draft) != null) {
                mistakes.add(draft.at.line(), draft.at.column(), "agency.import.twice", draft.code);
            }
        }
    }

    /** Today's list has the last word on names; whatever is more than another spelling is told. */
    private void compare(Draft draft, Place place) {
        if (!draft.province.equals(place.province()) || !alike(draft.name, place.name())) {
            mistakes.add(place.line(), "name", "agency.import.other-name", place.code(), draft.name, place.name());
        } else if (place.from() != null && !place.from().equals(draft.from)) {
            mistakes.add(place.line(), "valid_from", "agency.import.other-day", String.valueOf(draft.from));
        } else if (!PlaceName.of(draft.name)
                .full()
                .equals(PlaceName.of(place.name()).full())) {
            doubt(
                    draft.at.line(),
                    draft.at.column(),
                    "agency.import.doubt.name",
                    place.code(),
                    draft.name,
                    place.name());
        }
        draft.name = place.name();
    }

    private Draft draft(
            Level level, Part part, String province, @Nullable LocalDate from, CsvTable.Line line, String column) {
        var draft = new Draft(level, part, province, from, new Draft.Place(line, column));
        drafts.add(draft);
        return draft;
    }

    private void doubt(CsvTable.Line line, String column, String code, Object... args) {
        doubts.add(FileMistakes.mistake(line.table().file(), line.number(), column, code, args));
    }
}
