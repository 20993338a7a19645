package vn.motcua.payment;

import java.time.Instant;
import java.util.List;

/** All that a receipt says, as it was when the money came (Nghị định 123/2020/NĐ-CP Art. 32): it never changes again. */
record ReceiptContent(
        String form,
        String symbol,
        String number,
        String agency,
        String agencyCode,
        String agencyAddress,
        String taxCode,
        String payer,
        String payerId,
        String payerAddress,
        String payable,
        List<Rows.LineRow> lines,
        long amountVnd,
        String channel,
        String reference,
        Instant paidAt,
        Instant issuedAt) {}
