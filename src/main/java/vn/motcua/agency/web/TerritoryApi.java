package vn.motcua.agency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.agency.OldAddress;
import vn.motcua.agency.Resolution.Divided;
import vn.motcua.agency.Resolution.Found;
import vn.motcua.agency.Resolution.NotImported;
import vn.motcua.agency.Resolution.Several;
import vn.motcua.agency.Resolution.Unknown;
import vn.motcua.agency.Territory;
import vn.motcua.agency.Unit;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/** The territory for programs; open to everybody. */
@RestController
@RequestMapping("/api/v1/territory")
class TerritoryApi {

    private static final int MAX_UNKNOWN = 10;

    private final Territory territory;

    TerritoryApi(Territory territory) {
        this.territory = territory;
    }

    /** @param address its name with those of the units around it, as they were; {@code validTo} is null while it exists */
    record UnitJson(
            String code,
            Unit.Level level,
            String name,
            String address,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Items(List<UnitJson> items, @Nullable String next) {}

    /** @param imported whether this portal knows communes at all */
    record Communes(
            boolean imported,
            List<UnitJson> items,
            @Nullable String next) {}

    enum Status {
        FOUND,
        DIVIDED,
        SEVERAL,
        UNKNOWN,
        NOT_IMPORTED
    }

    /**
     * @param old what was meant; {@code now} where it lies today, several where it was divided
     * @param part which word nothing is called by, with names near it
     */
    record Answer(Status status, List<UnitJson> old, List<UnitJson> now, Unit.@Nullable Level part, List<String> near) {

        Answer(Status status, List<UnitJson> old, List<UnitJson> now) {
            this(status, old, now, null, List.of());
        }
    }

    @GetMapping("/provinces")
    Items provinces(HttpServletRequest request) {
        check(request, Set.of());
        return new Items(json(territory.provinces()), null);
    }

    @GetMapping("/provinces/{code}/communes")
    Communes communes(@PathVariable String code, HttpServletRequest request) {
        check(request, Set.of());
        if (territory.province(code).isEmpty()) {
            throw Problem.notFound("agency.province.unknown");
        }
        return new Communes(territory.hasCommunes(), json(territory.communes(code)), null);
    }

    @GetMapping("/resolve")
    Answer resolve(
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "") String district,
            @RequestParam(defaultValue = "") String commune,
            HttpServletRequest request) {
        check(request, Set.of("province", "district", "commune"));
        return switch (territory.resolve(new OldAddress(province, district, commune))) {
            case Found found -> new Answer(Status.FOUND, json(List.of(found.old())), json(List.of(found.now())));
            case Divided divided -> new Answer(Status.DIVIDED, json(List.of(divided.old())), json(divided.parts()));
            case Several several -> new Answer(Status.SEVERAL, json(several.olds()), List.of());
            case Unknown unknown -> new Answer(Status.UNKNOWN, List.of(), List.of(), unknown.part(), unknown.near());
            case NotImported none -> new Answer(Status.NOT_IMPORTED, List.of(), json(none.provinces()));
        };
    }

    private List<UnitJson> json(List<Unit> units) {
        return units.stream()
                .map(unit -> new UnitJson(
                        unit.code(),
                        unit.level(),
                        unit.name(),
                        territory.address(unit),
                        unit.validFrom(),
                        unit.validTo()))
                .toList();
    }

    /** A parameter that we do not know is a mistake, not a wish that nobody hears. */
    private static void check(HttpServletRequest request, Set<String> known) {
        var mistakes = new ArrayList<Mistake>();
        for (var name : new TreeSet<>(request.getParameterMap().keySet())) {
            if (!known.contains(name) && mistakes.size() < MAX_UNKNOWN) {
                var shown = name.length() <= 40 ? name : name.substring(0, 40) + "…";
                mistakes.add(Mistake.of(shown, "agency.parameter.unknown", shown));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
    }
}
