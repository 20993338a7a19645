package vn.motcua.payment;

/** What a gateway says of one attempt. */
sealed interface Standing {

    /** The money came: this much, under this name of the gateway's own. */
    record Paid(long amountVnd, String gatewayId) implements Standing {}

    /** The payer has done it and the money is on its way. */
    record Clearing() implements Standing {}

    /** Nothing decided: the payer has not finished, or the gateway says something that we do not know. */
    record Open() implements Standing {}

    /** It will not come; {@code reason} is the gateway's code. */
    record Failed(String reason) implements Standing {}

    record Cancelled(String reason) implements Standing {}

    /** The gateway's own time for it is over. */
    record TimedOut(String reason) implements Standing {}

    /** The gateway knows no such attempt: our request never reached it. */
    record NeverBegun() implements Standing {}

    /** The gateway did not answer. */
    record Away() implements Standing {}
}
