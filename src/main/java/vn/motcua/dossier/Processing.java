package vn.motcua.dossier;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.catalogue.Offerings;
import vn.motcua.dossier.DossierEvent.*;
import vn.motcua.dossier.Dossiers.Told;
import vn.motcua.files.Files;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.People;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.time.WorkingTime;

/**
 * What officials do with dossiers. Each act names the duty it needs; a dossier of an agency that the official does not work
 * for looks like none. Nothing here changes a row: {@link Dossiers#move} does, once the event is known.
 */
@Component
public class Processing {

    /** Free words of officials, in characters. */
    public static final int LONGEST_NOTE = 2_000;

    private final Dossiers dossiers;
    private final Contents contents;
    private final People people;
    private final Files files;
    private final Limits limits;

    Processing(Dossiers dossiers, Contents contents, People people, Files files, Limits limits) {
        this.dossiers = dossiers;
        this.contents = contents;
        this.people = people;
        this.files = files;
        this.limits = limits;
    }

    /** The dossier as this official may see it. */
    public Dossier get(Official official, DossierCode code) {
        return dossiers.find(code)
                .filter(dossier -> official.covers(dossier.agency()))
                .orElseThrow(Refusals::noSuchDossier);
    }

    /** Takes it from the queue. */
    public Dossier claim(Official official, DossierCode code, Instant since) {
        return act(official, code, since, Set.of(Duty.CLERK, Duty.HANDLER), dossier -> {
            var holder = dossier.desk().holder();
            if (holder != null && !holder.equals(official.id())) {
                throw Refusals.stale(dossier);
            }
            return Told.of(new Claimed(official.id()));
        });
    }

    /**
     * Receives it: form 01, and the time by which there will be a result, counted from now. Refused while a fee is due or
     * while a paper has not been scanned.
     */
    public Dossier accept(Official official, DossierCode code, Instant since) {
        return act(official, code, since, Set.of(Duty.CLERK), dossier -> {
            if (dossier.finance() == Dossier.Finance.DUE) {
                throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "dossier.not-now.fee-due");
            }
            if (!files.allClean(contents.files(code))) {
                throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "dossier.not-now.held");
            }
            return Told.of(limits.accepted(dossier));
        });
    }

    /** Gives it to a case handler of the agency. */
    public Dossier assign(Official official, DossierCode code, Instant since, String to, String note) {
        return act(official, code, since, Set.of(Duty.CLERK, Duty.HANDLER, Duty.LEADER), dossier -> {
            var handler = colleague(dossier, to, Duty.HANDLER);
            return new Told(new Assigned(handler), words("note", note));
        });
    }

    /** Proposes a decision to an approving leader. Only the handler who has it may. */
    public Dossier forward(Official official, DossierCode code, Instant since, String to, String note) {
        return act(official, code, since, Set.of(Duty.HANDLER), dossier -> {
            if (dossier.status() == Status.IN_PROCESS
                    && !official.id().equals(dossier.desk().holder())) {
                throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "dossier.not-now.not-your-desk");
            }
            var leader = colleague(dossier, to, Duty.LEADER);
            return new Told(new Forwarded(leader), words("note", note));
        });
    }

    /** The leader gives it back to the handler who proposed. */
    public Dossier giveBack(Official official, DossierCode code, Instant since, String note) {
        return act(official, code, since, Set.of(Duty.LEADER), dossier -> {
            requireForwardedTo(official, dossier);
            var handler = dossier.desk().holder();
            return new Told(new Returned(handler == null ? official.id() : handler), words("note", note));
        });
    }

    /** Decides. The result is sealed by a reader of the journal within seconds. */
    public Dossier approve(Official official, DossierCode code, Instant since, Decision decision, String note) {
        return act(official, code, since, Set.of(Duty.LEADER), dossier -> {
            requireForwardedTo(official, dossier);
            if (decision == Decision.REFUSE && note.isBlank()) {
                throw Problem.invalid("note", "dossier.approval.reason");
            }
            var due = dossier.times().due();
            return new Told(new Approved(decision, due == null || !limits.now().isAfter(due)), words("note", note));
        });
    }

    /** Records that the applicant has the result. */
    public Dossier deliver(Official official, DossierCode code, Instant since, Way way, @Nullable String tracking) {
        return act(
                official,
                code,
                since,
                Set.of(Duty.CLERK, Duty.HANDLER),
                dossier -> new Told(new Delivered(way), words("tracking", tracking == null ? "" : tracking)));
    }

    private Dossier act(
            Official official, DossierCode code, Instant since, Set<Duty> duties, Function<Dossier, Told> decide) {
        return dossiers.move(code, official.id(), since, dossier -> {
            if (!official.covers(dossier.agency())) {
                throw Refusals.noSuchDossier();
            }
            if (duties.stream().noneMatch(official::is)) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "dossier.duty");
            }
            return decide.apply(dossier);
        });
    }

    private static void requireForwardedTo(Official official, Dossier dossier) {
        if (dossier.status() == Status.IN_PROCESS
                && !official.id().equals(dossier.desk().leader())) {
            throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "dossier.not-now.not-forwarded");
        }
    }

    private PersonId colleague(Dossier dossier, String userName, Duty duty) {
        return people.official(userName)
                .filter(official -> official.covers(dossier.agency()) && official.is(duty))
                .map(Official::id)
                .orElseThrow(() -> Problem.invalid(
                        "to", "dossier.to." + duty.name().toLowerCase(java.util.Locale.ROOT), userName));
    }

    private static Map<String, String> words(String name, String text) {
        return text.isBlank() ? Map.of() : Map.of(name, text.strip());
    }

    /** What the version of the service that a dossier keeps says about time. */
    @Component
    static class Limits {

        private final Offerings offerings;
        private final WorkingTime workingTime;
        private final InstantSource clock;

        Limits(Offerings offerings, WorkingTime workingTime, InstantSource clock) {
            this.offerings = offerings;
            this.workingTime = workingTime;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant();
        }

        Accepted accepted(Dossier dossier) {
            var limit = offerings
                    .version(dossier.service(), dossier.serviceVersion())
                    .caseOf(dossier.caseCode())
                    .limits()
                    .get(Offering.Channel.ONLINE);
            if (limit == null) {
                throw new IllegalStateException("No limit for " + dossier.service() + " online");
            }
            return new Accepted(
                    limit, workingTime.due(clock.instant(), limit).due().toInstant());
        }
    }
}
