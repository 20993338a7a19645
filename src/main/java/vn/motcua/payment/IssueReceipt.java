package vn.motcua.payment;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.journal.JournalReader;
import vn.motcua.journal.Recorded;

/** Gives each payment its receipt, apart from booking the money: nothing about a paper may ever refuse money. */
@Component
class IssueReceipt implements JournalReader {

    private final Receipts receipts;

    IssueReceipt(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "payment.issue-receipt";
    }

    @Override
    public Set<String> types() {
        return Set.of("payment.Paid");
    }

    @Override
    public void on(Recorded event) {
        receipts.issue(UUID.fromString(event.stream().substring("obligation/".length())));
    }
}
