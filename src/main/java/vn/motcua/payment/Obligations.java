package vn.motcua.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.journal.Journal;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Vnd;

/**
 * What is owed and what was paid. Appends to the stream {@code obligation/<id>}: {@code payment.Demanded},
 * {@code payment.AttemptStarted}, {@code payment.AttemptCleared}, {@code payment.AttemptEnded}, {@code payment.Paid} {payable, amountVnd, reference, channel},
 * {@code payment.Waived}, {@code payment.Expired}, {@code payment.ExceptionFound}; the payable stands in each.
 */
@Repository
@Transactional
public class Obligations {

    private final JdbcClient sql;
    private final Journal journal;
    private final InstantSource clock;
    private final Book book;

    Obligations(JdbcClient sql, Journal journal, InstantSource clock, Book book) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
        this.book = book;
    }

    /**
     * Writes a demand down in the running transaction; one that is due at a time for each payable. Asked again for the same
     * amount it gives the one that stands. The payer comes back to {@code /kinds/code} of a payable {@code kind/code}.
     */
    public Obligation demand(
            PayableRef payable,
            AgencyCode agency,
            PersonId payer,
            Vnd amount,
            List<Obligation.Line> lines,
            Instant payBy) {
        return demand(
                payable,
                agency,
                payer,
                amount,
                lines,
                payBy,
                "/" + payable.value().replaceFirst("/", "s/"));
    }

    /** As above, with the path of this portal that the payer comes back to. Refuses lines that do not sum up to the amount. */
    public Obligation demand(
            PayableRef payable,
            AgencyCode agency,
            PersonId payer,
            Vnd amount,
            List<Obligation.Line> lines,
            Instant payBy,
            String returnTo) {
        var sum = lines.stream().map(Obligation.Line::amount).reduce(Vnd.ZERO, Vnd::plus);
        if (amount.isZero() || !sum.equals(amount)) {
            throw new IllegalArgumentException("A demand is more than nothing and the sum of its lines, not " + amount);
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        int written = sql.sql("""
                        insert into payment.obligation
                            (id, version, payable, agency, payer, amount_vnd, lines, state, return_to, made_at, pay_by)
                        values (:id, 1, :payable, :agency, :payer, :amount, :lines::jsonb, 'DUE', :returnTo, :now, :payBy)
                        on conflict (payable) where state = 'DUE' do nothing
                        """)
                .param("id", id)
                .param("payable", payable.value())
                .param("agency", agency.value())
                .param("payer", payer.value())
                .param("amount", amount.amount())
                .param("lines", Rows.write(lines))
                .param("returnTo", returnTo)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("payBy", payBy.atOffset(ZoneOffset.UTC))
                .update();
        if (written == 0) {
            return standing(payable, amount);
        }
        journal.append(Book.entry(
                id,
                1,
                "payment.Demanded",
                payer,
                payable,
                Map.of("amountVnd", amount.amount(), "agency", agency.value(), "payBy", payBy.toString())));
        return new Obligation(
                id, 1, payable, agency, payer, amount, lines, Obligation.State.DUE, now, payBy, null, List.of());
    }

    private Obligation standing(PayableRef payable, Vnd amount) {
        return of(payable).stream()
                .filter(due ->
                        due.state() == Obligation.State.DUE && due.amount().equals(amount))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(payable + " already owes another amount"));
    }

    /** All that was ever owed for the thing, oldest first. */
    @Transactional(readOnly = true)
    public List<Obligation> of(PayableRef payable) {
        return Rows.where(sql, "o.payable = :payable", "payable", payable.value());
    }

    /** The payer's own; somebody else's looks like none. */
    @Transactional(readOnly = true)
    public Optional<Obligation> of(PersonId payer, UUID id) {
        return Rows.where(sql, "o.id = :id", "id", id).stream()
                .filter(obligation -> obligation.payer().equals(payer))
                .findFirst();
    }

    /** Where the payer goes back to: a path of this portal. */
    @Transactional(readOnly = true)
    public String returnTo(UUID id) {
        return sql.sql("select return_to from payment.obligation where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Ends what is still due (the thing was closed or withdrawn), cancelling a live attempt; paid ones stay as they are. */
    public void waive(PayableRef payable, PersonId actor, String reasonKey) {
        for (var obligation : of(payable)) {
            if (obligation.state() == Obligation.State.DUE) {
                book.open(obligation.id()).ifPresent(page -> waive(page, actor, reasonKey));
            }
        }
    }

    private void waive(Book.Page page, PersonId actor, String reasonKey) {
        if (page.state() != Obligation.State.DUE) {
            return; // paid between the look and the lock
        }
        var obligation = page.obligation();
        obligation.live().ifPresent(attempt -> {
            AttemptRows.end(sql, attempt.reference(), Obligation.AttemptState.CANCELLED, "waived", clock.instant());
            page.note(
                    "payment.AttemptEnded",
                    actor,
                    Map.of("reference", attempt.reference(), "channel", attempt.channel(), "state", "CANCELLED"));
        });
        page.move(Obligation.Event.WAIVE);
        page.note(
                "payment.Waived", actor, Map.of("amountVnd", obligation.amount().amount(), "reason", reasonKey));
        page.close();
    }
}
