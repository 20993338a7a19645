package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.keys.TestKeys;

/** Numbers and contents of receipts; how the sealed paper looks is seen in the journey. */
class ReceiptsTest {

    private static final Till TILL = new Till();

    @TempDir
    static Path data;

    private final List<String> asked = new ArrayList<>();

    @AfterAll
    static void close() {
        TILL.close();
    }

    /** Facts without an agency's and a person's rows behind them. */
    @SuppressWarnings("NullAway")
    private final class Paper extends ReceiptPaper {
        Paper() {
            super(null, null, null, null);
        }

        @Override
        String newToken() {
            return UUID.randomUUID().toString();
        }

        @Override
        ReceiptContent content(Obligation owed, String number, int year, Instant now) {
            synchronized (asked) {
                asked.add(number);
            }
            return new ReceiptContent(
                    "01BLP0-001",
                    "MC-26E",
                    number,
                    "Công an",
                    "H26",
                    "",
                    "",
                    "Nguyễn Thị An",
                    "001190000017",
                    "",
                    owed.payable().value(),
                    List.of(),
                    owed.amount().amount(),
                    "momo",
                    "P1",
                    now,
                    now);
        }
    }

    @SuppressWarnings("NullAway")
    private Receipts receipts() {
        InstantSource clock = TILL.now::get;
        return new Receipts(TILL.database.sql(), clock, TestKeys.in(TILL.database, data, clock), null, new Paper());
    }

    private static Obligation paid() {
        var due = TILL.due();
        var attempt = TILL.begin(due);
        TILL.momo.pay(attempt);
        TILL.the(Callbacks.class).momo(TILL.momo.notice(attempt));
        return due;
    }

    private static boolean issue(Receipts receipts, Obligation paid) {
        return TILL.transaction(() -> {
            receipts.issue(paid.id());
            return true;
        });
    }

    @Test
    void numbersFollowEachOtherWithinAgencyAndYearAndBeginAnewWithTheNext() throws Exception {
        var receipts = receipts();
        var all = List.of(paid(), paid(), paid());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var paid : all) { // each twice at once: the reader and somebody who opens it
                threads.submit(() -> issue(receipts, paid));
                threads.submit(() -> issue(receipts, paid));
            }
        }
        assertThat(all.stream().map(paid -> receipts.of(paid.id()).orElseThrow().number()))
                .containsExactlyInAnyOrder("0000001", "0000002", "0000003");
        assertThat(asked).as("the content of each is fixed once").hasSize(3);
        TILL.now.updateAndGet(at -> at.plus(Duration.ofDays(60)));
        var nextYear = paid();
        issue(receipts, nextYear);
        assertThat(receipts.of(nextYear.id()).orElseThrow().number()).isEqualTo("0000001");
    }

    @Test
    void whatIsNotPaidHasNoReceipt() {
        var receipts = receipts();
        var due = TILL.due();
        issue(receipts, due);
        assertThat(receipts.of(due.id())).isEmpty();
    }
}
