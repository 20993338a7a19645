package vn.motcua.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import vn.motcua.agency.Resolution.Divided;
import vn.motcua.agency.Resolution.Found;
import vn.motcua.agency.Resolution.NotImported;
import vn.motcua.agency.Resolution.Several;
import vn.motcua.agency.Resolution.Unknown;
import vn.motcua.agency.Unit.Level;

/** Finds what became of one old address: first by the old provinces of that name, then by all that are in today's of it. */
final class ResolveAddress {

    private static final int MOST_NEAR = 5;

    /** So many communes of a district are offered where none was named. */
    private static final int MOST_COMMUNES = 60;

    private final Gazetteer gazetteer;
    private final LocalDate today;
    private final OldAddress asked;

    ResolveAddress(Gazetteer gazetteer, LocalDate today, OldAddress asked) {
        this.gazetteer = gazetteer;
        this.today = today;
        this.asked = asked;
    }

    Resolution answer() {
        var all = gazetteer.level(Level.PROVINCE).toList();
        var named = asked.province().isEmpty() ? all : gazetteer.meant(PlaceName.province(asked.province()), all);
        if (!gazetteer.hasCommunes()) {
            return new NotImported(asked.province().isEmpty() ? List.of() : todays(named));
        }
        if (named.isEmpty()) {
            return new Unknown(Level.PROVINCE, gazetteer.near(asked.province(), all, MOST_NEAR));
        }
        var before = named.stream().filter(this::hadDistricts).toList();
        var nearest = before.isEmpty() ? named : before;
        var first = in(nearest);
        if (!(first instanceof Unknown unknown)) {
            return first;
        }
        var related = withPredecessors(todays(named));
        var second = in(related);
        if (!(second instanceof Unknown wider)) {
            return second;
        }
        var told = wider.near().size() > unknown.near().size() ? wider : unknown;
        return told.near().isEmpty() ? elsewhere(related, told) : told;
    }

    /**
     * Nothing is called nearly so. Districts were divided before too, so communes of this name in others are offered; else, or
     * where the name is a number that others have as well, all of the district.
     */
    private Resolution elsewhere(List<Unit> provinces, Unknown told) {
        if (asked.district().isEmpty()) {
            return told;
        }
        var named = PlaceName.of(asked.commune()).isNumber()
                ? List.<Unit>of()
                : gazetteer.meant(asked.commune(), all(provinces, Level.COMMUNE)).stream()
                        .filter(commune -> commune.district() != null)
                        .limit(MOST_COMMUNES)
                        .toList();
        if (!named.isEmpty()) {
            return new Several(named);
        }
        return told.part() == Level.COMMUNE
                ? offer(of(gazetteer.meant(asked.district(), all(provinces, Level.DISTRICT)), provinces))
                : told;
    }

    private List<Unit> todays(List<Unit> units) {
        var found = new LinkedHashSet<Unit>();
        units.forEach(unit -> found.addAll(gazetteer.today(unit, today)));
        return List.copyOf(found);
    }

    private boolean hadDistricts(Unit province) {
        return gazetteer.within(province, Level.DISTRICT, today).findAny().isPresent();
    }

    private List<Unit> withPredecessors(List<Unit> provinces) {
        var wider = new LinkedHashSet<>(provinces);
        var open = List.copyOf(provinces);
        while (!open.isEmpty()) {
            open = open.stream()
                    .flatMap(unit -> gazetteer.predecessors(unit).stream())
                    .filter(wider::add)
                    .toList();
        }
        return List.copyOf(wider);
    }

    private Resolution in(List<Unit> provinces) {
        if (asked.district().isEmpty()) {
            return of(all(provinces, Level.COMMUNE));
        }
        var districts = all(provinces, Level.DISTRICT);
        var named = gazetteer.meant(asked.district(), districts);
        if (named.isEmpty()) {
            return new Unknown(Level.DISTRICT, gazetteer.near(asked.district(), districts, MOST_NEAR));
        }
        var communes = of(named, provinces);
        if (communes.isEmpty() || asked.commune().isEmpty() && named.stream().allMatch(this::wentAsAWhole)) {
            return went(named); // an island district that had no communes
        }
        if (asked.commune().isEmpty()) {
            return offer(communes);
        }
        return of(communes);
    }

    private List<Unit> of(List<Unit> districts, List<Unit> provinces) {
        return all(provinces, Level.COMMUNE).stream()
                .filter(commune ->
                        districts.stream().anyMatch(district -> district.code().equals(commune.district())))
                .toList();
    }

    private static Unknown offer(List<Unit> communes) {
        return new Unknown(
                Level.COMMUNE,
                communes.stream()
                        .map(Unit::name)
                        .distinct()
                        .limit(MOST_COMMUNES)
                        .toList());
    }

    private boolean wentAsAWhole(Unit district) {
        return !gazetteer.successors(district).isEmpty();
    }

    private Resolution of(List<Unit> communes) {
        var named = gazetteer.meant(asked.commune(), communes);
        return named.isEmpty()
                ? new Unknown(Level.COMMUNE, gazetteer.near(asked.commune(), communes, MOST_NEAR))
                : went(named);
    }

    /** Units that went the same way are one answer. */
    private Resolution went(List<Unit> olds) {
        var ways = new LinkedHashSet<List<Unit>>();
        var told = new ArrayList<Unit>();
        for (var old : olds) {
            if (ways.add(List.copyOf(gazetteer.today(old, today)))) {
                told.add(old);
            }
        }
        var now = ways.getFirst();
        if (told.size() > 1) {
            return new Several(told);
        }
        if (now.isEmpty()) {
            return new Unknown(told.getFirst().level(), List.of());
        }
        return now.size() == 1 ? new Found(told.getFirst(), now.getFirst()) : new Divided(told.getFirst(), now);
    }

    private List<Unit> all(List<Unit> provinces, Level level) {
        return provinces.stream()
                .flatMap(province -> gazetteer.within(province, level, today))
                .distinct()
                .toList();
    }
}
