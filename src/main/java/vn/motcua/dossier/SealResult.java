package vn.motcua.dossier;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.DossierEvent.ResultSealed;
import vn.motcua.dossier.Dossiers.Told;
import vn.motcua.journal.JournalReader;
import vn.motcua.journal.Recorded;
import vn.motcua.shared.PersonId;

/** Makes the result of a decided dossier a sealed paper (PAdES), within seconds of the decision. */
@Component
class SealResult implements JournalReader {

    private final Dossiers dossiers;
    private final Documents documents;

    SealResult(Dossiers dossiers, Documents documents) {
        this.dossiers = dossiers;
        this.documents = documents;
    }

    @Override
    public String name() {
        return "dossier.seal-result";
    }

    @Override
    public Set<String> types() {
        return Set.of("dossier.Approved");
    }

    @Override
    public void on(Recorded event) {
        var code = DossierCode.ofStream(event.stream());
        var decided = dossiers.find(code).orElseThrow();
        if (decided.result() != null) {
            return;
        }
        var kept = documents.make(decided, Documents.Kind.RESULT);
        dossiers.move(
                code,
                PersonId.SYSTEM,
                Dossiers.NO_RACE,
                dossier -> Told.of(new ResultSealed(kept.file().value(), kept.sha256())));
    }
}
