package vn.motcua.payment.web;

/** What one demand for money looks like to its payer at this moment. */
public sealed interface ObligationPage permits ChoosePage, WaitingPage, EndPage {

    /** @param label what is to be paid */
    record Line(String label, String amount) {}
}
