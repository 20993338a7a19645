package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Processes die at every point of the story and are started again: nothing that was acknowledged is lost. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledTest {

    private static final Town TOWN = new Town("killed");
    private static final List<LicenceByApi> ALL = new ArrayList<>();

    @BeforeAll
    static void starts() {
        TOWN.start();
    }

    @AfterAll
    static void ends() {
        TOWN.close();
    }

    @Test
    @Order(1)
    void submissionOutlivesThePortal() {
        var licence = begun();
        var body = licence.body();
        var first = licence.applicant()
                .post("/api/v1/me/dossiers", licence.submissionKey, body)
                .is(201);
        TOWN.killPortal();
        TOWN.startPortal();
        var again = licence.applicant().post("/api/v1/me/dossiers", licence.submissionKey, body);
        assertThat(again.text()).as("the same key after the kill").isEqualTo(first.text());
        licence.code = first.json().get("code").asString();
        licence.obligation = first.json().get("obligation").get("id").asString();
        assertThat(licence.status()).isEqualTo(1);
        finished(licence.paid());
    }

    @Test
    @Order(2)
    void moneyIsTakenOnceThoughTheWalletDiesAfterIt() {
        var licence = begun().submitted().attempted().outcome("paid");
        TOWN.killWorld();
        TOWN.startWorld();
        finished(licence.seenPaid());
    }

    @Test
    @Order(3)
    void moneyIsSeenThoughThePortalDiesBeforeItsNotice() {
        var licence = begun().submitted().attempted();
        TOWN.killPortal();
        licence.outcome("paid");
        TOWN.startPortal();
        finished(licence.seenPaid());
    }

    @Test
    @Order(4)
    void acceptanceOutlivesEverything() {
        var licence = begun().submitted().paid().accepted();
        var due = licence.dossier().get("dueAt").asString();
        TOWN.killEverything();
        TOWN.start();
        assertThat(licence.status()).isEqualTo(2);
        assertThat(licence.dossier().get("dueAt").asString()).isEqualTo(due);
        assertThat(Sheets.text(licence.document("form-01").is(200).bytes())).contains(licence.code);
        decided(licence.assigned().forwarded());
    }

    @Test
    @Order(5)
    void approvalIsSealedThoughThePortalDiesRightAfterIt() {
        var licence =
                begun().submitted().paid().accepted().assigned().forwarded().approved();
        TOWN.killPortal();
        TOWN.startPortal();
        assertThat(Sheets.text(licence.result(Duration.ofSeconds(20)))).contains(licence.code);
    }

    @Test
    @Order(6)
    void approvalIsSealedThoughEverythingDiesRightAfterIt() {
        var licence =
                begun().submitted().paid().accepted().assigned().forwarded().approved();
        TOWN.killEverything();
        TOWN.start();
        assertThat(Sheets.text(licence.result(Duration.ofSeconds(20)))).contains(licence.code);
        licence.delivered();
        assertThat(licence.status()).isEqualTo(10);
    }

    @Test
    @Order(7)
    void messagesInFlightArriveThoughBothSidesDie() {
        var licence = begun();
        TOWN.fault("sms", "slow", 3);
        TOWN.fault("mail", "slow", 3);
        licence.submitted();
        TOWN.killWorld();
        TOWN.killPortal();
        TOWN.start();
        finished(licence.paid());
    }

    @Test
    @Order(8)
    void everyMessageCameAndARepeatCarriesItsReference() {
        for (var box : List.of(Licence.ANS_PHONE, Licence.ANS_MAIL)) {
            for (var licence : ALL) {
                var told =
                        Client.until(Duration.ofSeconds(150), () -> aboutIn(box, licence), words -> words.size() >= 4);
                assertThat(told.values()).as("%s about %s", box, licence.code).allSatisfy(references -> assertThat(
                                references.stream().distinct())
                        .as("one message, one reference")
                        .hasSize(1));
            }
        }
    }

    @Test
    @Order(9)
    void moneyWasTakenOnceForEachDossier() {
        long taken = 0;
        var charges = TOWN.charges();
        for (var charge : charges) {
            if (charge.get("state").asString().equals("paid")) {
                taken += charge.get("amountVnd").asLong();
            }
        }
        assertThat(taken).as("%s", charges).isEqualTo(135_000L * ALL.size());
        for (var licence : ALL) {
            assertThat(licence.bill().get("state").asString()).isEqualTo("PAID");
            assertThat(licence.bill().get("receipts")).hasSize(1);
        }
    }

    private static HashMap<String, List<String>> aboutIn(String box, LicenceByApi licence) {
        var references = new HashMap<String, List<String>>();
        for (var message : TOWN.messages(box)) {
            var words =
                    message.get("subject").asString("") + message.get("text").asString();
            if (words.contains(licence.code)) {
                references
                        .computeIfAbsent(words, _ -> new ArrayList<>())
                        .add(message.get("reference").asString());
            }
        }
        return references;
    }

    private static LicenceByApi begun() {
        var licence = new LicenceByApi(TOWN);
        ALL.add(licence);
        return licence;
    }

    private static void finished(LicenceByApi licence) {
        decided(licence.accepted().assigned().forwarded());
    }

    private static void decided(LicenceByApi licence) {
        assertThat(Sheets.text(licence.approved().result(Duration.ofSeconds(10))))
                .contains(licence.code);
    }
}
