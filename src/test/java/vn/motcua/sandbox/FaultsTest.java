package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

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
    void walletThatIsDownHangsUpAndThenComesBack() throws IOException {
        world.fault("momo", "down", 1, 0);
        world.restart();

        assertThatThrownBy(() -> momo.create(momo.order("A-1", 20_000))).isInstanceOf(UncheckedIOException.class);
        assertThat(momo.create(momo.order("A-1", 20_000)).get("resultCode").asInt())
                .isZero();
    }

    @Test
    void slowWalletAnswersLater() {
        world.fault("momo", "slow", 1, 700);

        long begin = System.nanoTime();
        momo.query("A-1");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(699));
    }

    @Test
    void droppedNoticeNeverComesButTheMoneyIsTaken() throws IOException {
        world.fault("momo", "drop-callback", 1, 0);
        paid("A-1");

        await().during(Duration.ofSeconds(2)).until(() -> momo.notices.isEmpty());
        world.restart();
        await().during(Duration.ofSeconds(1)).until(() -> momo.notices.isEmpty());
        assertThat(momo.query("A-1").get("resultCode").asInt()).isZero();
        assertThat(world.get("/charges")).hasSize(1);
    }

    @Test
    void duplicatedNoticeComesTwice() {
        world.fault("momo", "duplicate-callback", 1, 0);
        paid("A-1");

        await().until(() -> momo.notices.size() == 2);
        assertThat(momo.notices.get(1)).isEqualTo(momo.notices.get(0));
    }

    @Test
    void wrongAmountIsWhatTheWalletReallyTook() {
        world.fault("momo", "wrong-amount", 1, 0);
        paid("A-1");

        await().until(() -> momo.notices.size() == 1);
        assertThat(momo.isGenuine(momo.notices.getFirst())).isTrue();
        assertThat(momo.notices.getFirst().get("amount").asLong()).isEqualTo(19_000);
        assertThat(momo.query("A-1").get("amount").asLong()).isEqualTo(19_000);
        assertThat(world.get("/charges").get(0).get("amountVnd").asLong()).isEqualTo(19_000);
    }

    @Test
    void forgedNoticeClaimsSuccessAndTheTrueOneFollows() {
        world.fault("momo", "forge-signature", 1, 0);
        momo.create(momo.order("A-1", 20_000));
        momo.decide("A-1", "cancelled");

        await().until(() -> momo.notices.size() == 2);
        assertThat(momo.isGenuine(momo.notices.get(0))).isFalse();
        assertThat(momo.notices.get(0).get("resultCode").asInt()).isZero();
        assertThat(momo.isGenuine(momo.notices.get(1))).isTrue();
        assertThat(momo.notices.get(1).get("resultCode").asInt()).isEqualTo(1003);
    }

    @Test
    void lateSuccessIsPendingFirstAndPaidAfterwardsAlsoOverARestart() throws IOException {
        world.fault("momo", "late-success", 1, 60_000);
        momo.create(momo.order("A-1", 20_000));
        assertThat(momo.decide("A-1", "paid")).contains("resultCode=7002");
        assertThat(momo.query("A-1").get("resultCode").asInt()).isEqualTo(7002);
        assertThat(momo.notices).isEmpty();

        world.restart();
        await().until(() -> momo.notices.size() == 1);
        assertThat(momo.query("A-1").get("resultCode").asInt()).isZero();
    }

    @Test
    void mailServerThatIsDownTakesNothingAndALateOneTakesItUnsaid() throws MessagingException {
        world.fault("mail", "down", 1, 0);
        assertThatThrownBy(() -> world.mail("an@motcua.example", "1", "x")).isInstanceOf(MessagingException.class);
        world.fault("mail", "late-success", 1, 0);
        assertThatThrownBy(() -> world.mail("an@motcua.example", "2", "x")).isInstanceOf(MessagingException.class);
        world.mail("an@motcua.example", "3", "x");

        assertThat(world.get("/messages?to=an@motcua.example"))
                .extracting(mail -> mail.get("subject").asString())
                .containsExactly("2", "3");
    }

    @Test
    void smsCentreThatIsDownBindsNobody() throws IOException {
        world.fault("sms", "down", 1, 0);

        assertThatThrownBy(world::bind).isInstanceOf(IOException.class);
        world.bind().unbindAndClose();
    }

    @Test
    void clearedFaultsAreOver() {
        world.fault("momo", "down", 1_000, 0);

        assertThat(world.send("DELETE", "/faults", "").statusCode()).isEqualTo(204);
        assertThat(momo.create(momo.order("A-1", 20_000)).get("resultCode").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'target':'vnptpay','mode':'down','count':1} | 422 | /unsupported",
                "{'target':'vietinbank','mode':'down','count':1} | 422 | /unsupported",
                "{'target':'vietcombank','mode':'down','count':1} | 422 | /unsupported",
                "{'target':'eid','mode':'down','count':1} | 422 | /unsupported",
                "{'target':'register','mode':'down','count':1} | 422 | /unsupported",
                "{'target':'moon','mode':'down','count':1} | 422 | /invalid",
                "{'target':'momo','mode':'sideways','count':1} | 422 | /invalid",
                "{'target':'scanner','mode':'wrong-amount','count':1} | 422 | /invalid",
                "{'target':'mail','mode':'drop-callback','count':1} | 422 | /invalid",
                "{'target':'sms','mode':'forge-signature','count':1} | 422 | /invalid",
                "{'target':'momo','mode':'down','count':0} | 422 | /invalid",
                "{'target':'momo','mode':'down','count':'1'} | 422 | /invalid",
                "{'target':'momo','mode':'down','count':1.5} | 422 | /invalid",
                "{'target':'momo','mode':'down','count':1,'ms':-1} | 422 | /invalid",
                "{'target':'momo','mode':'down','count':1,'more':1} | 422 | /invalid",
                "{'target':1,'mode':'down','count':1} | 422 | /invalid",
                "{'target':'momo' | 400 | /invalid",
                "[] | 400 | /invalid",
            })
    void impossibleFaultsAreRefused(String body, int status, String type) {
        var answer = world.send("POST", "/faults", body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = World.JSON.readTree(answer.body());
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "errors");
        assertThat(problem.get("type").asString()).endsWith(type);
    }

    private void paid(String id) {
        momo.create(momo.order(id, 20_000));
        momo.pay(id);
    }
}
