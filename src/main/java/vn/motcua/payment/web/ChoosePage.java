package vn.motcua.payment.web;

import java.util.List;

/** Choosing a way to pay; {@code setback} is the message key of what became of the last attempt, empty at first. */
public record ChoosePage(
        String id,
        String token,
        String amount,
        String words,
        String payBy,
        String setback,
        List<Line> lines,
        List<Way> ways,
        String returnTo)
        implements ObligationPage {

    /** One radio card. */
    public record Way(String code, String name, String hint, String aside, boolean chosen) {}
}
