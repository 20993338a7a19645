package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.form.Form;
import vn.motcua.identity.People;
import vn.motcua.journal.Journal;
import vn.motcua.signing.Sheet;
import vn.motcua.web.Formats;
import vn.motcua.web.Messages;
import vn.motcua.web.PublicAddress;

/** What stands on the papers of a dossier. They are official papers, so in Vietnamese, whoever reads them. */
@Component
class DocumentSheets {

    private static final Locale VI = Messages.VIETNAMESE;

    /** A drawn paper and the name of who issues it. */
    record Drawn(byte[] pdf, String issuer) {}

    /** The sentences on papers, and the address printed on them. */
    @Component
    record Wording(Messages messages, PublicAddress address) {}

    private final Contents contents;
    private final Offerings offerings;
    private final People people;
    private final Journal journal;
    private final Wording wording;

    DocumentSheets(Contents contents, Offerings offerings, People people, Journal journal, Wording wording) {
        this.contents = contents;
        this.offerings = offerings;
        this.people = people;
        this.journal = journal;
        this.wording = wording;
    }

    Drawn draw(Dossier dossier, Documents.Kind kind, String token, Instant at) {
        var offering = offerings.version(dossier.service(), dossier.serviceVersion());
        var content = contents.of(dossier.code());
        var sheet = Sheet.of(text(kind.nameKey()), VI, dossier.code().value())
                .letterhead(
                        offering.agencyName().vi(),
                        offering.acceptanceUnit().vi(),
                        text("dossier.paper.nation"),
                        text("dossier.paper.motto"))
                .title(kind == Documents.Kind.RESULT ? resultTitle(dossier, offering) : text(kind.nameKey()));
        switch (kind) {
            case ACKNOWLEDGEMENT -> acknowledgement(sheet, dossier, offering, content);
            case FORM_01 -> form01(sheet, dossier, offering, content);
            case RESULT -> result(sheet, dossier, offering, content);
        }
        sheet.qr(
                wording.address().of("/verify#" + token),
                text("dossier.paper.verify", wording.address().of("/verify")),
                token);
        return new Drawn(sheet.pdf(), offering.agencyName().vi());
    }

    private void acknowledgement(Sheet sheet, Dossier dossier, Offering offering, Content content) {
        head(sheet, dossier, offering, content);
        sheet.row(text("dossier.paper.received"), moment(dossier.times().submitted()));
        papers(sheet, dossier, offering, content);
        sheet.note(text("dossier.paper.acknowledgement-note"));
    }

    /** Form 01 (Thông tư 03/2025/TT-VPCP): received, and the appointment for the result. */
    private void form01(Sheet sheet, Dossier dossier, Offering offering, Content content) {
        head(sheet, dossier, offering, content);
        var limit = offering.caseOf(dossier.caseCode()).limits().get(Offering.Channel.ONLINE);
        if (limit != null) {
            sheet.row(text("dossier.paper.limit"), Formats.limit(VI, limit));
        }
        sheet.row(text("dossier.paper.received"), moment(accepted(dossier)));
        sheet.row(
                text("dossier.paper.due"),
                moment(
                        dossier.times().due() == null
                                ? accepted(dossier)
                                : dossier.times().due()));
        sheet.row(text("dossier.paper.delivery"), text("dossier.way." + dossier.deliveryWay()));
        sheet.row(text("dossier.paper.secret"), contents.secret(dossier.code()));
        papers(sheet, dossier, offering, content);
        sheet.row(text("dossier.paper.receiver"), officialOf(dossier, DossierEvent.Accepted.class));
    }

    private static Instant accepted(Dossier dossier) {
        return java.util.Objects.requireNonNull(dossier.times().accepted(), "form 01 exists from acceptance on");
    }

    private void result(Sheet sheet, Dossier dossier, Offering offering, Content content) {
        sheet.row(text("dossier.paper.number"), dossier.code() + "/" + offering.resultCode());
        head(sheet, dossier, offering, content);
        sheet.heading(text("dossier.paper.content"));
        for (var section : offering.form().sections()) {
            for (var field : section.fields()) {
                var answer = content.answers().get(field.name());
                if (answer != null && field.prefill() == null && field.type() != Form.Type.DECLARATION) {
                    sheet.row(field.label().vi(), Answers.shown(VI, field, answer));
                }
            }
        }
        sheet.row(
                text("dossier.paper.decided"),
                moment(java.util.Objects.requireNonNull(dossier.times().finished())));
        sheet.row(text("dossier.paper.decided-by"), officialOf(dossier, DossierEvent.Approved.class));
        sheet.note(text("dossier.paper.result-note"));
    }

    private String resultTitle(Dossier dossier, Offering offering) {
        return dossier.decision() == DossierEvent.Decision.REFUSE
                ? text("dossier.paper.refusal", offering.resultName().vi())
                : offering.resultName().vi();
    }

    /** Who did what the paper tells of; the desk may have changed since. */
    private String officialOf(Dossier dossier, Class<? extends DossierEvent> event) {
        return journal.history(dossier.code().stream()).stream()
                .filter(row -> row.type().equals("dossier." + event.getSimpleName()))
                .reduce((first, last) -> last)
                .flatMap(row -> people.official(row.actor()))
                .map(official -> official.fullName() + ", " + official.title())
                .orElse("");
    }

    private void head(Sheet sheet, Dossier dossier, Offering offering, Content content) {
        var applicant = content.applicant();
        sheet.row(text("dossier.paper.code"), dossier.code().value());
        sheet.row(text("dossier.paper.procedure"), offering.name().vi() + " (" + offering.procedure() + ")");
        sheet.row(text("dossier.paper.applicant"), applicant.fullName());
        sheet.row(text("dossier.paper.identity-number"), applicant.identityNumber());
        sheet.row(text("dossier.paper.birth-date"), Formats.date(VI, applicant.birthDate()));
        if (!applicant.address().isBlank()) {
            sheet.row(text("dossier.paper.address"), applicant.address());
        }
        if (applicant.phone() != null) {
            sheet.row(text("dossier.paper.phone"), applicant.phone());
        }
    }

    private void papers(Sheet sheet, Dossier dossier, Offering offering, Content content) {
        var rows = new ArrayList<List<String>>();
        var components = offering.caseOf(dossier.caseCode()).components();
        for (var component : components) {
            long files = content.papers().stream()
                    .filter(paper -> paper.component().equals(component.code()))
                    .count();
            if (files > 0) {
                rows.add(List.of(
                        String.valueOf(rows.size() + 1),
                        component.name().vi(),
                        text("dossier.paper.source." + component.source()),
                        String.valueOf(files)));
            }
        }
        sheet.heading(text("dossier.paper.papers"));
        sheet.table(
                List.of(
                        text("dossier.paper.papers.number"),
                        text("dossier.paper.papers.name"),
                        text("dossier.paper.papers.kind"),
                        text("dossier.paper.papers.count")),
                rows,
                List.of(1, 7, 3, 2));
    }

    private String moment(Instant at) {
        return Formats.moment(VI, at);
    }

    private String text(String key, Object... args) {
        return wording.messages().text(VI, key, args);
    }
}
