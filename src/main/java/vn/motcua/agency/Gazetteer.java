package vn.motcua.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All units and ways of one edition, with what they are found by. About 14,000 units, some ten megabytes. */
final class Gazetteer {

    /** A place can be followed through so many changes; more would be a circle. */
    private static final int MAX_CHANGES = 50;

    /** From the strictest way to compare to the most forgiving; the first that finds something decides. */
    private static final List<BiPredicate<PlaceName, PlaceName>> ALIKE = List.of(
            (typed, name) -> typed.full().equals(name.full()),
            (typed, name) -> typed.full().equals(name.bare()),
            (typed, name) -> typed.foldedFull().equals(name.foldedFull()),
            (typed, name) -> typed.foldedFull().equals(name.foldedBare()),
            (typed, name) -> typed.bare().equals(name.bare()),
            (typed, name) -> typed.foldedBare().equals(name.foldedBare()));

    private final int edition;
    private final Map<Unit.Level, List<Unit>> byLevel = new EnumMap<>(Unit.Level.class);
    private final Map<String, List<Unit>> byCode = new HashMap<>();
    private final Map<String, List<Unit>> within = new HashMap<>();
    private final Map<Unit.Key, PlaceName> names = new HashMap<>();
    private final Map<Unit.Key, List<Unit>> successors = new HashMap<>();
    private final Map<Unit.Key, List<Unit>> predecessors = new HashMap<>();

    /** The units come sorted as they are to be shown. */
    Gazetteer(int edition, List<Unit> units, List<Way> ways) {
        this.edition = edition;
        var byKey = new HashMap<Unit.Key, Unit>();
        for (var unit : units) {
            byKey.put(unit.key(), unit);
            names.put(unit.key(), PlaceName.of(unit.name()));
        }
        for (var unit : units) {
            byLevel.computeIfAbsent(unit.level(), _ -> new ArrayList<>()).add(unit);
            byCode.computeIfAbsent(unit.code(), _ -> new ArrayList<>()).add(unit);
            if (unit.province() != null) {
                within.computeIfAbsent(unit.province(), _ -> new ArrayList<>()).add(unit);
            }
        }
        for (var way : ways) {
            var unit = byKey.get(way.unit());
            var successor = byKey.get(way.successor());
            if (unit != null && successor != null) {
                successors.computeIfAbsent(unit.key(), _ -> new ArrayList<>()).add(successor);
                predecessors
                        .computeIfAbsent(successor.key(), _ -> new ArrayList<>())
                        .add(unit);
            }
        }
    }

    int edition() {
        return edition;
    }

    Stream<Unit> level(Unit.Level level) {
        return byLevel.getOrDefault(level, List.of()).stream();
    }

    boolean hasCommunes() {
        return byLevel.containsKey(Unit.Level.COMMUNE);
    }

    List<Unit> byCode(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    /** Districts or communes that lay in the province while it was this one. */
    Stream<Unit> within(Unit province, Unit.Level level, LocalDate today) {
        return within.getOrDefault(province.code(), List.of()).stream()
                .filter(unit -> unit.level() == level && province.existsOn(unit.lastDay(today)));
    }

    /** Its district, or else its province, as they were while it was there. */
    @Nullable
    Unit parent(Unit unit, LocalDate today) {
        var code = unit.district() != null ? unit.district() : unit.province();
        return code == null
                ? null
                : byCode(code).stream()
                        .filter(parent -> parent.existsOn(unit.lastDay(today)))
                        .findFirst()
                        .orElse(null);
    }

    List<Unit> successors(Unit unit) {
        return successors.getOrDefault(unit.key(), List.of());
    }

    List<Unit> predecessors(Unit unit) {
        return predecessors.getOrDefault(unit.key(), List.of());
    }

    /** The units of today that it is, or that it went into, through all changes since. */
    SequencedSet<Unit> today(Unit unit, LocalDate today) {
        var found = new LinkedHashSet<Unit>();
        var open = new LinkedHashSet<>(List.of(unit));
        for (int change = 0; change < MAX_CHANGES && !open.isEmpty(); change++) {
            var next = new LinkedHashSet<Unit>();
            for (var one : open) {
                if (one.validTo() == null || today.isBefore(one.validTo())) {
                    found.add(one);
                } else {
                    next.addAll(successors(one));
                }
            }
            open = next;
        }
        return found;
    }

    /** Those of the units that are meant by a number or a name; a number that is used again means the unit that ended. */
    List<Unit> meant(String typed, List<Unit> among) {
        var code = typed.strip();
        var numbered = among.stream()
                .filter(unit -> unit.level().fits(code) && unit.code().equals(code))
                .toList();
        if (!numbered.isEmpty()) {
            var ended = numbered.stream().filter(unit -> unit.validTo() != null).toList();
            return ended.isEmpty() ? numbered : ended;
        }
        var name = PlaceName.of(typed);
        for (var alike : ALIKE) {
            var found =
                    among.stream().filter(unit -> alike.test(name, name(unit))).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Names that are nearly what was typed, the nearest first, at most so many. */
    List<String> near(String typed, List<Unit> among, int most) {
        var name = PlaceName.of(typed);
        if (name.isNumber()) {
            return List.of(); // Phường 6 is not nearly Phường 5
        }
        var bare = name.foldedBare();
        int far = Math.clamp(bare.length() / 3, 1, 3);
        record Near(String name, int distance) {}
        return among.stream()
                .map(unit -> new Near(
                        unit.name(), PlaceName.distance(bare, name(unit).foldedBare(), far)))
                .filter(near -> near.distance() <= far)
                .sorted(Comparator.comparingInt(Near::distance))
                .map(Near::name)
                .distinct()
                .limit(most)
                .toList();
    }

    private PlaceName name(Unit unit) {
        return java.util.Objects.requireNonNull(names.get(unit.key()));
    }
}
