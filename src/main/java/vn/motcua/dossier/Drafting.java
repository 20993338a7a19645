package vn.motcua.dossier;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.identity.Person;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ServiceId;
import vn.motcua.time.WorkingTime;

/** Filling in, from the first question to the moment it is handed in. */
@Component
public class Drafting {

    /** A draft and the version of the service that it keeps. */
    public record Opened(Draft draft, Offering offering) {}

    private final Drafts drafts;
    private final Dossiers dossiers;
    private final Offerings offerings;
    private final SubmissionCheck check;
    private final HandIn handIn;

    Drafting(Drafts drafts, Dossiers dossiers, Offerings offerings, SubmissionCheck check, HandIn handIn) {
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.offerings = offerings;
        this.check = check;
        this.handIn = handIn;
    }

    /** The offering that somebody wants to begin; unknown ones are not there. */
    public Offering offering(ServiceId id) {
        return offerings.find(id).orElseThrow(() -> Problem.notFound("dossier.draft.no-service"));
    }

    /** The answers that were given before signing in, as far as they are right answers to questions of the form. */
    public Map<String, Object> carried(Offering offering, Map<String, String[]> parameters) {
        var today = LocalDate.ofInstant(handIn.clock.instant(), WorkingTime.ZONE);
        var carried = new LinkedHashMap<String, Object>();
        for (var section : offering.form().sections()) {
            offering.form().read(section, parameters).forEach((name, answer) -> {
                if (answer != null) {
                    carried.put(name, answer);
                }
            });
        }
        offering.form().check(carried, today).stream()
                .map(mistake -> mistake.field().replaceFirst("^answers\\.", ""))
                .forEach(carried::remove);
        return carried;
    }

    /** Begins a draft, with what the account knows filled in; refuses a level that is too low, and says what mends it. */
    public Draft begin(Person person, Offering offering, String caseCode) {
        return begin(person, offering, caseCode, Map.of());
    }

    /** As above, with answers that were given before; what an open draft answers already stays as it is. */
    public Draft begin(Person person, Offering offering, String caseCode, Map<String, Object> carried) {
        SubmissionCheck.requireLevel(person, offering);
        if (offering.cases().stream().noneMatch(c -> c.code().equals(caseCode))) {
            throw Problem.notFound("dossier.draft.no-service");
        }
        var draft = drafts.begin(person.id(), offering, caseCode, Prefill.fill(person, offering.form(), carried));
        var open = new LinkedHashMap<>(carried);
        open.keySet().removeAll(draft.answers().keySet());
        return open.isEmpty() ? draft : drafts.answer(person.id(), draft.id(), open, List.of());
    }

    public Opened open(Person person, UUID id) {
        var draft = drafts.get(person.id(), id);
        return new Opened(draft, offerings.version(draft.service(), draft.serviceVersion()));
    }

    /** Everything that still keeps the draft from being handed in. */
    public List<Mistake> mistakes(Person person, Opened opened) {
        return check.mistakes(person, submission(person, opened));
    }

    /** The papers that this applicant must give or may give, as far as the answers tell. */
    public List<Offering.Component> slots(Person person, Opened opened) {
        return check.slots(person, submission(person, opened));
    }

    /** What it costs if it is handed in today. */
    public Offering.Quote quote(Opened opened) {
        var today = LocalDate.ofInstant(handIn.clock.instant(), WorkingTime.ZONE);
        return offerings.quote(
                opened.offering(),
                opened.draft().caseCode(),
                Offering.Channel.ONLINE,
                opened.draft().answers(),
                today);
    }

    /** Hands it in. Pressed twice, there is still one dossier, and both presses lead to it. */
    public Dossier submit(Person person, UUID id) {
        var opened = open(person, id);
        var handedIn = dossiers.from(person.id(), id);
        if (handedIn.isPresent()) {
            return handedIn.get();
        }
        var prepared = handIn.submissions.prepare(person, submission(person, opened));
        try {
            return java.util.Objects.requireNonNull(handIn.transaction.execute(status -> {
                var receipt = handIn.submissions.submit(prepared, id);
                drafts.becomes(id, receipt.dossier().code());
                return receipt.dossier();
            }));
        } catch (DuplicateKeyException e) {
            return dossiers.from(person.id(), id).orElseThrow(() -> e);
        }
    }

    private static Submission submission(Person person, Opened opened) {
        var draft = opened.draft();
        var delivery = draft.delivery();
        return new Submission(
                        opened.offering(),
                        draft.caseCode(),
                        draft.answers(),
                        draft.given(),
                        delivery == null
                                ? new Submission.Delivery(
                                        opened.offering().deliveries().getFirst(), null)
                                : delivery)
                .filledFor(person);
    }

    /** What handing in takes. */
    @Component
    static class HandIn {
        private final Submissions submissions;
        private final TransactionTemplate transaction;
        private final InstantSource clock;

        HandIn(Submissions submissions, TransactionTemplate transaction, InstantSource clock) {
            this.submissions = submissions;
            this.transaction = transaction;
            this.clock = clock;
        }
    }
}
