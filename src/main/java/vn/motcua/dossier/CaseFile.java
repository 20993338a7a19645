package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.files.FileId;
import vn.motcua.files.Files;
import vn.motcua.files.StoredFile;
import vn.motcua.identity.Official;
import vn.motcua.identity.People;
import vn.motcua.journal.Journal;
import vn.motcua.notification.Notices;
import vn.motcua.payment.Obligation;
import vn.motcua.payment.Obligations;
import vn.motcua.payment.PayableRef;

/**
 * A whole dossier as one reads it: where it stands, what was handed in, its way so far, what is owed and what was said.
 *
 * @param papers each with the file it holds, if any
 */
public record CaseFile(
        Dossier dossier,
        Offering offering,
        Applicant applicant,
        Map<String, Object> answers,
        List<Paper> papers,
        @Nullable String deliveryAddress,
        List<Step> steps,
        List<Obligation> obligations,
        List<Notices.Message> messages) {

    /** The applicant's facts at submission, as papers print them. */
    public record Applicant(
            String fullName,
            String identityNumber,
            java.time.LocalDate birthDate,
            String phone,
            String email,
            String address) {}

    /** A paper that was handed in; {@code file} is none where the form or the account itself holds it. */
    public record Paper(
            Offering.Component component, @Nullable StoredFile file) {}

    /** Where whole dossiers are put together. Not for lists: it asks many rooms. */
    @Repository
    public static class Shelf {

        private final Contents contents;
        private final Offerings offerings;
        private final Files files;
        private final Surroundings surroundings;

        Shelf(Contents contents, Offerings offerings, Files files, Surroundings surroundings) {
            this.contents = contents;
            this.offerings = offerings;
            this.files = files;
            this.surroundings = surroundings;
        }

        /** The caller has checked that the asker may see it. */
        public CaseFile of(Dossier dossier) {
            var offering = offerings.version(dossier.service(), dossier.serviceVersion());
            var content = contents.of(dossier.code());
            var components = offering.caseOf(dossier.caseCode()).components();
            var papers = content.papers().stream()
                    .flatMap(paper -> components.stream()
                            .filter(component -> component.code().equals(paper.component()))
                            .map(component -> new Paper(component, stored(paper.file()))))
                    .toList();
            var who = content.applicant();
            var stream = dossier.code().stream();
            return new CaseFile(
                    dossier,
                    offering,
                    new Applicant(
                            who.fullName(),
                            who.identityNumber(),
                            who.birthDate(),
                            who.phone() == null ? "" : who.phone(),
                            who.email() == null ? "" : who.email(),
                            who.address()),
                    content.answers(),
                    papers,
                    content.deliveryAddress(),
                    Step.of(surroundings.journal.history(stream)),
                    surroundings.obligations.of(new PayableRef(stream)),
                    surroundings.notices.about(stream));
        }

        /** The secret with which the dossier is followed without signing in; only for its applicant and form 01. */
        public String secret(Dossier dossier) {
            return contents.secret(dossier.code());
        }

        /** The content of a paper that belongs to the dossier; empty for any other file. */
        public java.util.Optional<byte[]> paper(Dossier dossier, FileId file) {
            return contents.files(dossier.code()).contains(file)
                    ? java.util.Optional.of(files.content(file))
                    : java.util.Optional.empty();
        }

        private @Nullable StoredFile stored(@Nullable FileId id) {
            return id == null ? null : files.find(id).orElse(null);
        }
    }

    /** What surrounds a dossier in other rooms. */
    @org.springframework.stereotype.Component
    static class Surroundings {
        private final Journal journal;
        private final Obligations obligations;
        private final Notices notices;

        Surroundings(Journal journal, Obligations obligations, Notices notices) {
            this.journal = journal;
            this.obligations = obligations;
            this.notices = notices;
        }
    }

    /** The name of an official who acted, with the title; nobody else's name. */
    public static String official(People people, vn.motcua.shared.PersonId id) {
        return people.official(id).map(Official::fullName).orElse("");
    }
}
