package vn.motcua.sandbox.momo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.door.Refusal;

/**
 * What the wallet says it took and gave back on one day (00:00:00–23:59:59 +07:00): CSV in UTF-8 with CRLF, a header, and a
 * last row TOTAL with the number of rows, the sum of amounts and the sum of fees. Amounts are whole đồng without a sign;
 * the column {@code kind} says which way they went.
 */
record Settlement(String partnerCode) {

    private static final String HEADER = "session_date,provider,partner_code,reference,provider_txn,bank_code,dossier_code,"
            + "procedure_code,agency_code,beneficiary_account,kind,amount_vnd,fee_vnd,txn_time,status\r\n";

    /** Refuses what is no day, and days to come. */
    static LocalDate date(@Nullable String text, OffsetDateTime now) {
        if (text == null) {
            throw Refusal.invalid("date", "date", "is missing; it is a day as in 2026-11-24");
        }
        try {
            var date = LocalDate.parse(text);
            if (date.isAfter(now.toLocalDate())) {
                throw Refusal.invalid("date", "date", "must not be after today, " + now.toLocalDate());
            }
            return date;
        } catch (DateTimeParseException _) {
            throw Refusal.invalid("date", "date", "must be a day as in 2026-11-24");
        }
    }

    String of(LocalDate date, List<Charge> charges) {
        var rows = new ArrayList<String>();
        long sum = 0;
        for (var charge : charges) {
            if (charge.state() == Charge.State.PAID && charge.decidedAt().toLocalDate().equals(date)) {
                rows.add(row(date, charge, charge.order().id(), charge.transId(), "PAY", charge.taken(), charge.decidedAt()));
                sum += charge.taken();
            }
            for (var refund : charge.refunds()) {
                if (refund.at().toLocalDate().equals(date)) {
                    rows.add(row(date, charge, refund.id(), refund.transId(), "REFUND", refund.amount(), refund.at()));
                    sum += refund.amount();
                }
            }
        }
        return HEADER + String.join("", rows) + "TOTAL,%d,,,,,,,,,,%d,0,,\r\n".formatted(rows.size(), sum);
    }

    private String row(
            LocalDate date, Charge charge, String reference, long transId, String kind, long amount, OffsetDateTime at) {
        return "%s,momo,%s,%s,%d,,%s,,,,%s,%d,0,%s,SUCCESS\r\n"
                .formatted(date, partnerCode, reference, transId, dossier(charge), kind, amount, at);
    }

    /** The dossier's code where the portal put it into extraData (base64 of JSON, field maHoSo), otherwise empty. */
    private static String dossier(Charge charge) {
        try {
            var json = Base64.getDecoder().decode(charge.order().extraData());
            var code = Json.MAPPER.readTree(json).path("maHoSo").asString("");
            return code.matches("[A-Za-z0-9.-]{1,40}") ? code : "";
        } catch (IllegalArgumentException | JacksonException _) {
            return "";
        }
    }

    /** As RFC 9530 writes it. */
    static String digest(byte[] bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha-256=:" + Base64.getEncoder().encodeToString(sha) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
