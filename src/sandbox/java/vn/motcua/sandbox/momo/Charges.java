package vn.motcua.sandbox.momo;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.sandbox.Faults;
import vn.motcua.sandbox.Ledger;
import vn.motcua.sandbox.PortalLink;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.door.Refusal;

/** The wallet's books: every attempt, what became of it, what was given back. Each act is on the disk before it counts. */
final class Charges {

    private static final long FIRST_TRANSACTION = 4_000_000_000L;

    /** A request as it was answered, so that the same one sent again is answered alike. */
    record Request(String orderId, String signature) {}

    private final Ledger ledger;
    private final PortalLink portal;
    private final Faults faults;
    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Map<Long, String> orderByTransaction = new HashMap<>();
    private final Map<String, Request> requests = new HashMap<>();
    private final Map<String, String> refundOrders = new HashMap<>();
    private final ReentrantLock acts = new ReentrantLock();
    private long lastTransaction = FIRST_TRANSACTION;
    private Consumer<Charge> onDecided = _ -> {};

    Charges(Ledger ledger, PortalLink portal, Faults faults) {
        this.ledger = ledger;
        this.portal = portal;
        this.faults = faults;
        ledger.reads("momo-created", (line, _) -> created(line));
        ledger.reads("momo-decided", (line, _) -> decided(line));
        ledger.reads("momo-noticed", (line, _) -> noticed(line.get("orderId").asString()));
        ledger.reads("momo-refunded", (line, _) -> refunded(line));
    }

    /** Who is told of every decision, once it is on the disk. */
    void tells(Consumer<Charge> listener) {
        onDecided = listener;
    }

    synchronized Optional<Charge> find(String orderId) {
        return Optional.ofNullable(charges.get(orderId));
    }

    synchronized Optional<Charge> byTransaction(long transId) {
        return Optional.ofNullable(orderByTransaction.get(transId)).map(charges::get);
    }

    synchronized List<Charge> all() {
        return List.copyOf(charges.values());
    }

    synchronized @Nullable Request request(String requestId) {
        return requests.get(requestId);
    }

    synchronized boolean isRefund(String orderId) {
        return refundOrders.containsKey(orderId);
    }

    /** One act after the other, each on the disk before the next: nobody is told of what a crash could undo. */
    <T> T alone(Supplier<T> act) {
        acts.lock();
        try {
            return act.get();
        } finally {
            acts.unlock();
        }
    }

    /** Writes a new attempt down, within {@link #alone}. */
    void create(ObjectNode line) {
        ledger.keep(line.put("kind", "momo-created").put("at", portal.now().toString()));
    }

    /**
     * What the person at the page decides. The same again changes nothing; another decision afterwards, or one after the
     * time has run out, is refused with 409.
     */
    Charge decide(String orderId, Charge.State wish) {
        return alone(() -> {
            var charge = find(orderId).orElseThrow(() -> Refusal.notFound("There is no such payment."));
            var now = portal.now();
            var state = charge.stateAt(now);
            if (state == wish || state == Charge.State.LATE && wish == Charge.State.PAID) {
                return charge;
            }
            if (state != Charge.State.PENDING) {
                throw Refusal.notAllowedNow("This payment is " + state.name().toLowerCase(Locale.ROOT) + ".");
            }
            var line = decision(charge, wish, now);
            ledger.keep(line);
            var decided = find(orderId).orElseThrow();
            if (decided.state() == Charge.State.LATE) {
                settleLater(decided, line.get("ms").asLong());
            } else {
                onDecided.accept(decided);
            }
            return decided;
        });
    }

    /** The portal has answered the notice, or it is lost for ever. */
    void keepNoticed(String orderId) {
        ledger.keep(Json.object().put("kind", "momo-noticed").put("orderId", orderId));
    }

    /** Gives money back, within {@link #alone}; the caller has checked what may be given. */
    Charge.Refund refund(Charge charge, ObjectNode line) {
        line.put("kind", "momo-refunded")
                .put("of", charge.order().id())
                .put("transId", ++lastTransaction)
                .put("at", portal.now().toString());
        ledger.keep(line);
        return refundOf(line);
    }

    /** After a restart: what was under way goes on. */
    void resume() {
        for (var charge : all()) {
            if (charge.state() == Charge.State.LATE) {
                settleLater(charge, 0);
            } else if (charge.state() != Charge.State.PENDING && !charge.noticed()) {
                onDecided.accept(charge);
            }
        }
    }

    private ObjectNode decision(Charge charge, Charge.State wish, OffsetDateTime now) {
        var line = Json.object().put("kind", "momo-decided").put("orderId", charge.order().id());
        if (wish != Charge.State.PAID) {
            return line.put("state", wish.name()).put("taken", 0).put("transId", ++lastTransaction).put("at", now.toString());
        }
        var late = faults.meet(Faults.Target.MOMO, Faults.Mode.LATE_SUCCESS);
        long amount = charge.order().amount();
        if (faults.meet(Faults.Target.MOMO, Faults.Mode.WRONG_AMOUNT).isPresent()) {
            amount += amount > 1_000 ? -1_000 : 1_000;
        }
        return line.put("state", late.isPresent() ? "LATE" : "PAID")
                .put("taken", amount)
                .put("transId", ++lastTransaction)
                .put("ms", late.map(fault -> fault.delay().toMillis()).orElse(0L))
                .put("at", now.toString());
    }

    private void settleLater(Charge charge, long ms) {
        Thread.startVirtualThread(() -> {
            Faults.pause(Duration.ofMillis(ms));
            ledger.keep(Json.object()
                    .put("kind", "momo-decided")
                    .put("orderId", charge.order().id())
                    .put("state", "PAID")
                    .put("taken", charge.taken())
                    .put("transId", charge.transId())
                    .put("at", portal.now().toString()));
            onDecided.accept(find(charge.order().id()).orElseThrow());
        });
    }

    private static Request request(JsonNode line) {
        return new Request(line.get("orderId").asString(), line.get("signature").asString());
    }

    private synchronized void created(JsonNode line) {
        var order = Charge.Order.of(line);
        requests.put(order.requestId(), request(line));
        charges.put(order.id(), Charge.of(order, at(line)));
    }

    private synchronized void decided(JsonNode line) {
        long transId = line.get("transId").asLong();
        var orderId = line.get("orderId").asString();
        lastTransaction = Math.max(lastTransaction, transId);
        orderByTransaction.put(transId, orderId);
        charges.computeIfPresent(
                orderId,
                (_, charge) -> charge.decided(
                        Charge.State.valueOf(line.get("state").asString()),
                        transId,
                        line.get("taken").asLong(),
                        at(line)));
    }

    private synchronized void noticed(String orderId) {
        charges.computeIfPresent(orderId, (_, charge) -> charge.told());
    }

    private synchronized void refunded(JsonNode line) {
        var refund = refundOf(line);
        var of = line.get("of").asString();
        lastTransaction = Math.max(lastTransaction, refund.transId());
        requests.put(line.get("requestId").asString(), request(line));
        refundOrders.put(refund.id(), of);
        charges.computeIfPresent(of, (_, charge) -> charge.refunded(refund));
    }

    private static Charge.Refund refundOf(JsonNode line) {
        return new Charge.Refund(
                line.get("orderId").asString(),
                line.get("amount").asLong(),
                line.get("transId").asLong(),
                at(line));
    }

    private static OffsetDateTime at(JsonNode line) {
        return OffsetDateTime.parse(line.get("at").asString());
    }
}
