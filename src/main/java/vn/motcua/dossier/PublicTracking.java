package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.journal.Journal;

/**
 * A dossier as anybody may see it who holds its code and secret: where it stands and by when, no name and no content. A
 * wrong secret and an unknown code take the same work and give the same answer.
 */
public record PublicTracking(Dossier dossier, Offering offering, String initials, java.util.List<Step> steps) {

    /** Where it is asked for. */
    @Component
    public static class Counter {

        private final Dossiers dossiers;
        private final Contents contents;
        private final Offerings offerings;
        private final Journal journal;

        Counter(Dossiers dossiers, Contents contents, Offerings offerings, Journal journal) {
            this.dossiers = dossiers;
            this.contents = contents;
            this.offerings = offerings;
            this.journal = journal;
        }

        /** Refuses with one and the same {@code Problem} whatever does not fit. */
        public PublicTracking of(String code, String secret) {
            var found = parse(code).flatMap(dossiers::find);
            var known = found.map(dossier -> contents.secret(dossier.code())).orElse("NOTHING IS HERE");
            var given = secret.strip().toUpperCase(Locale.ROOT);
            boolean fits = MessageDigest.isEqual(
                    known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
            if (!fits || found.isEmpty()) {
                throw Refusals.noSuchDossier();
            }
            var dossier = found.get();
            return new PublicTracking(
                    dossier,
                    offerings.version(dossier.service(), dossier.serviceVersion()),
                    contents.applicant(dossier.code()).initials(),
                    Step.of(journal.history(dossier.code().stream())));
        }

        private static Optional<DossierCode> parse(String code) {
            try {
                return Optional.of(new DossierCode(code.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
