package vn.motcua.catalogue.editing;

import java.time.LocalDate;
import java.util.List;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Procedure;
import vn.motcua.identity.Official;
import vn.motcua.shared.Problem;

/**
 * Whose procedure it is: a ministry writes its national procedures, a province those that the law leaves to it, and its own
 * values beside national ones. What belonged to an agency that has ended goes over to whoever covers both.
 */
final class Authority {

    private Authority() {}

    static void demand(
            Official official,
            Decision decision,
            Procedure latest,
            Item.Kind kind,
            Agencies agencies,
            LocalDate today) {
        switch (kind) {
            case NEW -> {}
            case CHANGE, RETIRE -> {
                var owner = latest.promulgatingAgency();
                boolean ended = agencies.find(owner)
                        .filter(agency -> !agency.existsOn(today))
                        .isPresent();
                if (!owner.equals(decision.agency()) && !(ended && official.covers(owner))) {
                    throw Problem.invalid(
                            "procedure",
                            "catalogue.editing.items.authority",
                            latest.code(),
                            latest.promulgatingAgencyName(),
                            decision.agency());
                }
                if (decision.isProvinces() && latest.kind() != Procedure.Kind.LOCAL_REGULATION) {
                    throw Problem.invalid("procedure", "catalogue.editing.items.local", latest.code());
                }
            }
            case PROVINCE_VALUE -> {
                if (latest.levels().equals(List.of(Procedure.Level.MINISTRY))) {
                    throw Problem.invalid("procedure", "catalogue.editing.items.ministry", latest.code());
                }
            }
        }
    }
}
