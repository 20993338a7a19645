package vn.motcua.dossier.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.catalogue.Offerings;
import vn.motcua.dossier.CaseFile;
import vn.motcua.dossier.Documents;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submission;
import vn.motcua.files.FileId;
import vn.motcua.identity.Person;
import vn.motcua.payment.Receipts;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ServiceId;

/** What an applicant asks about dossiers, put into the words of the domain. */
@Component
class MyDossiers {

    static final int MOST_ROWS = 100;

    record PageJson(
            List<DossierJson.RowJson> items, @Nullable String next) {}

    private final Dossiers dossiers;
    private final CaseFile.Shelf shelf;
    private final Papers papers;
    private final Offerings offerings;
    private final Present present;

    MyDossiers(Dossiers dossiers, CaseFile.Shelf shelf, Papers papers, Offerings offerings, Present present) {
        this.dossiers = dossiers;
        this.shelf = shelf;
        this.papers = papers;
        this.offerings = offerings;
        this.present = present;
    }

    /** The papers of a dossier that can be opened: its own and the fee receipt of the payment room. */
    @Component
    record Papers(Documents documents, Receipts receipts) {}

    /** The moment and the shapes in which it is told. */
    @Component
    record Present(InstantSource clock, DossierJson shapes) {}

    /** The request's body as a submission; what is wrong with its shape is refused at once, all of it. */
    Submission submission(MyDossiersApi.NewDossier body) {
        var mistakes = new ArrayList<Mistake>();
        var offering = service(body.service()).flatMap(offerings::find);
        if (offering.isEmpty()) {
            mistakes.add(Mistake.of("service", "dossier.submission.service", String.valueOf(body.service())));
        }
        if (body.onBehalfOf() != null) {
            throw Problem.of(Problem.Kind.UNSUPPORTED, "dossier.submission.on-behalf");
        }
        var papers = new ArrayList<Submission.Given>();
        var given = body.papers() == null ? List.<MyDossiersApi.Paper>of() : body.papers();
        for (int i = 0; i < given.size(); i++) {
            var paper = given.get(i);
            if (paper.vaultItem() != null) {
                mistakes.add(Mistake.of("papers[%d].vaultItem".formatted(i), "dossier.papers.vault"));
            } else if (paper.component() == null || paper.file() == null || file(paper.file()) == null) {
                mistakes.add(Mistake.of("papers[%d].file".formatted(i), "dossier.papers.no-such-file"));
            } else {
                papers.add(
                        new Submission.Given(paper.component(), new FileId(java.util.UUID.fromString(paper.file()))));
            }
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        var delivery = body.delivery();
        return new Submission(
                offering.orElseThrow(),
                body.case_() == null ? "" : body.case_(),
                body.answers() == null ? java.util.Map.of() : withoutNulls(body.answers()),
                papers,
                new Submission.Delivery(
                        delivery == null || delivery.way() == null ? Way.ONLINE : delivery.way(),
                        delivery == null ? null : delivery.address()));
    }

    PageJson page(Person person, int limit, @Nullable String cursor, Locale locale) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw Problem.invalid("limit", "dossier.limit", MOST_ROWS);
        }
        var after = Cursor.parse(cursor);
        var found = dossiers.of(person.id())
                .list(after == null ? null : after.at(), after == null ? "" : after.code(), limit + 1);
        var rows = found.subList(0, Math.min(limit, found.size()));
        var now = present.clock.instant();
        return new PageJson(
                rows.stream()
                        .map(dossier -> present.shapes.row(
                                dossier,
                                offerings
                                        .version(dossier.service(), dossier.serviceVersion())
                                        .name()
                                        .in(locale),
                                null,
                                now,
                                locale))
                        .toList(),
                found.size() > limit
                        ? new Cursor(
                                        rows.getLast().times().submitted(),
                                        rows.getLast().code().value())
                                .toString()
                        : null);
    }

    DossierJson.WholeJson whole(Person person, DossierCode code, Locale locale) {
        return present.shapes.whole(shelf.of(dossiers.of(person.id()).get(code)), present.clock.instant(), locale);
    }

    /** The sealed PDF under its name in addresses; a refusal that says so where there is none (yet). */
    byte[] document(Person person, DossierCode code, String name) {
        var dossier = dossiers.of(person.id()).get(code);
        if (name.equals("receipt")
                && dossier.obligation() != null
                && dossier.finance() == vn.motcua.dossier.Dossier.Finance.PAID) {
            return papers.receipts
                    .pdf(dossier.obligation())
                    .orElseThrow(() -> Problem.notFound("dossier.document.none"));
        }
        var kind =
                switch (name) {
                    case "receipt", "acknowledgement" -> Documents.Kind.ACKNOWLEDGEMENT;
                    case "form-01" -> Documents.Kind.FORM_01;
                    case "result" -> Documents.Kind.RESULT;
                    default -> throw Problem.notFound("dossier.document.none");
                };
        return papers.documents.pdf(dossier, kind).orElseThrow(() -> Problem.notFound("dossier.document.none"));
    }

    private static java.util.Optional<ServiceId> service(@Nullable String text) {
        try {
            return text == null ? java.util.Optional.empty() : java.util.Optional.of(ServiceId.parse(text));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }

    private static @Nullable FileId file(String text) {
        try {
            return FileId.of(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static java.util.Map<String, Object> withoutNulls(java.util.Map<String, Object> answers) {
        var kept = new java.util.HashMap<>(answers);
        kept.values().removeIf(java.util.Objects::isNull);
        return kept;
    }

    /** A place in a list that ends with a code. */
    record Cursor(Instant at, String code) {

        private static final String END = "end";

        static @Nullable Cursor parse(@Nullable String text) {
            if (text == null) {
                return null;
            }
            int bar = text.indexOf('_');
            try {
                var at = text.substring(0, bar);
                return new Cursor(
                        at.equals(END) ? Instant.MAX : Instant.EPOCH.plus(Long.parseLong(at), ChronoUnit.MICROS),
                        text.substring(bar + 1));
            } catch (RuntimeException e) {
                throw Problem.invalid("cursor", "dossier.cursor");
            }
        }

        /** PostgreSQL keeps microseconds; the end of time has none. */
        @Override
        public String toString() {
            return (at.equals(Instant.MAX) ? END : ChronoUnit.MICROS.between(Instant.EPOCH, at)) + "_" + code;
        }
    }
}
