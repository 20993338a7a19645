package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.catalogue.EditorAtTheDoor;
import vn.motcua.journey.Chromium.Size;
import vn.motcua.web.RunningWeb;

/** The pages that help before signing in, and the desks behind them, in a real browser: scanned, never wider than the window. */
class GuideWalkTest {

    private static final RunningWeb WEB = new RunningWeb(new Class<?>[] {EditorAtTheDoor.class});

    @AfterAll
    static void close() {
        WEB.close();
    }

    static List<String> addresses() {
        return List.of(
                "/procedures/3.000347/check",
                "/procedures/3.000347/check?asked=issuer",
                "/procedures/1.014062/check",
                "/procedures/3.000347/check?answers.issuer=ABROAD",
                "/procedures/3.000347/check?answers.issuer=VIETNAM&answers.have=YES&answers.applicantKind=FOREIGNER"
                        + "&answers.reason=EXPIRING&answers.licenceClass=B2",
                "/procedures/3.000347/checklist?agency=H26",
                "/procedures/2.002011/checklist?case=04",
                "/procedures/3.000347/channels",
                "/procedures/1.004222/channels?case=03",
                "/procedures/3.000347/forms",
                "/procedures/1.001612/forms",
                "/service-levels",
                "/service-levels/3.000347",
                "/work/catalogue/levels?procedure=3.000347",
                "/work/catalogue/forms?procedure=3.000347");
    }

    private static BrowserContext visitor(Size size, boolean script) {
        var context = Chromium.visitor(size, script);
        context.setExtraHTTPHeaders(Map.of("Official", "G01"));
        return context;
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void pageHasNoBarrierAndFitsEveryWindowInBothLanguages(String address) {
        try (var context = visitor(Size.DESKTOP, true)) {
            var page = context.newPage();
            for (var language : List.of("vi", "en")) {
                page.navigate(WEB.at(address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                        .toString());
                assertThat(page.locator("h1").count()).isEqualTo(1);
                for (int width : List.of(320, 390, 1280)) {
                    page.setViewportSize(width, 900);
                    var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
                    assertThat(wide.intValue()).as(address + " at " + width).isLessThanOrEqualTo(width);
                    if (width != 320) {
                        Walk.scan(page);
                        photograph(page, address, language + "-" + width);
                    }
                }
            }
        }
    }

    private static void photograph(Page page, String address, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target/screens/guide", address.replaceAll("[^A-Za-z0-9.]+", "-") + "-" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void checkIsWalkedToItsEndWithoutScript() {
        try (var context = visitor(Size.PHONE, false)) {
            var page = context.newPage();
            page.navigate(WEB.at("/procedures/1.014062/check").toString());
            page.locator("[name='answers.bornDay']").fill("5");
            page.locator("[name='answers.bornMonth']").fill("6");
            page.locator("[name='answers.bornYear']").fill("2020");
            next(page);
            page.locator("input[type='radio'][value='YES']").check();
            next(page);
            assertThat(page.locator("main").innerText())
                    .contains("Bạn là cha, mẹ hoặc người đại diện hợp pháp của bé?");
            page.locator("main .btn.link").first().click();
            assertThat(page.locator("main").innerText()).contains("Bé là công dân Việt Nam?");
            page.locator("input[type='radio'][value='YES']").check();
            next(page);
            page.locator("input[type='radio'][value='YES']").check();
            next(page);
            assertThat(page.locator("h1").innerText()).isEqualTo("Thủ tục này dành cho bạn");
            assertThat(page.url()).doesNotContain("2020").doesNotContain("answers");
        }
    }

    private static void next(Page page) {
        page.locator("main .actions .btn:not(.second):not(.link)").first().click();
    }

    @Test
    void checklistPrintsOnOneSheetInBlackAndWhite() throws Exception {
        try (var context = visitor(Size.DESKTOP, true)) {
            var page = context.newPage();
            page.navigate(WEB.at("/procedures/3.000347/checklist?agency=H26").toString());
            var pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
            try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                java.nio.file.Files.createDirectories(Path.of("target/screens/guide"));
                java.nio.file.Files.write(Path.of("target/screens/guide/checklist-print.pdf"), pdf);
            }
        }
    }
}
