package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.motcua.agency.Agencies;
import vn.motcua.form.Form;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;

/** All published versions as one picture in memory; a new one replaces it whole. */
final class Catalogue {

    /** One published version of a service's folder, for all agencies that offer it. */
    record Service(
            ProcedureCode procedure, int number, int procedureVersion, ServiceDefinition definition, Form form) {}

    private record Version(ServiceId id, int number) {}

    private final Map<ProcedureCode, List<Procedure>> procedures =
            new TreeMap<>(java.util.Comparator.comparing(ProcedureCode::value));
    private final Map<ProcedureCode, List<Service>> services = new HashMap<>();
    private final Map<Version, Offering> offerings = new HashMap<>();
    private final Map<ProcedureCode, List<ServiceId>> offered = new HashMap<>();

    private Catalogue() {}

    static Catalogue of(List<Procedure> procedures, List<Service> services, Agencies agencies) {
        var catalogue = new Catalogue();
        procedures.forEach(version -> catalogue
                .procedures
                .computeIfAbsent(version.code(), code -> new ArrayList<>())
                .add(version));
        for (var service : services) {
            catalogue
                    .services
                    .computeIfAbsent(service.procedure(), code -> new ArrayList<>())
                    .add(service);
            var procedure = catalogue.procedure(service.procedure(), service.procedureVersion());
            var ids = new ArrayList<ServiceId>();
            for (var agency : service.definition().agencies(agencies)) {
                var offering = service.definition().at(agency, procedure, service.form(), service.number());
                catalogue.offerings.put(new Version(offering.id(), offering.version()), offering);
                ids.add(offering.id());
            }
            catalogue.offered.put(service.procedure(), ids);
        }
        return catalogue;
    }

    List<ProcedureCode> codes() {
        return List.copyOf(procedures.keySet());
    }

    /** All versions, the oldest effect first. */
    List<Procedure> versions(ProcedureCode code) {
        return List.copyOf(procedures.getOrDefault(code, List.of()));
    }

    Procedure procedure(ProcedureCode code, int number) {
        return procedures.getOrDefault(code, List.of()).stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The version that a day asks for: of those begun, the latest begun, unless it has ended. */
    Optional<Procedure> procedure(ProcedureCode code, LocalDate day) {
        return procedures.getOrDefault(code, List.of()).reversed().stream()
                .filter(version -> version.isInForceOn(day))
                .findFirst();
    }

    /** The procedure's version on which an offering stands. */
    Procedure procedure(Offering offering) {
        return services.getOrDefault(offering.procedure(), List.of()).stream()
                .filter(service -> service.number() == offering.version())
                .findFirst()
                .map(service -> procedure(service.procedure(), service.procedureVersion()))
                .orElseThrow();
    }

    Optional<Offering> offering(ServiceId id, LocalDate day) {
        var versions = services.get(id.procedure());
        if (versions == null) {
            return Optional.empty();
        }
        var procedure = procedure(id.procedure(), day);
        return procedure.flatMap(p -> versions.reversed().stream()
                .filter(service -> service.procedureVersion() == p.version())
                .findFirst()
                .flatMap(service -> offering(id, service.number())));
    }

    Optional<Offering> offering(ServiceId id, int version) {
        return Optional.ofNullable(offerings.get(new Version(id, version)));
    }

    /** The services of a procedure, by agency in the order of the agencies. */
    List<ServiceId> offered(ProcedureCode code) {
        return offered.getOrDefault(code, List.of());
    }
}
