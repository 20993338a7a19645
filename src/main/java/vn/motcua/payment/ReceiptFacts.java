package vn.motcua.payment;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.identity.People;

/** Gathers what a receipt says at the moment when it is issued. */
@Component
class ReceiptFacts {

    /** For receipts without a printed face value (Thông tư 78/2021/TT-BTC); the symbol ends in E: electronic. */
    private static final String FORM = "01BLP0-001";

    private final Agencies agencies;
    private final People people;
    private final PaymentSettings settings;

    ReceiptFacts(Agencies agencies, People people, PaymentSettings settings) {
        this.agencies = agencies;
        this.people = people;
        this.settings = settings;
    }

    ReceiptContent of(Obligation owed, String number, int year, Instant now) {
        var agency = agencies.find(owed.agency()).orElseThrow();
        var payer = people.citizen(owed.payer());
        var paidBy = owed.attempts().stream()
                .filter(attempt -> attempt.state() == Obligation.AttemptState.SUCCEEDED)
                .findFirst()
                .orElseThrow();
        var paidAt = owed.paidAt();
        return new ReceiptContent(
                FORM,
                "MC-" + year % 100 + "E",
                number,
                agency.name().vi(),
                agency.code().value(),
                agency.address(),
                settings.taxCodes().getOrDefault(agency.code().value(), ""),
                payer.fullName(),
                payer.identityNumber(),
                payer.address(),
                owed.payable().value(),
                owed.lines().stream()
                        .map(line -> new Rows.LineRow(
                                line.kind(), line.name(), line.amount().amount(), line.basis()))
                        .toList(),
                owed.amount().amount(),
                paidBy.channel(),
                paidBy.reference(),
                paidAt == null ? now : paidAt,
                now);
    }
}
