package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.journey.Chromium.Size;

/** Smaller stories: who may not yet, who is new, who is a script, who reads English. */
class StoriesTest {

    private final Town town = Town.shared();

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        Town.shared().assertNoErrors();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void chauIsToldWhatMendsHisLevel(Size size) {
        try (var walk = new Walk(town, "level-1", size, true)) {
            walk.open("/procedures/3.000347/start?agency=H26&case=01");
            Licence.signsIn(town, walk, "048201000035", "0912000035");
            assertThat(walk.text()).contains("mức 2", "công an xã, phường");
            walk.look("level").main();
            assertThat(walk.page.url()).contains("/help#level-2");
            walk.look("help");
            walk.assertNothingToComplainAbout();
        }
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void somebodyNewRegisters(Size size) {
        var woman = size == Size.PHONE;
        var number = woman ? "001192004711" : "001092004712";
        var phone = woman ? "0987004711" : "0987004712";
        var mail = phone + "@example.vn";
        try (var walk = new Walk(town, "register", size, true)) {
            walk.open("/register").look("register");
            walk.fill("identityNumber", number);
            walk.fill("fullName", "Đinh Thị Gấm");
            walk.fill("birthDateDay", "9");
            walk.fill("birthDateMonth", "2");
            walk.fill("birthDateYear", "1992");
            walk.choose("sex", woman ? "FEMALE" : "MALE");
            walk.fill("phone", phone);
            walk.fill("email", mail);
            walk.fill("password", "Cua-Lang-1992!");
            walk.fill("captcha", town.captcha(walk.field("captchaId").inputValue()));
            walk.main();
            walk.fill("code", town.code(phone, 0));
            walk.look("phone").main();
            walk.fill("code", town.code(mail, 0));
            walk.look("mail").main();
            assertThat(walk.text()).contains("Đinh Thị Gấm");
            walk.look("me");
            walk.assertNothingToComplainAbout();
        }
    }

    @Test
    void dungSignsInWithoutSecondFactor() {
        try (var walk = new Walk(town, "no-second-factor", Size.DESKTOP, false)) {
            walk.open("/login?next=/dossiers");
            walk.fill("identifier", "031188000044");
            walk.fill("password", Town.PASSWORD);
            walk.main();
            assertThat(walk.page.url()).endsWith("/dossiers");
            walk.look("dossiers");
            walk.assertNothingToComplainAbout();
        }
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void mainPagesSpeakEnglish(Size size) {
        try (var walk = new Walk(town, "english", size, true)) {
            walk.open("/");
            if (size == Size.PHONE) {
                walk.page.locator("button.menu-button").click();
                walk.look("menu");
            }
            walk.page.locator("a[hreflang=en]").first().click();
            for (var path : new String[] {
                "/",
                "/procedures?q=doi+bang+lai",
                "/procedures/3.000347",
                "/procedures/2.000004",
                "/login",
                "/register",
                "/track",
                "/verify",
                "/agencies",
                "/agencies/H26",
                "/agencies/G04",
                "/addresses",
                "/addresses?province=ha+noi&commune=truc+bach",
                "/payment-methods",
                "/help",
                "/privacy",
                "/accessibility",
                "/status",
                "/petitions",
                "/statistics",
                "/open-data",
                "/developers",
                "/developers/problems"
            }) {
                walk.open(path);
                assertThat(walk.page.locator("html").getAttribute("lang"))
                        .as(path)
                        .isEqualTo("en");
                walk.look(
                        path.equals("/")
                                ? "home"
                                : path.replaceAll("[^a-z0-9]+", "-").substring(1));
            }
            walk.assertNothingToComplainAbout();
        }
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void pagesThatLeadNowhereLeadOn(Size size) {
        try (var walk = new Walk(town, "nothing", size, true)) {
            walk.open("/procedures?q=zzqx+wvvk").look("nothing");
            walk.page.navigate(town.portal() + "/procedures/9.999999", new Page.NavigateOptions());
            walk.look("not-found");
            assertThat(walk.page.locator("main a").count()).isPositive();
        }
    }
}
