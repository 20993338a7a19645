package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The same thing twice or at once, a step too early, by the wrong person, or paid by nobody: it happens once, in turn, or not at all. */
class OutOfTurnTest {

    private static final String DOSSIERS = "/api/v1/me/dossiers";

    private static final Town TOWN = Town.shared();
    private static final LicenceByApi LICENCE = new LicenceByApi(TOWN, "079085000026");
    private static final String FILE = LICENCE.file();

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        TOWN.assertNoErrors();
    }

    private static String good() {
        return LicenceByApi.body(FILE, FILE);
    }

    @Test
    void keyIsNeededAndIsAUuid() {
        var client = LICENCE.applicant();
        for (var key : List.of("", "1", "not-a-uuid", "x".repeat(500))) {
            var request = client.request(DOSSIERS).header("Content-Type", "application/json");
            var answer = client.send((key.isEmpty() ? request : request.header("Idempotency-Key", key))
                    .POST(BodyPublishers.ofString(good())));
            Client.assertProblem(answer, 400, "/invalid");
        }
    }

    @Test
    void sameKeyIsOneDossierAndAnotherBodyIsRefused() {
        var key = UUID.randomUUID();
        var first = LICENCE.applicant().post(DOSSIERS, key, good()).is(201);
        assertThat(LICENCE.applicant().post(DOSSIERS, key, good()).is(201).text())
                .isEqualTo(first.text());
        Client.assertProblem(LICENCE.applicant().post(DOSSIERS, key, good().replace("B2", "C1")), 422, "/invalid");
        var other = LICENCE.applicant().post(DOSSIERS, good()).is(201);
        assertThat(other.json().get("code")).isNotEqualTo(first.json().get("code"));
    }

    @Test
    void sixteenAtOnceWithOneKeyAreOneDossier() throws Exception {
        var key = UUID.randomUUID();
        var body = good();
        var codes = Client.atOnce(16, () -> LICENCE.applicant().post(DOSSIERS, key, body)).stream()
                .filter(answer -> {
                    assertThat(answer.status()).as(answer.text()).isIn(201, 409);
                    return answer.status() == 201;
                })
                .map(answer -> answer.json().get("code").asString())
                .distinct();
        assertThat(codes).hasSize(1);
    }

    @Test
    void ofTwoOfficialsAtOnceOneIsFaster() throws Exception {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted().paid();
        var clerk = TOWN.signed("clerk.hanoi");
        var answers = Client.atOnce(8, () -> licence.act(clerk, "acceptance", "{}"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200))
                .as("%s", answers)
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .as("%s", answers)
                .hasSize(7);
        assertThat(licence.dossier().get("steps").valueStream().filter(step -> step.get("name")
                        .asString()
                        .equals("Được tiếp nhận")))
                .hasSize(1);
    }

    @Test
    void stepsOutOfTurnAndByTheWrongPersonAreRefused() {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted();
        Client.assertProblem(licence.act("clerk.hanoi", "acceptance", "{}"), 409, "/not-allowed-now");
        licence.paid();
        Client.assertProblem(
                licence.act("leader.hanoi", "approval", "{\"decision\":\"GRANT\",\"note\":\"\"}"), 403, 404, 409);
        Client.assertProblem(licence.act("clerk.hcm", "acceptance", "{}"), 404);
        licence.accepted();
        Client.assertProblem(licence.act("clerk.hanoi", "acceptance", "{}"), 409);
        Client.assertProblem(licence.act("clerk.hanoi", "assignment", "{\"to\":\"nobody\"}"), 422);
        Client.assertProblem(licence.act("clerk.hanoi", "assignment", "{}"), 422);
        Client.assertProblem(licence.act("clerk.hanoi", "assignment", "{\"to\":\"leader.hcm\"}"), 422);
        Client.assertProblem(
                licence.act(
                        "clerk.hanoi",
                        "assignment",
                        "{\"to\":\"handler.hanoi\",\"note\":\"" + "x".repeat(9_000) + "\"}"),
                422);
        Client.assertProblem(licence.act("clerk.hanoi", "dance", "{}"), 404, 405);
        Client.assertProblem(licence.act("clerk.hanoi", "delivery", "{\"way\":\"ONLINE\"}"), 409);
        Client.assertProblem(licence.act(LICENCE.applicant(), "acceptance", "{}"), 401, 403);
    }

    @Test
    void noticesThatTheWalletDidNotSendChangeNothing() {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted().attempted();
        var notice =
                "{\"partnerCode\":\"X\",\"orderId\":\"%s\",\"requestId\":\"%s\",\"amount\":135000,\"orderInfo\":\"x\",\"orderType\":\"momo_wallet\",\"transId\":1,\"resultCode\":0,\"message\":\"ok\",\"payType\":\"qr\",\"responseTime\":1,\"extraData\":\"\",\"signature\":\"%s\"}"
                        .formatted(licence.attempt, licence.attempt, "0".repeat(64));
        for (var body : List.of(
                notice,
                notice.replace("135000", "1"),
                notice.replace("135000", "-1"),
                notice.replace("135000", "1e400"),
                notice.replace("135000", "\"x\""),
                "{}")) {
            var answer = TOWN.visitor().post("/payments/momo/callback", body);
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        }
        assertThat(licence.bill().get("state").asString()).isEqualTo("DUE");
        TOWN.fault("momo", "forge-signature", 1);
        licence.outcome("paid").seenPaid();
    }

    @Test
    void moneyOfAnotherAmountDoesNotPayTheFee() {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted().attempted();
        TOWN.fault("momo", "wrong-amount", 1);
        licence.outcome("paid");
        Client.pause(1_500);
        assertThat(licence.bill().get("state").asString())
                .as("%s", licence.bill())
                .isNotEqualTo("PAID");
    }
}
