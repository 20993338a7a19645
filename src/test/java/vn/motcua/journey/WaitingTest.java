package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What happens when something does not come: the fee, the scanner, the answer in time. */
class WaitingTest {

    static final Town TOWN = new Town("waiting");

    @BeforeAll
    static void begins() {
        TOWN.start();
    }

    @AfterAll
    static void ends() {
        TOWN.close();
    }

    @Test
    void feeThatDoesNotComeInThreeDaysClosesTheDossierAndItsBill() {
        var licence = new LicenceByApi(TOWN).submitted();
        assertThat(licence.status()).isEqualTo(1);

        TOWN.advance("P3DT1M");

        var later = TOWN.signed(LicenceByApi.AN); // the token of three days ago has expired
        Client.until(
                Duration.ofSeconds(20),
                () -> later.get("/api/v1/me/dossiers/" + licence.code).is(200).json(),
                dossier -> dossier.get("status").get("code").asInt() == 8);
        later.post("/api/v1/me/obligations/" + licence.obligation + "/attempts", "{\"channel\":\"momo\"}")
                .is(409);
        licence.act("clerk.hanoi", "acceptance", "{}").is(409);
        Client.until(Duration.ofSeconds(30), () -> TOWN.messages(Licence.ANS_PHONE), messages -> messages.stream()
                .anyMatch(message -> message.get("text").asString().contains(licence.code)
                        && message.get("text").asString().contains("da dung")));
    }

    @Test
    void paperThatNoScannerHasSeenIsHeldAndKeepsTheDossierFromAcceptance() {
        TOWN.fault("scanner", "down", 2);
        var licence = new LicenceByApi(TOWN).submitted().paid();
        assertThat(licence.dossier().get("papers").toString()).contains("HELD");

        var refused = licence.act("clerk.hanoi", "acceptance", "{}").is(409);
        assertThat(refused.json().get("errors").get(0).get("code").asString()).isEqualTo("dossier.not-now.held");

        TOWN.advance("PT10M"); // the scanner is back, and held papers are looked at again
        Client.until(
                Duration.ofSeconds(30),
                () -> licence.dossier().get("papers").toString(),
                papers -> !papers.contains("HELD"));
        licence.accepted();
        assertThat(licence.status()).isEqualTo(2);
    }

    @Test
    void dossierThatNobodyAnsweredInEightWorkingHoursIsLate() {
        var licence = new LicenceByApi(TOWN).submitted().paid();
        assertThat(licence.dossier().get("overdue").asBoolean()).isFalse();

        TOWN.advance("P4D");

        var later = TOWN.signed(LicenceByApi.AN);
        var dossier = later.get("/api/v1/me/dossiers/" + licence.code).is(200).json();
        assertThat(dossier.get("overdue").asBoolean()).isTrue();
        var late = TOWN.signed("clerk.hanoi")
                .get("/api/v1/work/dossiers?queue=late&limit=100")
                .is(200);
        assertThat(late.text()).contains(licence.code);
    }
}
