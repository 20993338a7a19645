package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.identity.web.Browser.hidden;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.identity.Enrolment;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.identity.Official;
import vn.motcua.identity.People;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.identity.SandboxKey;
import vn.motcua.identity.Tokens;
import vn.motcua.identity.Tokens.Scope;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;

/** Tokens, forged forms and headers. */
@IdentityTest
class DoorsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(900);

    @LocalServerPort
    int port;

    @Autowired
    Enrolment enrolment;

    @Autowired
    Tokens tokens;

    @Autowired
    SandboxKey sandboxKey;

    @Autowired
    People people;

    @Autowired
    IdentityPortal.TestClock clock;

    private Browser browser;
    private PersonId citizen;
    private String login = "";

    @BeforeEach
    void somebodyForScripts() {
        browser = new Browser(port);
        login = "031188%06d".formatted(NUMBER.incrementAndGet());
        citizen = enrolment.citizen(new Enrolment.NewCitizen(
                new IdentityNumber(login),
                new PersonName("Phạm Thị Dung"),
                LocalDate.of(1988, 1, 9),
                new PhoneNumber("0917%06d".formatted(NUMBER.get())),
                null,
                2,
                "",
                "vi",
                enrolment.hash("Motcua-2026!"),
                false,
                null));
    }

    @Test
    void tokenActsForItsOwnerWithinItsScope() {
        var token = tokens.issue(citizen, Scope.ME, Duration.ofMinutes(10));

        assertThat(api("/api/v1/me/test", token)).isEqualTo("200 Phạm Thị Dung");
        assertThat(api("/api/v1/work/test", token)).startsWith("403");
    }

    @Test
    void officialsTokenActsForTheOfficial() {
        var userName = "handler." + NUMBER.get();
        var official = enrolment.official(new Enrolment.NewOfficial(
                userName,
                new PersonName("Vũ Quang Huy"),
                "Cán bộ thụ lý",
                List.of(new AgencyCode("G01"), new AgencyCode("G02")),
                Set.of(Official.Duty.HANDLER),
                null,
                null));
        var token = tokens.issue(official, Scope.WORK, Duration.ofMinutes(10));

        assertThat(api("/api/v1/work/test", token)).isEqualTo("200 " + userName);
        assertThat(api("/api/v1/me/test", token)).startsWith("403");
        assertThat(people.officials(new AgencyCode("G02"), Official.Duty.HANDLER))
                .extracting(Official::userName)
                .contains(userName);
        assertThat(people.official(userName).orElseThrow().covers(new AgencyCode("G02.01")))
                .isTrue();
        assertThat(people.official(userName).orElseThrow().covers(new AgencyCode("H26")))
                .isFalse();
    }

    @Test
    void sandboxTokenIsBelievedOnlyWithTheSandboxKey() {
        var good = tokens.issue(sandboxKey, citizen.toString(), Scope.ME, Duration.ofMinutes(10));
        var stranger = IdentityPortal.pair();
        var bad = tokens.issue(new SandboxKey(() -> stranger), citizen.toString(), Scope.ME, Duration.ofMinutes(10));

        assertThat(api("/api/v1/me/test", good)).startsWith("200");
        assertThat(api("/api/v1/me/test", bad)).startsWith("401");
    }

    @Test
    void tokenEndsByTheOneClockEvenWhenItWasBelievedAMomentAgo() {
        var token = tokens.issue(citizen, Scope.ME, Duration.ofMinutes(10));
        assertThat(api("/api/v1/me/test", token)).startsWith("200");

        clock.advance(Duration.ofMinutes(10));

        assertThat(api("/api/v1/me/test", token)).startsWith("401");
    }

    @Test
    void changedTokenNoTokenAndNobodysTokenAreRefused() {
        var token = tokens.issue(citizen, Scope.ME, Duration.ofMinutes(10));
        var parts = token.split("\\.");
        var other = tokens.issue(citizen, Scope.WORK, Duration.ofMinutes(10)).split("\\.");

        assertThat(api("/api/v1/me/test", parts[0] + "." + other[1] + "." + parts[2]))
                .startsWith("401");
        assertThat(api("/api/v1/me/test", "eyJhbGciOiJub25lIn0." + parts[1] + "."))
                .startsWith("401");
        assertThat(api("/api/v1/me/test", "x".repeat(5_000))).startsWith("401");
        assertThat(browser.get("/api/v1/me/test").statusCode()).isEqualTo(401);
        assertThat(api("/api/v1/me/test", tokens.issue(PersonId.random(), Scope.ME, Duration.ofMinutes(1))))
                .startsWith("401");
    }

    @Test
    void cookieMovesNoApiAndTokenMovesNoPage() {
        signIn();
        assertThat(browser.get("/api/v1/me/test").statusCode()).isEqualTo(401);

        var token = tokens.issue(citizen, Scope.ME, Duration.ofMinutes(10));
        assertThat(new Browser(port)
                        .get("/mine", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void formWithoutOurMarkIsRefused() {
        signIn();
        var form = hidden(browser.get("/login"));

        assertThat(browser.post("/mine", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/mine", Map.of("_csrf", "forged")).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/mine", Map.of()).body()).contains("Tải lại trang");
        assertThat(browser.post("/mine", form).body()).isEqualTo("changed by Phạm Thị Dung");
    }

    @Test
    void markOfAnotherBrowserOrOfBeforeSignInIsRefused() {
        var before = hidden(browser.get("/login"));
        signIn();
        var another = hidden(new Browser(port).get("/login"));

        assertThat(browser.post("/mine", before).statusCode()).isEqualTo(403);
        assertThat(browser.post("/mine", another).statusCode()).isEqualTo(403);
    }

    @Test
    void signedCallbackNeedsNoMark() {
        assertThat(new Browser(port).post("/payments/momo/callback", Map.of()).body())
                .isEqualTo("taken");
    }

    @Test
    void pagesCarryTheirHeaders() {
        var headers = browser.get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("form-action 'self' https://wallet.example;")
                .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Strict-Transport-Security"))
                .as("not in the sandbox, which has no TLS")
                .isEmpty();
        signIn();
        assertThat(browser.get("/me").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void readingsOfMyDataAreShownToMe() {
        var reader = enrolment.official(new Enrolment.NewOfficial(
                "auditor." + NUMBER.get(),
                new PersonName("Lâm Thị Yến"),
                "Kiểm toán",
                List.of(new AgencyCode("G01")),
                Set.of(Official.Duty.AUDITOR),
                null,
                null));
        for (int i = 0; i < 3; i++) {
            people.recordAccess(reader, citizen, "identity.access.title", "dossier/H26-261116-000" + i);
        }
        var token = tokens.issue(citizen, Scope.ME, Duration.ofMinutes(10));

        var first = browser.get("/api/v1/me/accesses?limit=2", "Authorization", "Bearer " + token);
        assertThat(first.body())
                .contains("Lâm Thị Yến, Kiểm toán (G01)", "H26-261116-0002", "H26-261116-0001", "+07:00")
                .doesNotContain("H26-261116-0000");
        var cursor = first.body().replaceAll(".*\"next\":\"(\\d+)\".*", "$1");
        assertThat(browser.get("/api/v1/me/accesses?cursor=" + cursor, "Authorization", "Bearer " + token)
                        .body())
                .contains("H26-261116-0000", "\"next\":null");
        signIn();
        assertThat(browser.get("/me/accesses").body()).contains("Lâm Thị Yến", "H26-261116-0002");
    }

    private void signIn() {
        browser.fill("/login", "/login", "identifier", login, "password", "Motcua-2026!");
        assertThat(browser.get("/mine").statusCode()).isEqualTo(200);
    }

    private String api(String path, String token) {
        var answer = browser.get(path, "Authorization", "Bearer " + token);
        return answer.statusCode() + " " + answer.body().replaceAll("\\{\"name\":\"(.*)\"}", "$1");
    }
}
