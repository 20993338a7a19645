package vn.motcua.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.files.FileId;
import vn.motcua.files.Files;
import vn.motcua.keys.Keys;
import vn.motcua.shared.PersonId;
import vn.motcua.time.WorkingTime;

/**
 * Receipts for money that came. What one says is fixed once, with a number of its agency and year that is never used again;
 * the sealed paper is drawn from it when somebody first opens it, and is the same for ever.
 */
@Repository
@Transactional
public class Receipts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "payment.receipt";

    private final JdbcClient sql;
    private final InstantSource clock;
    private final Keys keys;
    private final Files files;
    private final ReceiptPaper paper;

    Receipts(JdbcClient sql, InstantSource clock, Keys keys, Files files, ReceiptPaper paper) {
        this.sql = sql;
        this.clock = clock;
        this.keys = keys;
        keys.secret(KEY);
        this.files = files;
        this.paper = paper;
    }

    /** @param number as printed, seven digits, of the agency and the year */
    public record Receipt(String number, Instant issuedAt) {}

    private record Row(
            String agency,
            int number,
            String token,
            Instant issuedAt,
            byte[] content,
            @Nullable UUID file) {}

    /** The obligation's receipt, where there is one. */
    @Transactional(readOnly = true)
    public Optional<Receipt> of(UUID obligation) {
        return find(obligation).map(row -> new Receipt(printed(row.number()), row.issuedAt()));
    }

    /** The sealed paper; empty while nothing was paid. The caller has checked that the asker may see it. */
    public Optional<byte[]> pdf(UUID obligation) {
        return issued(obligation).map(row -> {
            if (row.file() != null) {
                return files.content(new FileId(row.file()));
            }
            var content = JSON.readValue(keys.decrypt(KEY, row.content()), ReceiptContent.class);
            var pdf = paper.sealed(content, row.token());
            var kept = files.keep(PersonId.SYSTEM, "receipt-" + content.number() + ".pdf", "application/pdf", pdf);
            sql.sql("update payment.receipt set file = :file where obligation = :obligation")
                    .param("file", kept.id().value())
                    .param("obligation", obligation)
                    .update();
            return pdf;
        });
    }

    /** Fixes number and content, once: by the reader of payments, or by whoever opens the receipt before it. */
    void issue(UUID obligation) {
        issued(obligation);
    }

    private Optional<Row> issued(UUID obligation) {
        // the lock makes two first openings wait for each other
        sql.sql("select 1 from payment.obligation where id = :id for update")
                .param("id", obligation)
                .query(Integer.class)
                .optional();
        var there = find(obligation);
        return there.isPresent() ? there : paid(obligation).map(owed -> write(obligation, owed));
    }

    private Optional<Obligation> paid(UUID obligation) {
        return Rows.where(sql, "o.id = :id", "id", obligation).stream()
                .filter(owed -> owed.paidAt() != null)
                .findFirst();
    }

    private Row write(UUID obligation, Obligation owed) {
        var now = clock.instant();
        int year = now.atZone(WorkingTime.ZONE).getYear();
        int number = nextNumber(owed.agency().value(), year);
        var content = paper.content(owed, printed(number), year, now);
        var row = new Row(
                owed.agency().value(),
                number,
                paper.newToken(),
                now,
                keys.encrypt(KEY, JSON.writeValueAsBytes(content)),
                null);
        sql.sql("""
                        insert into payment.receipt (obligation, agency, year, number, token, issued_at, content)
                        values (:obligation, :agency, :year, :number, :token, :now, :content)
                        """)
                .param("obligation", obligation)
                .param("agency", row.agency())
                .param("year", year)
                .param("number", number)
                .param("token", row.token())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("content", row.content())
                .update();
        return row;
    }

    private int nextNumber(String agency, int year) {
        return sql.sql("""
                        insert into payment.receipt_number (agency, year, last) values (:agency, :year, 1)
                        on conflict (agency, year) do update set last = receipt_number.last + 1
                        returning last
                        """)
                .param("agency", agency)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    private Optional<Row> find(UUID obligation) {
        return sql.sql("select * from payment.receipt where obligation = :obligation")
                .param("obligation", obligation)
                .query((row, _) -> new Row(
                        row.getString("agency"),
                        row.getInt("number"),
                        row.getString("token"),
                        row.getTimestamp("issued_at").toInstant(),
                        row.getBytes("content"),
                        row.getObject("file", UUID.class)))
                .optional();
    }

    private static String printed(int number) {
        return "%07d".formatted(number);
    }
}
