package vn.motcua.payment;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.payment.Obligation.AttemptEvent;
import vn.motcua.payment.Obligation.AttemptState;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;

/** Attempts to pay: each method is one short transaction in which no gateway is called. */
@Repository
@Transactional
class Attempts {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** Longer than a gateway may take to answer: an attempt older than this without an address will never get one. */
    private static final java.time.Duration BEGINNING = java.time.Duration.ofSeconds(15);

    private final JdbcClient sql;
    private final Book book;

    Attempts(JdbcClient sql, Book book) {
        this.sql = sql;
        this.book = book;
    }

    /**
     * Writes a new attempt down before anybody is called. The same request gets the same attempt; refuses while another one is
     * live, and when nothing is due.
     */
    AttemptRows.Row start(Obligation asked, String channel, UUID clientToken) {
        var page = book.open(asked.id()).orElseThrow(() -> Problem.notFound("payment.obligation.none"));
        var again = AttemptRows.requested(sql, asked.id(), clientToken);
        if (again.isPresent()) {
            return again.get();
        }
        var obligation = page.obligation();
        var now = book.now();
        if (obligation.state() == Obligation.State.PAID) {
            throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "payment.obligation.paid");
        }
        if (obligation.state() != Obligation.State.DUE || !now.isBefore(obligation.payBy())) {
            throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "payment.obligation.closed");
        }
        obligation.live().ifPresent(live -> abandon(page, live, now));
        var row = new AttemptRows.Row(
                newReference(),
                obligation.id(),
                channel,
                obligation.amount().amount(),
                AttemptState.PENDING,
                null,
                null,
                now,
                now.plus(Pauses.ATTEMPT_LIFE),
                0);
        AttemptRows.insert(sql, row, clientToken, Pauses.whileLive(0, now, row.expiresAt()));
        note(page, "payment.AttemptStarted", row, Map.of("amountVnd", row.amountVnd()));
        page.close();
        return row;
    }

    /** Ends a live attempt that never got an address to pay at (the process died in between); refuses any other. */
    private void abandon(Book.Page page, Obligation.Attempt live, Instant now) {
        var row = AttemptRows.find(sql, live.reference()).orElseThrow();
        if (row.redirectUrl() != null || now.isBefore(row.at().plus(BEGINNING))) {
            throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "payment.attempt.live");
        }
        AttemptRows.end(sql, row.reference(), AttemptState.CANCELLED, "never-begun", now);
        note(page, "payment.AttemptEnded", row, Map.of("state", "CANCELLED", "reason", "never-begun"));
    }

    /** Keeps the address at which the payer pays. */
    void redirect(String reference, String url) {
        AttemptRows.redirect(sql, reference, url);
    }

    @Transactional(readOnly = true)
    Optional<AttemptRows.Row> find(String reference) {
        return AttemptRows.find(sql, reference);
    }

    Optional<AttemptRows.Row> takeToAsk(Instant until) {
        return AttemptRows.takeToAsk(sql, until, book.now());
    }

    @Transactional(readOnly = true)
    Optional<Instant> nextAsk() {
        return AttemptRows.nextAsk(sql);
    }

    /** Books what a gateway said, whether in a callback or asked for. Saying it twice changes nothing. */
    void settle(String channel, String reference, Standing standing) {
        var row = AttemptRows.find(sql, reference)
                .filter(found -> found.channel().equals(channel))
                .orElse(null);
        if (row == null) {
            if (standing instanceof Standing.Paid paid) {
                except("UNKNOWN_ATTEMPT", channel, reference, null, paid);
            }
            return;
        }
        var page = book.open(row.obligation()).orElseThrow();
        row = AttemptRows.find(sql, reference).orElseThrow(); // as it is under the lock
        switch (standing) {
            case Standing.Paid paid -> paid(page, row, paid);
            case Standing.Clearing _ -> clearing(page, row);
            case Standing.Failed failed -> end(page, row, AttemptEvent.FAIL, failed.reason(), true);
            case Standing.Cancelled cancelled -> end(page, row, AttemptEvent.CANCEL, cancelled.reason(), true);
            case Standing.TimedOut timedOut -> end(page, row, AttemptEvent.EXPIRE, timedOut.reason(), true);
            case Standing.NeverBegun _, Standing.Open _ -> {
                if (!book.now().isBefore(row.expiresAt())) {
                    end(page, row, AttemptEvent.EXPIRE, "time-over", false);
                }
            }
            case Standing.Away _ -> {}
        }
        page.close();
    }

    /** The payer chose another way, or the gateway would not begin: ends the attempt as far as it is live. */
    void end(String reference, AttemptEvent event, String reason) {
        var row = AttemptRows.find(sql, reference).orElseThrow();
        var page = book.open(row.obligation()).orElseThrow();
        end(page, AttemptRows.find(sql, reference).orElseThrow(), event, reason, false);
        page.close();
    }

    private void clearing(Book.Page page, AttemptRows.Row row) {
        if (row.state().after(AttemptEvent.CLEAR) != row.state()) {
            AttemptRows.clearing(sql, row.reference());
            note(page, "payment.AttemptCleared", row, Map.of());
        }
    }

    private void end(Book.Page page, AttemptRows.Row row, AttemptEvent event, String reason, boolean lastWord) {
        var next = row.state().after(event);
        if (next != row.state()) {
            AttemptRows.end(sql, row.reference(), next, reason, book.now());
            note(page, "payment.AttemptEnded", row, Map.of("state", next.name(), "reason", reason));
        }
        if (lastWord && !next.live()) {
            AttemptRows.askNoMore(sql, row.reference());
        }
    }

    private void paid(Book.Page page, AttemptRows.Row row, Standing.Paid paid) {
        if (paid.amountVnd() != row.amountVnd()) {
            except("WRONG_AMOUNT", row.channel(), row.reference(), page, paid);
            end(page, row, AttemptEvent.FAIL, "wrong-amount", true);
            return;
        }
        if (row.state() == AttemptState.SUCCEEDED) {
            if (!paid.gatewayId().equals(row.gatewayId())) { // one attempt, two movements of money
                except("PAID_TWICE", row.channel(), row.reference(), page, paid);
            }
            return;
        }
        var now = book.now();
        boolean due = page.state() == Obligation.State.DUE;
        if (due) {
            page.obligation()
                    .live()
                    .filter(live -> !live.reference().equals(row.reference()))
                    .ifPresent(other -> {
                        var otherRow = AttemptRows.find(sql, other.reference()).orElseThrow();
                        end(page, otherRow, AttemptEvent.CANCEL, "paid-by-another", false);
                    });
        }
        AttemptRows.succeeded(sql, row.reference(), paid.gatewayId(), now);
        note(page, "payment.AttemptEnded", row, Map.of("state", "SUCCEEDED", "gatewayId", paid.gatewayId()));
        if (due) {
            page.move(Obligation.Event.PAY);
            note(page, "payment.Paid", row, Map.of("amountVnd", row.amountVnd()));
        } else {
            var closed = page.state() == Obligation.State.WAIVED || page.state() == Obligation.State.EXPIRED;
            except(closed ? "PAID_TOO_LATE" : "PAID_TWICE", row.channel(), row.reference(), page, paid);
        }
    }

    private void except(
            String kind,
            String channel,
            String reference,
            Book.@org.jspecify.annotations.Nullable Page page,
            Standing.Paid paid) {
        int written = sql.sql("""
                        insert into payment.exception (kind, channel, reference, obligation, amount_vnd, gateway_id, at)
                        values (:kind, :channel, :reference, :obligation, :amount, :gatewayId, :at)
                        on conflict do nothing
                        """)
                .param("kind", kind)
                .param("channel", channel)
                .param("reference", reference)
                .param("obligation", page == null ? null : page.obligation().id())
                .param("amount", paid.amountVnd())
                .param("gatewayId", paid.gatewayId())
                .param("at", book.now().atOffset(ZoneOffset.UTC))
                .update();
        if (written == 1 && page != null) {
            page.note(
                    "payment.ExceptionFound",
                    PersonId.SYSTEM,
                    Map.of("kind", kind, "reference", reference, "channel", channel, "amountVnd", paid.amountVnd()));
        }
    }

    private static void note(Book.Page page, String type, AttemptRows.Row row, Map<String, Object> more) {
        var data = new HashMap<String, Object>(more);
        data.put("reference", row.reference());
        data.put("channel", row.channel());
        var actor = type.equals("payment.AttemptStarted") ? page.obligation().payer() : PersonId.SYSTEM;
        page.note(type, actor, data);
    }

    /** 100 random bits in signs that cannot be taken for each other; fits every gateway's order number. */
    private static String newReference() {
        var letters = new StringBuilder("P");
        for (int i = 0; i < 20; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }
}
