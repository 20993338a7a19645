package vn.motcua.catalogue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.motcua.catalogue.Procedure.Fee;
import vn.motcua.form.Condition;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;
import vn.motcua.shared.Text;
import vn.motcua.shared.Vnd;
import vn.motcua.time.WorkingTime;

/** Every service that an agency offers online. Held in memory; a new version is published, never changed. */
@Repository
public class Offerings {

    private final Published published;
    private final InstantSource clock;

    Offerings(Published published, InstantSource clock) {
        this.published = published;
        this.clock = clock;
    }

    /** The version in force now; empty for a service that nobody offers. */
    public Optional<Offering> find(ServiceId id) {
        return published.catalogue().offering(id, LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE));
    }

    /** A version that a dossier or draft keeps. Refuses one that was never published. */
    public Offering version(ServiceId id, int version) {
        return published
                .catalogue()
                .offering(id, version)
                .or(() -> published.read().offering(id, version)) // another node may have published it
                .orElseThrow(() -> new IllegalArgumentException("Never published: " + id + " version " + version));
    }

    /** The services of a procedure that are in force now, by agency in the order of the agencies. */
    public List<Offering> of(ProcedureCode procedure) {
        return published.catalogue().offered(procedure).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Whether anybody offers the procedure online today. */
    public boolean isOffered(ProcedureCode procedure) {
        return published.catalogue().offered(procedure).stream().anyMatch(id -> find(id).isPresent());
    }

    /** The level of its service, 1 to 4 (Thông tư 26/2009/TT-BTTTT); one that nobody offers online is information: 1. */
    public int level(ProcedureCode procedure) {
        return published.catalogue().offered(procedure).stream()
                .findFirst()
                .flatMap(this::find)
                .map(Offering::level)
                .orElse(1);
    }

    /**
     * The fee in force on the day, with its lines and the reason. Refuses a case or channel that the service does not have,
     * and a day for which the record names no amount.
     */
    public Offering.Quote quote(
            Offering offering, String caseCode, Offering.Channel channel, Map<String, Object> answers, LocalDate at) {
        return quote(published.catalogue().procedure(offering), offering, caseCode, channel, new Asked(answers, at));
    }

    /** What a fee depends on beside case and channel. */
    record Asked(Map<String, Object> answers, LocalDate at) {}

    /** The same for a record and a service that need not be published. */
    static Offering.Quote quote(
            Procedure procedure, Offering offering, String caseCode, Offering.Channel channel, Asked asked) {
        var answers = asked.answers();
        var at = asked.at();
        if (!offering.caseOf(caseCode).limits().containsKey(channel)) {
            throw Problem.invalid("channel", "catalogue.channel.not-offered", channel);
        }
        var fees = procedure.fees().stream()
                .filter(fee -> fee.isFor(caseCode, channel))
                .filter(fee -> Condition.holds(fee.when(), answers, Map.of()))
                .toList();
        var valid = fees.stream().filter(fee -> fee.isValidOn(at)).toList();
        if (valid.isEmpty() && !fees.isEmpty()) {
            throw Problem.invalid("at", "catalogue.fee.no-amount-on-day", at);
        }
        return new Offering.Quote(
                valid.stream().map(Fee::amount).reduce(Vnd.ZERO, Vnd::plus),
                valid.stream()
                        .map(fee -> new Offering.Line(fee.kind(), fee.name(), fee.amount(), fee.basis()))
                        .toList(),
                valid.isEmpty()
                        ? List.<Text>of(procedure.feeNote())
                        : valid.stream().map(Fee::why).toList());
    }

    /**
     * The papers that this applicant must give: components whose condition holds, in order.
     *
     * @param applicant what conditions may ask of the account: {@code birthYear}, {@code level}
     */
    public List<Offering.Component> papers(
            Offering offering, String caseCode, Map<String, Object> answers, Map<String, Object> applicant) {
        return needed(offering, caseCode, answers, applicant);
    }

    static List<Offering.Component> needed(
            Offering offering, String caseCode, Map<String, Object> answers, Map<String, Object> applicant) {
        return offering.caseOf(caseCode).components().stream()
                .filter(component -> Condition.holds(component.when(), answers, applicant))
                .toList();
    }
}
