package vn.motcua.agency;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.time.WorkingTime;

/**
 * The country in parts: provinces, which we ship, and the communes and old units that {@code bin/motcua import territory}
 * brings. Kept in memory; an import by another process is seen within a second. Days are those of Vietnam.
 */
@Repository
public class Territory {

    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final JdbcClient sql;
    private final InstantSource clock;
    private volatile @Nullable Gazetteer kept;
    private final AtomicLong lookedAt = new AtomicLong();

    public Territory(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether communes are known at all; provinces always are. */
    public boolean hasCommunes() {
        return gazetteer().hasCommunes();
    }

    /** The provinces of today, sorted as Vietnamese people sort. */
    public List<Unit> provinces() {
        var today = today();
        return gazetteer()
                .level(Unit.Level.PROVINCE)
                .filter(unit -> unit.existsOn(today))
                .toList();
    }

    /** The province of today with this number. */
    public Optional<Unit> province(String code) {
        return find(code, today()).filter(unit -> unit.level() == Unit.Level.PROVINCE);
    }

    /** The communes of a province today, sorted likewise; none before they are imported. */
    public List<Unit> communes(String province) {
        var today = today();
        return province(province)
                .map(unit -> gazetteer()
                        .within(unit, Unit.Level.COMMUNE, today)
                        .filter(commune -> commune.existsOn(today))
                        .toList())
                .orElse(List.of());
    }

    /** The unit that had this number (2, 3 or 5 digits) on the day. */
    public Optional<Unit> find(String code, LocalDate day) {
        return gazetteer().byCode(code).stream()
                .filter(unit -> unit.existsOn(day))
                .findFirst();
    }

    /** Where the units that had this number and ended went, one change on; several where one was divided. */
    public List<Unit> successors(String code) {
        var gazetteer = gazetteer();
        return gazetteer.byCode(code).stream()
                .flatMap(unit -> gazetteer.successors(unit).stream())
                .distinct()
                .toList();
    }

    /** What a unit was before all changes that are known; only itself where there were none. */
    public List<Unit> origins(Unit unit) {
        var gazetteer = gazetteer();
        var found = new LinkedHashSet<Unit>();
        var open = new ArrayDeque<>(List.of(unit));
        while (!open.isEmpty()) {
            var one = open.removeFirst();
            var before = gazetteer.predecessors(one);
            if (before.isEmpty()) {
                found.add(one);
            } else {
                open.addAll(before);
            }
        }
        return List.copyOf(found);
    }

    /** Its name and those of the district and province around it, as they were: "Xã Hải Lạng, Huyện Tiên Yên, Tỉnh Quảng Ninh". */
    public String address(Unit unit) {
        var gazetteer = gazetteer();
        var names = new ArrayList<String>();
        for (Unit at = unit; at != null && names.size() < 3; at = gazetteer.parent(at, today())) {
            names.add(at.name());
        }
        return String.join(", ", names);
    }

    /** Where an old address lies today. */
    public Resolution resolve(OldAddress address) {
        return new ResolveAddress(gazetteer(), today(), address).answer();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
    }

    /** One request a second looks whether there was an import; the others go on with what is known. */
    private Gazetteer gazetteer() {
        var gazetteer = kept;
        long last = lookedAt.get();
        long now = System.nanoTime();
        if (gazetteer != null && (now - last < LOOK_AGAIN_NANOS || !lookedAt.compareAndSet(last, now))) {
            return gazetteer;
        }
        return gazetteer == null || gazetteer.edition() != TerritoryRows.edition(sql) ? read() : gazetteer;
    }

    private synchronized Gazetteer read() {
        var gazetteer = kept;
        int edition = TerritoryRows.edition(sql);
        if (gazetteer == null || gazetteer.edition() != edition) {
            var rows = TerritoryRows.read(sql);
            gazetteer = new Gazetteer(edition, List.copyOf(rows.units().values()), rows.ways());
            kept = gazetteer;
            lookedAt.set(System.nanoTime());
        }
        return gazetteer;
    }
}
