package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.sandbox.door.Call;

class WalletTest {

    @TempDir
    Path data;

    private World world;
    private MomoClient momo;

    @BeforeEach
    void open() throws IOException {
        world = new World(data);
        momo = new MomoClient(world);
    }

    @AfterEach
    void close() throws IOException {
        momo.close();
        world.close();
    }

    @Test
    void paidAttemptIsNoticedWithASignatureAndLeadsBack() {
        var answer = momo.create(momo.order("A-1", 135_000));
        assertThat(answer.get("resultCode").asInt()).isZero();
        assertThat(answer.get("payUrl").asString()).endsWith("/pay/momo/A-1");
        assertThat(momo.query("A-1").get("resultCode").asInt()).isEqualTo(1000);

        var back = momo.decide("A-1", "paid");

        await().until(() -> momo.notices.size() == 1);
        var notice = momo.notices.getFirst();
        assertThat(momo.isGenuine(notice)).isTrue();
        assertThat(notice.get("amount").asLong()).isEqualTo(135_000);
        assertThat(notice.get("resultCode").asInt()).isZero();
        assertThat(back).startsWith("http://127.0.0.1:8080/payments/momo/return?x=1&");
        var query = Call.form(back.substring(back.indexOf('?') + 1));
        query.remove("x");
        assertThat(momo.isGenuine(World.JSON.valueToTree(query))).isTrue();
        assertThat(momo.query("A-1").get("transId")).isEqualTo(notice.get("transId"));
        assertThat(world.get("/charges?channel=momo")).singleElement().satisfies(charge -> {
            assertThat(charge.get("attempt").asString()).isEqualTo("A-1");
            assertThat(charge.get("amountVnd").asLong()).isEqualTo(135_000);
            assertThat(charge.get("state").asString()).isEqualTo("paid");
            assertThat(charge.get("at").asString())
                    .startsWith("2026-11-16T08:0")
                    .endsWith("+07:00");
            assertThat(charge.get("refunds")).isEmpty();
        });
    }

    @Test
    void failedAndCancelledAttemptsTakeNoMoney() {
        for (var outcome : new String[] {"failed", "cancelled"}) {
            momo.create(momo.order(outcome, 20_000));
            momo.decide(outcome, outcome);
        }

        await().until(() -> momo.notices.size() == 2);
        assertThat(momo.query("failed").get("resultCode").asInt()).isEqualTo(1001);
        assertThat(momo.query("cancelled").get("resultCode").asInt()).isEqualTo(1003);
        assertThat(world.get("/charges")).isEmpty();
    }

    @Test
    void noticeIsSentAgainUntilItIsTakenAlsoAfterARestart() throws IOException {
        momo.answer = 500;
        momo.create(momo.order("A-1", 20_000));
        momo.pay("A-1");
        await().until(() -> momo.notices.size() == 2);

        world.restart();
        await().until(() -> momo.notices.size() >= 3);
        momo.answer = 204;
        // the answer is written down a moment after it was given; stopped in between, the notice would rightly come
        // again
        await().atMost(Duration.ofSeconds(10)).during(Duration.ofSeconds(1)).until(() -> momo.notices.size() >= 4);
        world.restart();
        int taken = momo.notices.size();
        await().during(Duration.ofSeconds(2)).until(() -> momo.notices.size() == taken);
    }

    @Test
    void wrongSignatureIsRefused() {
        var order = momo.order("A-1", 20_000);
        order.put("signature", momo.sign(momo.order("A-1", 10_000)));

        assertThat(momo.create(order).get("resultCode").asInt()).isEqualTo(13);
        assertThat(momo.query("A-1").get("resultCode").asInt()).isEqualTo(42);
    }

    @Test
    void sameRequestGivesTheSameAnswerAndUsedIdsAreRefused() {
        var first = momo.create(momo.order("A-1", 20_000));
        assertThat(momo.create(momo.order("A-1", 20_000)).get("payUrl")).isEqualTo(first.get("payUrl"));

        assertThat(momo.create(momo.order("A-1", 30_000)).get("resultCode").asInt())
                .isEqualTo(40);
        var otherRequest = momo.order("A-1", 20_000);
        otherRequest.put("requestId", "rq-2");
        assertThat(momo.create(otherRequest).get("resultCode").asInt()).isEqualTo(41);
        assertThat(momo.query("A-1").get("amount").asLong()).isEqualTo(20_000);
    }

    @Test
    void badAmountsAndAddressesAreRefused() {
        assertThat(momo.create(momo.order("A-1", 999)).get("resultCode").asInt())
                .isEqualTo(22);
        assertThat(momo.create(momo.order("A-2", 50_000_001)).get("resultCode").asInt())
                .isEqualTo(22);
        var text = momo.order("A-3", 0);
        text.put("amount", "20000");
        assertThat(momo.create(text).get("resultCode").asInt()).isEqualTo(21);
        var elsewhere = momo.order("A-4", 20_000);
        elsewhere.put("ipnUrl", "http://198.51.100.7/ipn");
        assertThat(momo.create(elsewhere).get("resultCode").asInt()).isEqualTo(20);
        assertThat(world.send("POST", "/v2/gateway/api/create", "{").statusCode())
                .isEqualTo(400);
        assertThat(world.send("POST", "/v2/gateway/api/create", "[1]").statusCode())
                .isEqualTo(400);
    }

    @Test
    void moneyIsGivenBackInPartsButNeverMoreThanWasTaken() throws IOException {
        momo.create(momo.order("A-1", 20_000));
        momo.pay("A-1");
        long transId = momo.query("A-1").get("transId").asLong();

        assertThat(momo.refund("R-1", transId, 5_000).get("resultCode").asInt()).isZero();
        assertThat(momo.refund("R-1", transId, 5_000).get("resultCode").asInt()).isZero();
        assertThat(momo.refund("R-2", transId, 15_001).get("resultCode").asInt())
                .isEqualTo(1080);
        assertThat(momo.refund("R-3", transId, 15_000).get("resultCode").asInt())
                .isZero();
        assertThat(momo.refund("R-4", transId, 1_000).get("resultCode").asInt()).isEqualTo(1081);
        assertThat(momo.refund("R-5", transId + 999, 1_000).get("resultCode").asInt())
                .isEqualTo(42);
        world.restart();

        var charge = world.get("/charges").get(0);
        assertThat(charge.get("state").asString()).isEqualTo("refunded");
        assertThat(charge.get("refunds"))
                .extracting(refund -> refund.get("amountVnd").asLong())
                .containsExactly(5_000L, 15_000L);
        assertThat(momo.query("A-1").get("refundTrans")).hasSize(2);
    }

    @Test
    void secondDecisionIsRefusedAndTheSameOneIsHarmless() {
        momo.create(momo.order("A-1", 20_000));
        var first = momo.decide("A-1", "paid");

        assertThat(momo.decide("A-1", "paid")).isEqualTo(first);
        var other = world.send("POST", "/pay/momo/A-1", "{\"outcome\":\"cancelled\"}");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(World.JSON.readTree(other.body()).get("type").asString()).endsWith("/not-allowed-now");
    }

    @Test
    void unpaidAttemptExpiresByThePortalsClock() throws IOException {
        momo.create(momo.order("A-1", 20_000));
        world.portalTime.updateAndGet(time -> time.plusMinutes(101));
        world.restart();

        assertThat(momo.query("A-1").get("resultCode").asInt()).isEqualTo(1005);
        assertThat(world.send("POST", "/pay/momo/A-1", "{\"outcome\":\"paid\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void statementListsTheDaysMoneyWithItsSum() {
        momo.create(momo.order("A-1", 20_000));
        momo.pay("A-1");
        momo.create(momo.order("A-2", 30_000));
        momo.pay("A-2");
        momo.refund("R-1", momo.query("A-2").get("transId").asLong(), 10_000);

        var answer = world.send("GET", "/statement/momo?date=2026-11-16", "");
        var rows = answer.body().split("\r\n");
        assertThat(rows).hasSize(5);
        assertThat(rows[0]).startsWith("session_date,provider,partner_code,reference,provider_txn,");
        assertThat(rows[1]).contains(",A-1,", ",PAY,20000,0,2026-11-16T08:0").endsWith("+07:00,SUCCESS");
        assertThat(rows[3]).contains(",R-1,", ",REFUND,10000,0,");
        assertThat(rows[4]).isEqualTo("TOTAL,3,,,,,,,,,,60000,0,,");
        assertThat(answer.headers().firstValue("Repr-Digest").orElseThrow()).startsWith("sha-256=:");
        assertThat(world.send("GET", "/statement/momo?date=2026-11-15", "").body())
                .contains("TOTAL,0,");
        for (var date : new String[] {"", "?date=2026-11-17", "?date=16/11/2026", "?day=1"}) {
            assertThat(world.send("GET", "/statement/momo" + date, "").statusCode())
                    .as(date)
                    .isEqualTo(422);
        }
    }

    @Test
    void pageShowsTheOrderAsTextAndAFormDoesWhatTheButtonSays() {
        momo.create(momo.order("A-1", 135_000));

        var page = world.send("GET", "/pay/momo/A-1", "").body();
        assertThat(page).contains("lang=\"vi\"", "135.000 đ", "Lệ phí &lt;b&gt;hồ sơ&lt;/b&gt; &amp; giấy tờ");
        assertThat(page).doesNotContain("<script", "<b>");
        assertThat(world.send("GET", "/pay/momo/A-1?lang=en", "").body()).contains("Confirm the payment", "135,000 ₫");
        var form = new String[] {"Content-Type", "application/x-www-form-urlencoded"};
        var answer = world.send("POST", "/pay/momo/A-1", "outcome=failed", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("resultCode=1001");
        assertThat(world.send("GET", "/pay/momo/A-1", "").body()).contains("Thanh toán không thành");
        var again = world.send("POST", "/pay/momo/A-1", "outcome=paid", form);
        assertThat(again.headers().firstValue("Location").orElseThrow()).isEqualTo("/pay/momo/A-1");
    }
}
