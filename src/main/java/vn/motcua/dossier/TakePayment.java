package vn.motcua.dossier;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.dossier.DossierEvent.Closed;
import vn.motcua.dossier.DossierEvent.FeePaid;
import vn.motcua.dossier.Dossiers.Told;
import vn.motcua.journal.JournalReader;
import vn.motcua.journal.Recorded;
import vn.motcua.shared.PersonId;
import vn.motcua.time.WorkingTime;

/**
 * Moves a dossier on when its fee came in, and closes it (state 8) when the time to pay ran out. Money that comes for a
 * dossier that has ended meanwhile stays with the payment room, which gives it back.
 */
@Component
class TakePayment implements JournalReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final Dossiers dossiers;
    private final WorkingTime workingTime;

    TakePayment(Dossiers dossiers, WorkingTime workingTime) {
        this.dossiers = dossiers;
        this.workingTime = workingTime;
    }

    @Override
    public String name() {
        return "dossier.take-payment";
    }

    @Override
    public Set<String> types() {
        return Set.of("payment.Paid", "payment.Expired");
    }

    @Override
    public void on(Recorded event) {
        var data = JSON.readTree(event.data());
        var payable = data.path("payable").asString("");
        if (!payable.startsWith("dossier/")) {
            return;
        }
        var code = DossierCode.ofStream(payable);
        var obligation = UUID.fromString(event.stream().substring("obligation/".length()));
        var current = dossiers.find(code).orElse(null);
        if (current == null || current.finance() != Dossier.Finance.DUE || !obligation.equals(current.obligation())) {
            return; // it ended meanwhile
        }
        dossiers.move(
                code,
                PersonId.SYSTEM,
                Dossiers.NO_RACE,
                dossier -> Told.of(
                        switch (event.type()) {
                            case "payment.Paid" ->
                                paid(dossier, obligation, data.path("amountVnd").asLong(), event);
                            default -> new Closed("UNPAID");
                        }));
    }

    private FeePaid paid(Dossier dossier, UUID obligation, long amountVnd, Recorded event) {
        var acknowledgeBy = dossier.status() == Status.NEWLY_REGISTERED
                ? workingTime
                        .due(event.at(), DossierSettings.ACKNOWLEDGEMENT)
                        .due()
                        .toInstant()
                : null;
        return new FeePaid(obligation, amountVnd, acknowledgeBy);
    }
}
