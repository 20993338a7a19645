package vn.motcua.dossier.web;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offerings;
import vn.motcua.dossier.CaseFile;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Drafts;
import vn.motcua.dossier.PublicTracking;
import vn.motcua.identity.Person;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Given;
import vn.motcua.web.Link;
import vn.motcua.web.PublicAddress;
import vn.motcua.web.QrCode;
import vn.motcua.web.Step;
import vn.motcua.web.Task;

/** The pages of handed-in dossiers, ready to print. */
@Component
class DossierPages {

    private static final int ROWS = 20;

    private final Dossiers dossiers;
    private final Drafts drafts;
    private final CaseFile.Shelf shelf;
    private final Standing standing;
    private final Around around;

    DossierPages(Dossiers dossiers, Drafts drafts, CaseFile.Shelf shelf, Standing standing, Around around) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.shelf = shelf;
        this.standing = standing;
        this.around = around;
    }

    /** Names of services, the portal's address, the time. */
    @Component
    record Around(Offerings offerings, PublicAddress address, InstantSource clock) {}

    MinePage mine(Person person, @Nullable String cursor, Frame frame) {
        var after = MyDossiers.Cursor.parse(cursor);
        var found = dossiers.of(person.id())
                .list(after == null ? null : after.at(), after == null ? "" : after.code(), ROWS + 1);
        var rows = found.subList(0, Math.min(ROWS, found.size()));
        var now = around.clock.instant();
        var open = cursor != null
                ? List.<Task>of()
                : drafts.open(person.id()).stream()
                        .map(draft -> new Task(
                                name(draft.service(), draft.serviceVersion(), frame),
                                DraftPages.href(draft, ""),
                                frame.text("dossier.draft.crumb"),
                                "plain"))
                        .toList();
        return new MinePage(
                open,
                rows.stream()
                        .map(dossier -> new Task(
                                dossier.code() + " · " + name(dossier.service(), dossier.serviceVersion(), frame),
                                "/dossiers/" + dossier.code(),
                                standing.tag(dossier, frame),
                                Standing.kind(dossier, now)))
                        .toList(),
                List.of(
                        new Link(frame.text("dossier.mine.find"), "/procedures"),
                        new Link(frame.text("dossier.track.title"), "/track")),
                found.size() > ROWS
                        ? "/dossiers?cursor="
                                + new MyDossiers.Cursor(
                                        rows.getLast().times().submitted(),
                                        rows.getLast().code().value())
                        : "");
    }

    TrackingPage tracking(Person person, DossierCode code, Frame frame) {
        return standing.page(shelf.of(dossiers.of(person.id()).get(code)), frame);
    }

    TrackingPage tracking(PublicTracking found, Frame frame) {
        return standing.page(found, frame);
    }

    ReceiptPage receipt(Person person, DossierCode code, Frame frame) {
        var dossier = dossiers.of(person.id()).get(code);
        var file = shelf.of(dossier);
        var secret = shelf.secret(dossier);
        var lines = new ArrayList<Given>();
        lines.add(Given.fixed(frame.text("dossier.paper.secret"), secret, frame.text("dossier.receipt.secret-note")));
        lines.add(Given.fixed(
                frame.text("dossier.paper.procedure"),
                file.offering().name().in(frame.locale()) + " ("
                        + dossier.service().procedure() + ")",
                ""));
        lines.add(Given.fixed(
                frame.text("dossier.paper.applicant"), file.applicant().fullName(), ""));
        lines.add(Given.fixed(
                frame.text("dossier.paper.received"),
                Formats.moment(frame.locale(), dossier.times().submitted()),
                ""));
        for (var obligation : file.obligations()) {
            lines.add(Given.fixed(
                    frame.text("dossier.receipt.fee"),
                    Formats.money(frame.locale(), obligation.amount()),
                    frame.text("dossier.finance." + dossier.finance())));
        }
        return new ReceiptPage(
                code.value(),
                lines,
                QrCode.of(around.address.of("/track?code=" + code + "#" + secret)),
                dossier.finance() == Dossier.Finance.DUE ? "/obligations/" + dossier.obligation() : "",
                "/dossiers/" + code,
                "/dossiers/" + code + "/documents/acknowledgement",
                next(dossier, file, frame),
                file.applicant().phone());
    }

    private List<Step> next(Dossier dossier, CaseFile file, Frame frame) {
        var steps = new ArrayList<Step>();
        if (dossier.finance() == Dossier.Finance.DUE) {
            steps.add(new Step(frame.text("dossier.receipt.step.pay"), frame.text("dossier.receipt.step.pay.text")));
        }
        var by = dossier.times().acknowledgeBy();
        var agency = file.offering().agencyName().in(frame.locale());
        steps.add(new Step(
                by == null
                        ? frame.text("dossier.receipt.step.answer")
                        : frame.text("dossier.receipt.step.answer-by", Formats.moment(frame.locale(), by)),
                frame.text("dossier.receipt.step.answer.text", agency)));
        steps.add(new Step(
                frame.text("dossier.receipt.step.accepted"), frame.text("dossier.receipt.step.accepted.text")));
        steps.add(new Step(
                frame.text("dossier.receipt.step.result"), frame.text("dossier.way." + dossier.deliveryWay())));
        return steps;
    }

    private String name(vn.motcua.shared.ServiceId service, int version, Frame frame) {
        return around.offerings.version(service, version).name().in(frame.locale());
    }
}
