package vn.motcua.dossier.web;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.DossierEvent.Decision;
import vn.motcua.dossier.Processing;
import vn.motcua.identity.Official;
import vn.motcua.shared.Problem;

/** The acts of the desk by the names that they have in addresses. */
@Component
class Acts {

    /**
     * What the page sends with an act.
     *
     * @param seen when the dossier that the official looked at was last changed; who changed it since was faster
     */
    record Given(
            @Nullable String seen,
            @Nullable String to,
            @Nullable String note,
            @Nullable String decision,
            @Nullable String way,
            @Nullable String tracking) {

        Instant since() {
            try {
                return seen == null ? Instant.EPOCH : Instant.parse(seen);
            } catch (java.time.format.DateTimeParseException e) {
                return Instant.EPOCH;
            }
        }

        String words() {
            return note == null ? "" : note;
        }
    }

    private final Processing processing;

    Acts(Processing processing) {
        this.processing = processing;
    }

    Function<Instant, Dossier> named(String act, Official official, DossierCode code, Given given) {
        var note = WorkDossiersApi.note(given.note());
        var to = given.to() == null ? "" : given.to();
        return switch (act) {
            case "claim" -> since -> processing.claim(official, code, since);
            case "acceptance" -> since -> processing.accept(official, code, since);
            case "assignment" -> since -> processing.assign(official, code, since, to, note);
            case "forwarding" -> since -> processing.forward(official, code, since, to, note);
            case "return" -> since -> processing.giveBack(official, code, since, note);
            case "approval" -> {
                var decision = "REFUSE".equals(given.decision()) ? Decision.REFUSE : Decision.GRANT;
                yield since -> processing.approve(official, code, since, decision, note);
            }
            case "delivery" -> {
                var way = way(given.way());
                yield since -> processing.deliver(official, code, since, way, given.tracking());
            }
            default -> throw Problem.notFound("dossier.not-found");
        };
    }

    private static Way way(@Nullable String name) {
        for (var way : Way.values()) {
            if (way.name().equals(name)) {
                return way;
            }
        }
        throw Problem.invalid("way", "dossier.delivery.choose");
    }
}
