package vn.motcua.sandbox.momo;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One attempt to pay, as the wallet sees it.
 *
 * @param taken the money that left the wallet, in đồng; 0 until paid
 * @param at when it was asked for; {@code decidedAt} when the person decided (+07:00, the portal's clock)
 * @param noticed the portal has answered the notice, or will never get it
 */
record Charge(
        Order order,
        State state,
        long transId,
        long taken,
        OffsetDateTime at,
        OffsetDateTime decidedAt,
        boolean noticed,
        List<Refund> refunds) {

    /** A wallet keeps an unpaid request open for 100 minutes. */
    static final int MINUTES_OPEN = 100;

    /** States with MoMo's result codes. LATE: the person paid, the wallet has not booked it yet. */
    enum State {
        PENDING(1000, "Transaction is initiated, waiting for the user."),
        LATE(7002, "Transaction is being processed."),
        PAID(0, "Successful."),
        FAILED(1001, "Not enough money in the wallet."),
        CANCELLED(1003, "Transaction cancelled."),
        EXPIRED(1005, "Transaction expired.");

        final int resultCode;
        final String message;

        State(int resultCode, String message) {
            this.resultCode = resultCode;
            this.message = message;
        }
    }

    /** What the portal asked for (create); the id is its own reference of the attempt. */
    record Order(
            String id,
            String requestId,
            long amount,
            String ipnUrl,
            String redirectUrl,
            String info,
            String extraData,
            String lang) {

        static Order of(JsonNode line) {
            return new Order(
                    line.get("orderId").asString(),
                    line.get("requestId").asString(),
                    line.get("amount").asLong(),
                    line.get("ipnUrl").asString(),
                    line.get("redirectUrl").asString(),
                    line.get("orderInfo").asString(),
                    line.get("extraData").asString(),
                    line.get("lang").asString());
        }
    }

    /** Money given back, with the portal's id of the refund. */
    record Refund(String id, long amount, long transId, OffsetDateTime at) {}

    Charge {
        refunds = List.copyOf(refunds);
    }

    static Charge of(Order order, OffsetDateTime at) {
        return new Charge(order, State.PENDING, 0, 0, at, at, false, List.of());
    }

    State stateAt(OffsetDateTime now) {
        return state == State.PENDING && now.isAfter(at.plusMinutes(MINUTES_OPEN)) ? State.EXPIRED : state;
    }

    Charge decided(State next, long transId, long taken, OffsetDateTime at) {
        return new Charge(order, next, transId, taken, this.at, at, false, refunds);
    }

    Charge told() {
        return new Charge(order, state, transId, taken, at, decidedAt, true, refunds);
    }

    Charge refunded(Refund refund) {
        var all = new ArrayList<>(refunds);
        all.add(refund);
        return new Charge(order, state, transId, taken, at, decidedAt, noticed, all);
    }

    long refunded() {
        return refunds.stream().mapToLong(Refund::amount).sum();
    }
}
