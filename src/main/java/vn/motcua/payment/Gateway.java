package vn.motcua.payment;

import java.util.Locale;
import vn.motcua.shared.Vnd;

/** One way to pay, spoken in the words of the one who runs it. None of its calls may happen inside a transaction. */
interface Gateway {

    /** What the contract and our rows call it, {@code momo}. */
    String channel();

    /** Whether this installation has what it needs to use it. */
    boolean configured();

    /** Asks the gateway to take this payment; refuses with {@link Declined}. */
    String begin(Order order) throws Declined;

    /** Asks how an attempt stands. */
    Standing ask(String reference);

    /** @param text shown to the payer at the gateway */
    record Order(String reference, Vnd amount, String text, Locale locale) {}

    /** The gateway did not take the order, or nobody knows; the payer has no address to pay at, so nothing can be paid. */
    final class Declined extends Exception {
        final boolean away;

        Declined(String reason, boolean away) {
            super(reason, null, false, false);
            this.away = away;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
