package vn.motcua.payment.web;

/** A live attempt: {@code url} at the gateway, empty while it is not known; {@code clearing} when the payer has done it. */
public record WaitingPage(
        String id, String amount, String words, String attempt, String url, boolean clearing, String returnTo)
        implements ObligationPage {}
