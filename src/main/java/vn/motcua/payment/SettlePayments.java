package vn.motcua.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.motcua.shared.PersonId;
import vn.motcua.time.DueWork;

/**
 * Asks gateways about attempts of which nobody has told us the end, and closes what was not paid in time. An obligation with a
 * live attempt is never closed: first the gateway has to say that no money came.
 */
@Component
class SettlePayments implements DueWork {

    private final Attempts attempts;
    private final Payments payments;
    private final Book book;
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    SettlePayments(
            Attempts attempts, Payments payments, Book book, JdbcClient sql, TransactionOperations transactions) {
        this.attempts = attempts;
        this.payments = payments;
        this.book = book;
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "payment.settle";
    }

    @Override
    public Optional<Instant> next() {
        return Stream.of(attempts.nextAsk(), nextToClose())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static final String UNPAID = """
            from payment.obligation o
            where o.state = 'DUE' and not exists (
                select 1 from payment.attempt a where a.obligation = o.id and a.state in ('PENDING', 'CLEARING'))
            """;

    private Optional<Instant> nextToClose() {
        return sql.sql("select o.pay_by " + UNPAID + " order by o.pay_by limit 1")
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Override
    public void run(Instant until) {
        for (var due = attempts.takeToAsk(until); due.isPresent(); due = attempts.takeToAsk(until)) {
            payments.ask(due.get().channel(), due.get().reference()); // outside any transaction
        }
        while (Boolean.TRUE.equals(transactions.execute(_ -> closeOne(until)))) {
            // until nothing is left
        }
    }

    private boolean closeOne(Instant until) {
        var due = sql.sql("select o.id " + UNPAID + """
                         and o.pay_by <= :until
                        order by o.pay_by limit 1
                        for update of o skip locked
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
        due.flatMap(book::open).ifPresent(page -> {
            page.move(Obligation.Event.EXPIRE);
            page.note(
                    "payment.Expired",
                    PersonId.SYSTEM,
                    Map.of("amountVnd", page.obligation().amount().amount()));
            page.close();
        });
        return due.isPresent();
    }
}
