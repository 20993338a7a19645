package vn.motcua.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.identity.web.Browser.hidden;
import static vn.motcua.identity.web.Browser.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.motcua.identity.Captchas;
import vn.motcua.identity.Enrolment;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.identity.Official;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.shared.AgencyCode;

/** How people get in, and how others do not. */
@IdentityTest
class SignInTest {

    private static final String PASSWORD = "Motcua-2026!";
    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    @LocalServerPort
    int port;

    @Autowired
    Enrolment enrolment;

    @Autowired
    Captchas captchas;

    @Autowired
    IdentityPortal.Post post;

    @Autowired
    IdentityPortal.TestClock clock;

    private Browser browser;
    private String identityNumber = "";
    private String phone = "";

    @BeforeEach
    void somebodyNew() {
        browser = new Browser(port);
        int n = NUMBER.incrementAndGet();
        identityNumber = "001190%06d".formatted(n);
        phone = "0912%06d".formatted(n);
        enrol(true);
    }

    @Test
    void numberPasswordQuestionAndCodeLeadToThePageAskedFor() {
        assertThat(location(browser.get("/mine"))).isEqualTo("/login?next=%2Fmine");

        var first = password(browser, "/login?next=%2Fmine", identityNumber, PASSWORD);
        assertThat(location(first)).isEqualTo("/login/code");
        assertThat(browser.get("/login/code").body()).contains("09•• ••• " + phone.substring(7));
        assertThat(post.text(phone)).startsWith("MOTCUA: ").hasSizeLessThanOrEqualTo(160);

        assertThat(location(code(browser, post.code(phone)))).isEqualTo("/mine");
        assertThat(browser.get("/mine").body()).isEqualTo("Nguyễn Thị An");
    }

    @Test
    void officialLandsAtTheDesk() {
        var userName = "clerk." + NUMBER.get();
        enrolment.official(new Enrolment.NewOfficial(
                userName,
                new PersonName("Đỗ Thu Hà"),
                "Cán bộ một cửa",
                List.of(new AgencyCode("H26")),
                Set.of(Official.Duty.CLERK),
                new PhoneNumber("0913" + phone.substring(4)),
                enrolment.hash(PASSWORD)));

        password(browser, "/login", userName, PASSWORD);

        assertThat(location(code(browser, post.code("0913" + phone.substring(4)))))
                .isEqualTo("/work");
        assertThat(browser.get("/desk").body()).isEqualTo(userName);
    }

    @Test
    void questionCountsOnce() {
        var page = browser.get("/login");
        var id = hidden(page).getOrDefault("captchaId", "");
        var answer = captchas.answer(id).orElseThrow();

        var wrongPassword =
                browser.post("/login", hidden(page), "identifier", identityNumber, "password", "no", "captcha", answer);
        var again = browser.post(
                "/login", hidden(page), "identifier", identityNumber, "password", PASSWORD, "captcha", answer);

        assertThat(wrongPassword.body()).contains("Còn 4 lần thử");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Trả lời câu hỏi mới");
    }

    @Test
    void wrongAnswerUsesTheQuestionUp() {
        var page = browser.get("/login");
        var answer = captchas.answer(hidden(page).getOrDefault("captchaId", "")).orElseThrow();

        browser.post("/login", hidden(page), "identifier", identityNumber, "password", PASSWORD, "captcha", "1000");
        var again = browser.post(
                "/login", hidden(page), "identifier", identityNumber, "password", PASSWORD, "captcha", answer);

        assertThat(again.body()).contains("Trả lời câu hỏi mới");
    }

    @Test
    void oldQuestionIsRefused() {
        var page = browser.get("/login");
        var answer = captchas.answer(hidden(page).getOrDefault("captchaId", "")).orElseThrow();
        clock.advance(Duration.ofMinutes(11));

        var late = browser.post(
                "/login", hidden(page), "identifier", identityNumber, "password", PASSWORD, "captcha", answer);

        assertThat(late.body()).contains("Trả lời câu hỏi mới");
    }

    @Test
    void unknownNumberAndWrongPasswordSoundAlike() {
        var unknown = password(browser, "/login", "079085999999", "whatever");
        var wrong = password(browser, "/login", identityNumber, "whatever");

        assertThat(error(unknown)).isEqualTo(error(wrong)).contains("Còn 4 lần thử");
    }

    @Test
    void strangerCannotLockTheOwnersBrowserOut() {
        signIn(browser);
        browser.post("/logout", hidden(browser.get("/login")));
        var stranger = new Browser(port);
        for (int i = 0; i < 5; i++) {
            password(stranger, "/login", identityNumber, "guess" + i);
        }

        var locked = password(stranger, "/login", identityNumber, PASSWORD);
        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("Đợi 15 phút");

        assertThat(location(password(browser, "/login", identityNumber, PASSWORD)))
                .isEqualTo("/login/code");
        clock.advance(Duration.ofMinutes(16));
        assertThat(location(password(stranger, "/login", identityNumber, PASSWORD)))
                .isEqualTo("/login/code");
    }

    @Test
    void codeBearsFiveTriesAndCountsOnce() {
        password(browser, "/login", identityNumber, PASSWORD);
        var right = post.code(phone);
        var wrong = right.equals("000000") ? "111111" : "000000";
        for (int left = 4; left > 0; left--) {
            assertThat(code(browser, wrong).body()).contains("Còn " + left + " lần thử");
        }
        code(browser, wrong);

        assertThat(code(browser, right).body()).contains("không còn dùng được");
        assertThat(location(browser.get("/mine"))).startsWith("/login");
    }

    @Test
    void codeEndsAfterFiveMinutes() {
        password(browser, "/login", identityNumber, PASSWORD);
        clock.advance(Duration.ofMinutes(5));

        assertThat(code(browser, post.code(phone)).body()).contains("Mã đã hết hạn");
    }

    @Test
    void anotherCodeCanBeHadAfterAMinuteAndEndsTheFirst() {
        password(browser, "/login", identityNumber, PASSWORD);
        var first = post.code(phone);
        assertThat(browser.fill("/login/code", "/login/code/again").body()).contains("cách nhau 60 giây");

        clock.advance(Duration.ofSeconds(60));
        assertThat(location(browser.fill("/login/code", "/login/code/again"))).isEqualTo("/login/code");
        var second = post.code(phone);

        if (!first.equals(second)) {
            assertThat(code(browser, first).body()).contains("Mã chưa đúng");
        }
        assertThat(location(code(browser, second))).isEqualTo("/me");
    }

    @Test
    void sessionEndsWhenIdle() {
        signIn(browser);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/mine").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/mine").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(30));

        assertThat(location(browser.get("/mine"))).isEqualTo("/login?next=%2Fmine&ended=1");
        assertThat(browser.get("/login?next=%2Fmine&ended=1").body()).contains("đăng xuất để giữ an toàn");
    }

    @Test
    void sessionEndsAfterTwelveHoursHoweverBusy() {
        signIn(browser);
        for (int minute = 0; minute < 700; minute += 20) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(browser.get("/mine").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(20));

        assertThat(location(browser.get("/mine"))).startsWith("/login");
    }

    @Test
    void leavingEndsTheSessionEverywhere() {
        signIn(browser);
        var stolen = new Browser(port);
        browser.cookies.getCookieStore().getCookies().forEach(cookie -> stolen.cookies
                .getCookieStore()
                .add(java.net.URI.create("http://localhost:" + port), cookie));
        assertThat(stolen.get("/mine").statusCode()).isEqualTo(200);

        var left = browser.fill("/login", "/logout");

        assertThat(location(left)).isEqualTo("/");
        assertThat(left.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(location(stolen.get("/mine"))).startsWith("/login");
    }

    @Test
    void nobodyIsLedOutOfThePortal() {
        for (var next : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "/%5Cevil.example/..",
                "javascript:alert(1)",
                "/\tevil",
                "/login",
                "evil.example")) {
            assertThat(Paths.local(next, "/me")).as(next).isIn("/me", "/%5Cevil.example/..");
        }
        assertThat(Paths.local("/dossiers/new?service=3.000347@H26", "/me")).startsWith("/dossiers/new");

        password(browser, "/login?next=https:%2F%2Fevil.example", identityNumber, PASSWORD);
        assertThat(location(code(browser, post.code(phone)))).isEqualTo("/me");
    }

    @Test
    void sessionCookieIsForTheServerAlone() {
        password(browser, "/login", identityNumber, PASSWORD);
        var cookies = code(browser, post.code(phone)).headers().allValues("Set-Cookie");

        assertThat(cookies).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("motcua-session=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void personForScriptsNeedsNeitherQuestionNorCode() {
        identityNumber = "031188%06d".formatted(NUMBER.get());
        enrol(false);

        var in = browser.fill("/login?next=%2Fmine", "/login", "identifier", identityNumber, "password", PASSWORD);

        assertThat(location(in)).isEqualTo("/mine");
        assertThat(browser.get("/mine").statusCode()).isEqualTo(200);
    }

    private void signIn(Browser mine) {
        password(mine, "/login", identityNumber, PASSWORD);
        assertThat(location(code(mine, post.code(phone)))).isEqualTo("/me");
    }

    private HttpResponse<String> password(Browser mine, String page, String identifier, String password) {
        var form = hidden(mine.get(page));
        return mine.post(
                "/login",
                form,
                "identifier",
                identifier,
                "password",
                password,
                "captcha",
                captchas.answer(form.getOrDefault("captchaId", "")).orElseThrow());
    }

    private static HttpResponse<String> code(Browser mine, String digits) {
        return mine.fill("/login/code", "/login/code", "code", digits);
    }

    private static String error(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*id=\"f-identifier-error\">(.*?)</span>\\s*<input.*", "$1");
    }

    private void enrol(boolean secondFactor) {
        enrolment.citizen(new Enrolment.NewCitizen(
                new IdentityNumber(identityNumber),
                new PersonName("Nguyễn Thị An"),
                LocalDate.of(1990, 3, 15),
                new PhoneNumber(phone),
                null,
                2,
                "Hà Nội",
                "vi",
                enrolment.hash(PASSWORD),
                secondFactor,
                null));
    }
}
