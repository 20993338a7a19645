package vn.motcua.dossier;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.dossier.DossierEvent.*;
import vn.motcua.journal.JournalReader;
import vn.motcua.journal.Recorded;
import vn.motcua.notification.Notices;
import vn.motcua.web.Formats;
import vn.motcua.web.Messages;
import vn.motcua.web.PublicAddress;

/** Tells the applicant what happened, what comes next and by when: by SMS and by e-mail. */
@Component
class TellApplicant implements JournalReader {

    private final Dossiers dossiers;
    private final Contents contents;
    private final Offerings offerings;
    private final Notices notices;
    private final Wording wording;

    TellApplicant(Dossiers dossiers, Contents contents, Offerings offerings, Notices notices, Wording wording) {
        this.dossiers = dossiers;
        this.contents = contents;
        this.offerings = offerings;
        this.notices = notices;
        this.wording = wording;
    }

    @Override
    public String name() {
        return "dossier.tell-applicant";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "dossier.Submitted",
                "dossier.FeePaid",
                "dossier.Accepted",
                "dossier.ResultSealed",
                "dossier.Delivered",
                "dossier.Closed");
    }

    @Override
    public void on(Recorded row) {
        var code = DossierCode.ofStream(row.stream());
        var dossier = dossiers.find(code).orElseThrow();
        var applicant = contents.applicant(code);
        var offering = offerings.version(dossier.service(), dossier.serviceVersion());
        var recipient =
                new Notices.Recipient(dossier.applicant(), applicant.locale(), applicant.phone(), applicant.email());
        notices.tell(wording.notice(row, EventJson.event(row), dossier, offering, recipient));
    }

    /** The sentences, by event. */
    @Component
    static class Wording {

        private final Messages messages;
        private final PublicAddress address;

        Wording(Messages messages, PublicAddress address) {
            this.messages = messages;
            this.address = address;
        }

        Notices.Notice notice(
                Recorded row, DossierEvent event, Dossier dossier, Offering offering, Notices.Recipient to) {
            var key = "dossier.notice." + key(event);
            var by = Formats.moment(to.locale(), by(event, row.at()));
            var name = offering.name().in(to.locale());
            var link = address.of("/dossiers/" + dossier.code());
            return new Notices.Notice(
                    row.position(),
                    to,
                    text(to.locale(), key + ".sms", dossier.code(), shortly(by(event, row.at())), address.host()),
                    text(to.locale(), key + ".subject", dossier.code(), name),
                    text(to.locale(), key + ".text", dossier.code(), name, by, link),
                    row.stream());
        }

        private static String key(DossierEvent event) {
            return switch (event) {
                case Submitted e -> e.feeDue() ? "submitted-unpaid" : "submitted";
                case FeePaid _ -> "fee-paid";
                case Accepted _ -> "accepted";
                case ResultSealed _ -> "result";
                case Delivered _ -> "delivered";
                case Closed _ -> "closed";
                default -> throw new IllegalStateException("Nothing to say about " + event.type());
            };
        }

        /** The moment that matters to the reader: by when they hear, or have the result. */
        private static Instant by(DossierEvent event, Instant at) {
            var by =
                    switch (event) {
                        case Submitted e -> e.acknowledgeBy();
                        case FeePaid e -> e.acknowledgeBy();
                        case Accepted e -> e.due();
                        default -> null;
                    };
            return by == null ? at : by;
        }

        /** For a text message: {@code 10:40 27/11/2026}. */
        private static String shortly(Instant at) {
            return at.atZone(vn.motcua.time.WorkingTime.ZONE)
                    .format(java.time.format.DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT));
        }

        private String text(Locale locale, String key, Object... args) {
            return messages.text(locale, key, args);
        }
    }
}
