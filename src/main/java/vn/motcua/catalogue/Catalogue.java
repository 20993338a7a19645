package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.agency.Agencies;
import vn.motcua.form.Form;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;

/** All published versions as one picture in memory, a line each; a new one replaces it whole. */
final class Catalogue {

    /** One published version of a service's folder, for all agencies that offer it. */
    record Service(Procedure procedure, int number, ServiceDefinition definition, Form form) {}

    private record Version(ServiceId id, int number) {}

    private final Map<ProcedureCode, List<ProcedureLine>> procedures = new HashMap<>();
    private final List<ProcedureCode> codes = new ArrayList<>();
    private final Map<ProcedureCode, List<Service>> services = new HashMap<>();
    private final Map<Version, Offering> offerings = new HashMap<>();
    private final Map<ProcedureCode, List<ServiceId>> offered = new HashMap<>();

    private final long edition;

    private Catalogue(long edition) {
        this.edition = edition;
    }

    /**
     * @param edition the number that was read before the rows: whatever came since has a higher one
     * @param lines sorted by the day from which they are in force, per procedure
     */
    static Catalogue of(long edition, List<ProcedureLine> lines, List<Service> services, Agencies agencies) {
        var catalogue = new Catalogue(edition);
        lines.forEach(line -> catalogue
                .procedures
                .computeIfAbsent(line.code(), code -> new ArrayList<>())
                .add(line));
        catalogue.procedures.replaceAll((code, versions) -> ended(versions));
        catalogue.codes.addAll(catalogue.procedures.keySet());
        catalogue.codes.sort(Comparator.comparing(ProcedureCode::value));
        for (var service : services) {
            var code = service.procedure().code();
            catalogue.services.computeIfAbsent(code, any -> new ArrayList<>()).add(service);
            var ids = new ArrayList<ServiceId>();
            for (var agency : service.definition().agencies(agencies)) {
                var offering = service.definition().at(agency, service.procedure(), service.form(), service.number());
                catalogue.offerings.put(new Version(offering.id(), offering.version()), offering);
                ids.add(offering.id());
            }
            catalogue.offered.put(code, ids);
        }
        return catalogue;
    }

    /** Each version ends where the next one of its procedure begins. */
    private static List<ProcedureLine> ended(List<ProcedureLine> sorted) {
        var ended = new ArrayList<ProcedureLine>(sorted);
        for (int i = 0; i + 1 < sorted.size(); i++) {
            var next = sorted.get(i + 1).effectiveFrom();
            var own = sorted.get(i).effectiveTo();
            if (own == null || next.isBefore(own)) {
                ended.set(i, sorted.get(i).until(next));
            }
        }
        return List.copyOf(ended);
    }

    /** Every procedure that was ever published, by code. */
    List<ProcedureCode> codes() {
        return Collections.unmodifiableList(codes);
    }

    long edition() {
        return edition;
    }

    /** All versions, the oldest effect first. */
    List<ProcedureLine> versions(ProcedureCode code) {
        return procedures.getOrDefault(code, List.of());
    }

    /** The version that a day asks for: of those begun, the latest begun, unless it has ended. */
    Optional<ProcedureLine> line(ProcedureCode code, LocalDate day) {
        var versions = versions(code);
        for (int i = versions.size() - 1; i >= 0; i--) { // asked for by every page
            if (versions.get(i).isInForceOn(day)) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /** The procedure's version on which an offering stands. */
    Procedure procedure(Offering offering) {
        return services.getOrDefault(offering.procedure(), List.of()).stream()
                .filter(service -> service.number() == offering.version())
                .findFirst()
                .map(Service::procedure)
                .orElseThrow();
    }

    Optional<Offering> offering(ServiceId id, LocalDate day) {
        var versions = services.get(id.procedure());
        if (versions == null) {
            return Optional.empty();
        }
        return line(id.procedure(), day).flatMap(line -> versions.reversed().stream()
                .filter(service -> service.procedure().version() == line.version())
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
