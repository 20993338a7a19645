package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.journey.Chromium.Size;

/** Two portals share one database (docs/operations.md): it does not matter which of them somebody meets. */
class TwoNodesTest {

    private static final Town TOWN = new Town("two-nodes");
    private static Client second = TOWN.visitor();
    private static Child node = start();

    private static Child start() {
        TOWN.start();
        try {
            var passwords = new Properties();
            try (var file = Files.newInputStream(TOWN.data.resolve("secrets/database.properties"))) {
                passwords.load(file);
            }
            var database = Files.readAllLines(TOWN.data.resolve("pg-data/postmaster.pid"))
                    .get(3)
                    .strip();
            int port = Town.sixFreePorts();
            var started = Child.start(
                    TOWN.data.resolve("log/second.out"),
                    List.of("-Xmx512m", "-Xss512k"),
                    "vn.motcua.Motcua",
                    TOWN.options(
                            port,
                            "--motcua.database.url=jdbc:postgresql://127.0.0.1:" + database + "/motcua",
                            "--motcua.database.owner-password=" + passwords.getProperty("owner"),
                            "--motcua.database.app-password=" + passwords.getProperty("app"),
                            "--logging.file.name=" + TOWN.data.resolve("log/second.log")));
            second = new Client("http://localhost:" + port, "");
            started.awaitReady(second.address() + "/health/ready");
            return started;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void bothRun() {
        assertThat(node.process().isAlive()).isTrue();
    }

    @AfterAll
    static void ends() {
        node.stop();
        TOWN.close();
    }

    @Test
    void dossierHandedInAtOneIsDecidedAtTheOther() {
        var licence = new LicenceByApi(TOWN);
        licence.submitted(licence.applicant().at(second.address())).paid();
        var clerk = TOWN.signed("clerk.hanoi");
        licence.act(clerk.at(second.address()), "acceptance", "{}").is(200);
        licence.act(clerk, "assignment", "{\"to\":\"handler.hanoi\",\"note\":\"\"}")
                .is(200);
        licence.act(
                        TOWN.signed("handler.hanoi").at(second.address()),
                        "forwarding",
                        "{\"to\":\"leader.hanoi\",\"note\":\"\"}")
                .is(200);
        licence.approved();
        var result = licence.result(Duration.ofSeconds(5));
        var there = licence.applicant()
                .at(second.address())
                .get("/api/v1/me/dossiers/" + licence.code + "/documents/result")
                .is(200);
        assertThat(there.bytes()).isEqualTo(result);
        assertThat(second.upload("/api/v1/verifications", "a.pdf", result)
                        .is(200)
                        .json()
                        .get("whole")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void sameKeyAtTwoNodesIsOneDossier() {
        var licence = new LicenceByApi(TOWN);
        var body = licence.body();
        var first = licence.applicant()
                .post("/api/v1/me/dossiers", licence.submissionKey, body)
                .is(201);
        var again = licence.applicant()
                .at(second.address())
                .post("/api/v1/me/dossiers", licence.submissionKey, body)
                .is(201);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void whoSignedInAtOneGoesOnAtTheOther() {
        try (var walk = new Walk(TOWN, "two-nodes", Size.DESKTOP, true)) {
            walk.open("/login?next=/dossiers");
            Licence.signsIn(TOWN, walk, Licence.AN, Licence.ANS_PHONE);
            walk.page.navigate(second.address() + "/dossiers");
            assertThat(walk.page.url()).isEqualTo(second.address() + "/dossiers");
        }
    }

    @Test
    void bothReadTheOneClock() {
        TOWN.advance("PT2H");
        var now = OffsetDateTime.parse(TOWN.now());
        var licence = new LicenceByApi(TOWN);
        licence.submitted(licence.applicant().at(second.address()));
        var received = OffsetDateTime.parse(licence.dossier().get("receivedAt").asString());
        assertThat(Duration.between(now, received).abs()).isLessThan(Duration.ofMinutes(2));
    }
}
