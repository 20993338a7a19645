package vn.motcua.catalogue;

import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.agency.Agency;
import vn.motcua.shared.AgencyCode;

/** Whether the agencies that a folder names exist, and may do what it says of them. */
final class AuthorityCheck {

    private final FolderContent content;
    private final Function<AgencyCode, Optional<Agency>> agencies;
    private final Remarks remarks;

    AuthorityCheck(FolderContent content, Function<AgencyCode, Optional<Agency>> agencies, Remarks remarks) {
        this.content = content;
        this.agencies = agencies;
        this.remarks = remarks;
    }

    void check() {
        var procedure = content.procedure();
        exists("procedure/promulgatingAgency", procedure.promulgatingAgency());
        var decision = procedure.decision();
        if (decision != null && !isUnder(decision.agency(), procedure.promulgatingAgency())) {
            remarks.mistake(
                    "service.yaml",
                    "procedure/decision/agency",
                    "%s decided what %s promulgates; name the agency that did both",
                    decision.agency(),
                    procedure.promulgatingAgency());
        }
        related();
        var definition = content.definition();
        if (definition == null) {
            return;
        }
        var named = definition.agencies();
        switch (definition.offeredBy()) {
            case PROVINCES -> {
                if (named != null) {
                    remarks.mistake(
                            "service.yaml",
                            "service/agencies",
                            "all provinces offer it; leave agencies away, or write AGENCIES");
                }
                if (isProvince(procedure.promulgatingAgency())) {
                    outside("service/offeredBy", "every province", "write AGENCIES with the codes below it");
                }
            }
            case AGENCIES -> {
                if (named == null || named.isEmpty()) {
                    remarks.mistake("service.yaml", "service/agencies", "nobody offers it; name the agencies by code");
                } else {
                    for (int i = 0; i < named.size(); i++) {
                        offers("service/agencies/" + i, named.get(i));
                    }
                }
            }
        }
    }

    private void offers(String field, AgencyCode agency) {
        var procedure = content.procedure();
        if (!exists(field, agency)) {
            return;
        }
        if (isProvince(procedure.promulgatingAgency()) && !isUnder(agency, procedure.promulgatingAgency())) {
            outside(field, agency.value(), "name agencies of that province");
        } else if (!isProvince(agency) && !isUnder(agency, procedure.promulgatingAgency())) {
            outside(field, agency.value(), "name that ministry, or agencies below it");
        } else if (!isProvince(agency) && !procedure.levels().contains(Procedure.Level.MINISTRY)) {
            remarks.mistake(
                    "service.yaml",
                    field,
                    "%s is a ministry, but the procedure is not done at that level (levels: %s); name the agencies that do it",
                    agency,
                    procedure.levels());
        }
    }

    private void outside(String field, String who, String mend) {
        remarks.mistake(
                "service.yaml",
                field,
                "%s would be outside its authority: the procedure is promulgated by %s alone; %s",
                who,
                content.procedure().promulgatingAgency(),
                mend);
    }

    private boolean exists(String field, AgencyCode code) {
        var agency = agencies.apply(code);
        if (agency.isEmpty()) {
            remarks.mistake(
                    "service.yaml", field, "there is no agency %s; look the code up in the list of agencies", code);
            return false;
        }
        var from = content.procedure().effectiveFrom();
        var ended = agency.get().validTo();
        if (ended != null && !ended.isAfter(from)) {
            remarks.mistake(
                    "service.yaml",
                    field,
                    "%s ended on %s, before the procedure is in force (%s); name its successor",
                    code,
                    ended,
                    from);
            return false;
        }
        return true;
    }

    /** Procedures may name each other; only one that names itself or another twice leads nowhere. */
    private void related() {
        var seen = new HashSet<>();
        var related = content.procedure().related();
        for (int i = 0; i < related.size(); i++) {
            if (related.get(i).equals(content.procedure().code())) {
                remarks.mistake("service.yaml", "procedure/related/" + i, "it is related to itself; remove that");
            } else if (!seen.add(related.get(i))) {
                remarks.mistake(
                        "service.yaml", "procedure/related/" + i, "%s stands here twice; remove one", related.get(i));
            }
        }
    }

    private static boolean isProvince(AgencyCode code) {
        return code.value().startsWith("H");
    }

    private static boolean isUnder(AgencyCode code, AgencyCode above) {
        return code.equals(above) || code.value().startsWith(above.value() + ".");
    }
}
