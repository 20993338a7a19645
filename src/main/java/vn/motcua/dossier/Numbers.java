package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.shared.AgencyCode;

/**
 * Draws the numbers of dossiers: unique and rising for each agency and day, with gaps. Each draw is a short transaction of
 * its own, before that of the dossier; requests of this node that wait for the same agency and day share one. Its commit is
 * not waited for: the dossier's own commit comes later in the same log and makes both durable.
 */
@Repository
class Numbers {

    private static final int MOST_AT_ONCE = 500;

    private record Counter(AgencyCode agency, LocalDate day) {}

    private static final class Waiting {
        private final ConcurrentLinkedQueue<CompletableFuture<Long>> tickets = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean drawing = new AtomicBoolean();
    }

    private final JdbcClient sql;
    private final ConcurrentHashMap<Counter, Waiting> counters = new ConcurrentHashMap<>();

    Numbers(JdbcClient sql) {
        this.sql = sql;
    }

    /** The next number. Refuses to run inside a transaction, which would hold a second connection. */
    DossierCode next(AgencyCode agency, LocalDate day) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A number is drawn before the transaction that uses it");
        }
        var waiting = counters.computeIfAbsent(new Counter(agency, day), counter -> {
            counters.keySet().removeIf(old -> old.day().isBefore(day.minusDays(1)));
            return new Waiting();
        });
        var ticket = new CompletableFuture<Long>();
        waiting.tickets.add(ticket);
        while (!waiting.tickets.isEmpty() && waiting.drawing.compareAndSet(false, true)) {
            try {
                serve(agency, day, waiting);
            } finally {
                waiting.drawing.set(false); // then look again: a ticket may have come since the last look
            }
        }
        return DossierCode.of(agency, day, ticket.join());
    }

    private void serve(AgencyCode agency, LocalDate day, Waiting waiting) {
        for (var tickets = taken(waiting); !tickets.isEmpty(); tickets = taken(waiting)) {
            try {
                long last = draw(agency, day, tickets.size());
                for (int i = 0; i < tickets.size(); i++) {
                    tickets.get(i).complete(last - tickets.size() + 1 + i);
                }
            } catch (RuntimeException e) {
                tickets.forEach(ticket -> ticket.completeExceptionally(e));
            }
        }
    }

    private static List<CompletableFuture<Long>> taken(Waiting waiting) {
        var taken = new ArrayList<CompletableFuture<Long>>();
        for (var ticket = waiting.tickets.poll(); ticket != null; ticket = waiting.tickets.poll()) {
            taken.add(ticket);
            if (taken.size() == MOST_AT_ONCE) {
                break;
            }
        }
        return taken;
    }

    private long draw(AgencyCode agency, LocalDate day, int count) {
        return sql.sql("""
                with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
                insert into dossier.sequence (agency, day, last) select :agency, :day, :count from unhurried
                on conflict (agency, day) do update set last = sequence.last + :count
                returning last
                """)
                .param("agency", agency.value())
                .param("day", day)
                .param("count", count)
                .query(Long.class)
                .single();
    }
}
