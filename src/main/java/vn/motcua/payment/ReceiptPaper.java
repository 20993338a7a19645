package vn.motcua.payment;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Vnd;
import vn.motcua.signing.Seals;
import vn.motcua.signing.Sheet;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Messages;
import vn.motcua.web.PublicAddress;

/** A receipt as a paper, drawn and sealed. Always in Vietnamese, the language of the law. */
@Component
class ReceiptPaper {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private final ReceiptFacts facts;
    private final Seals seals;
    private final Messages messages;
    private final PublicAddress address;

    ReceiptPaper(ReceiptFacts facts, Seals seals, Messages messages, PublicAddress address) {
        this.facts = facts;
        this.seals = seals;
        this.messages = messages;
        this.address = address;
    }

    String newToken() {
        return seals.newToken();
    }

    ReceiptContent content(Obligation owed, String number, int year, Instant now) {
        return facts.of(owed, number, year, now);
    }

    byte[] sealed(ReceiptContent content, String token) {
        var amount = new Vnd(content.amountVnd());
        var sheet = Sheet.of(text("title") + " " + content.number(), Messages.VIETNAMESE, content.payable())
                .letterhead(content.agency(), content.agencyAddress(), text("nation"), text("motto"))
                .title(text("title"))
                .row(text("form"), content.form())
                .row(text("symbol"), content.symbol())
                .row(text("number"), content.number())
                .row(text("collector"), content.agency())
                .row(text("agencyCode"), content.agencyCode())
                .row(text("collectorAddress"), content.agencyAddress());
        if (!content.taxCode().isEmpty()) {
            sheet = sheet.row(text("taxCode"), content.taxCode());
        }
        var pdf = sheet.row(text("payer"), content.payer())
                .row(text("payerId"), content.payerId())
                .row(text("payerAddress"), content.payerAddress())
                .row(text("for"), content.payable().substring(content.payable().indexOf('/') + 1))
                .table(
                        List.of(text("kind"), text("name"), text("basis"), text("amount")),
                        content.lines().stream().map(this::line).toList(),
                        List.of(2, 5, 4, 3))
                .row(text("total"), amount.toString())
                .row(text("words"), AmountInWords.of(amount))
                .row(text("paidAt"), moment(content.paidAt()))
                .row(
                        text("channel"),
                        messages.text(Messages.VIETNAMESE, "payment.channel." + content.channel() + ".name"))
                .row(text("reference"), content.reference())
                .row(text("date"), moment(content.issuedAt()))
                .qr(address.of("/verify#" + token), text("scan"), token)
                .note(text("sealed"))
                .pdf();
        return seals.seal(
                pdf,
                new Seals.Paper(
                        Seals.Kind.FEE_RECEIPT,
                        token,
                        new AgencyCode(content.agencyCode()),
                        content.agency(),
                        content.payable(),
                        content.issuedAt()));
    }

    private List<String> line(Rows.LineRow line) {
        return List.of(text(line.kind()), line.name(), line.basis(), new Vnd(line.amountVnd()).toString());
    }

    private String text(String key) {
        return messages.text(Messages.VIETNAMESE, "payment.receipt." + key);
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(WorkingTime.ZONE));
    }
}
