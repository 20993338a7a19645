package vn.motcua.dossier;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.dossier.Dossier.Finance;
import vn.motcua.identity.Person;
import vn.motcua.journal.Journal;
import vn.motcua.payment.Obligation;
import vn.motcua.payment.Obligations;
import vn.motcua.payment.PayableRef;
import vn.motcua.shared.PersonId;
import vn.motcua.time.WorkingTime;

/**
 * Hands dossiers in. In two parts, because the number is drawn before the transaction: {@link #prepare} checks everything
 * and draws it, {@link #submit} writes the dossier, what it holds, what is owed for it and the journal, all or nothing.
 */
@Component
public class Submissions {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LENGTH = 12;

    /** Checked, numbered, and ready to be written. */
    public record Prepared(
            Person person, DossierCode code, Submission submission, Content content, Offering.Quote quote) {}

    /** What the applicant keeps: number, secret, what happens next. */
    public record Receipt(
            Dossier dossier, String secret, @Nullable Obligation obligation) {}

    private final SecureRandom random = new SecureRandom();
    private final SubmissionCheck check;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Offerings offerings;
    private final InstantSource clock;

    Submissions(SubmissionCheck check, Numbers numbers, Ledger ledger, Offerings offerings, InstantSource clock) {
        this.check = check;
        this.numbers = numbers;
        this.ledger = ledger;
        this.offerings = offerings;
        this.clock = clock;
    }

    /** Refuses with everything that is wrong at once; draws the number only for what can be handed in. */
    public Prepared prepare(Person person, Submission given) {
        var submission = given.filledFor(person);
        var content = check.checked(person, submission);
        var today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        var quote = offerings.quote(
                submission.offering(), submission.caseCode(), Offering.Channel.ONLINE, submission.answers(), today);
        var code = numbers.next(submission.offering().agency(), today);
        return new Prepared(person, code, submission, content, quote);
    }

    /**
     * Writes it down.
     *
     * @param token the draft's or the request's own id: the same token never makes a second dossier
     */
    @Transactional
    public Receipt submit(Prepared prepared, UUID token) {
        var secret = newSecret();
        return ledger.enter(prepared, token, secret, clock.instant());
    }

    private String newSecret() {
        var secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return secret.toString();
    }

    /** The rows of one submission: dossier, demand and journal entry. */
    @Component
    static class Ledger {

        private final Contents contents;
        private final Obligations obligations;
        private final Journal journal;
        private final WorkingTime workingTime;
        private final DossierSettings settings;

        Ledger(
                Contents contents,
                Obligations obligations,
                Journal journal,
                WorkingTime workingTime,
                DossierSettings settings) {
            this.contents = contents;
            this.obligations = obligations;
            this.journal = journal;
            this.workingTime = workingTime;
            this.settings = settings;
        }

        Receipt enter(Prepared prepared, UUID token, String secret, Instant now) {
            var offering = prepared.submission().offering();
            var person = prepared.person().id();
            var obligation = prepared.quote().fee().isZero() ? null : demand(prepared, person, now);
            var acknowledgeBy = obligation == null
                    ? workingTime
                            .due(now, DossierSettings.ACKNOWLEDGEMENT)
                            .due()
                            .toInstant()
                    : null;
            var event = new DossierEvent.Submitted(
                    offering.id().toString(),
                    offering.version(),
                    prepared.submission().caseCode(),
                    obligation != null,
                    acknowledgeBy);
            var dossier = begun(prepared, obligation, now).after(event, person, now);
            contents.add(dossier, token, prepared.content(), secret);
            journal.append(Dossiers.entry(dossier, Dossiers.Told.of(event), person));
            return new Receipt(dossier, secret, obligation);
        }

        private Obligation demand(Prepared prepared, PersonId payer, Instant now) {
            var lines = new ArrayList<Obligation.Line>();
            for (var line : prepared.quote().lines()) {
                lines.add(new Obligation.Line(line.kind(), line.name().vi(), line.amount(), line.basis()));
            }
            return obligations.demand(
                    new PayableRef(prepared.code().stream()),
                    prepared.submission().offering().agency(),
                    payer,
                    prepared.quote().fee(),
                    lines,
                    now.plus(settings.payWithin()));
        }

        private static Dossier begun(Prepared prepared, @Nullable Obligation obligation, Instant now) {
            var submission = prepared.submission();
            return new Dossier(
                    prepared.code(),
                    0,
                    submission.offering().id(),
                    submission.offering().version(),
                    submission.caseCode(),
                    prepared.person().id(),
                    null,
                    Status.DRAFT,
                    obligation == null ? Finance.NONE : Finance.DUE,
                    obligation == null ? null : obligation.id(),
                    Dossier.Desk.EMPTY,
                    null,
                    submission.delivery().way(),
                    Dossier.DeliveryState.NOT_READY,
                    null,
                    new Dossier.Times(now, null, null, null, null),
                    new Dossier.Change(now, prepared.person().id()));
        }
    }
}
