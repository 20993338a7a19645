package vn.motcua.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.form.Form;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ServiceId;
import vn.motcua.shared.Text;

/**
 * How a procedure is served online: the part {@code service} of {@code service.yaml}. One definition stands for all
 * agencies that offer it; in the names of their bodies {@code {place}} becomes the agency's territory.
 *
 * @param offeredBy {@code PROVINCES}, or {@code AGENCIES} with their codes
 */
record ServiceDefinition(
        OfferedBy offeredBy,
        @Nullable List<AgencyCode> agencies,
        Text agencyName,
        Text acceptanceUnit,
        int level,
        Offering.Digital digital,
        Offering.Hosting hosting,
        int assurance,
        boolean presence,
        List<Offering.Way> deliveries) {

    enum OfferedBy {
        PROVINCES,
        AGENCIES
    }

    ServiceDefinition {
        deliveries = List.copyOf(deliveries);
    }

    List<Agency> agencies(Agencies all) {
        return switch (offeredBy) {
            case PROVINCES -> all.provinces();
            case AGENCIES ->
                agencies == null
                        ? List.of()
                        : agencies.stream()
                                .flatMap(code -> all.find(code).stream())
                                .toList();
        };
    }

    /** The service at one agency: light, since cases and form are shared by all. */
    Offering at(Agency agency, Procedure procedure, Form form, int version) {
        var result = procedure.results().getFirst();
        return new Offering(
                new ServiceId(procedure.code(), agency.code()),
                version,
                procedure.name(),
                named(agencyName, agency),
                named(acceptanceUnit, agency),
                level,
                digital,
                hosting,
                assurance,
                presence,
                procedure.cases(),
                form,
                deliveries,
                result.name(),
                result.code() == null ? "" : result.code());
    }

    private static Text named(Text pattern, Agency agency) {
        return new Text(
                pattern.vi().replace("{place}", agency.place().vi()),
                pattern.en().replace("{place}", agency.place().en()));
    }
}
