package vn.motcua.payment.web;

/** Nothing is to be paid any more: paid ({@code paidAt} and a receipt), or closed. */
public record EndPage(String id, boolean paid, String amount, String words, String paidAt, String returnTo)
        implements ObligationPage {}
