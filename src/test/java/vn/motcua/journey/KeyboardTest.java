package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.journey.Chromium.Size;

/** An fills in and hands in her request without a mouse: Tab, Enter, Space and letters are enough, and she sees where she is. */
class KeyboardTest {

    private static final int MOST_TABS = 120;

    private final Town town = Town.shared();

    @Test
    void keysAreEnoughToHandIn() {
        try (var walk = new Walk(town, "keyboard", Size.DESKTOP, true)) {
            walk.open("/");
            type(walk, "main input[name=q]", "doi bang lai");
            press(walk, "Enter");
            to(walk, "main a[href='/procedures/3.000347']");
            press(walk, "Enter");
            to(walk, "main select[name=agency]");
            walk.page.keyboard().type("Công an thành phố Hà Nội");
            to(walk, "main aside form button");
            press(walk, "Enter");
            signIn(walk);
            to(walk, "main form button.btn"); // start
            press(walk, "Enter");
            to(walk, "main a.btn"); // continue the draft
            press(walk, "Enter");
            to(walk, "main input[name='answers.applicantKind']");
            walk.page.keyboard().press("Space");
            submit(walk);
            type(walk, "main input[name='answers.licenceNumber']", "010164008821");
            to(walk, "main select[name='answers.licenceClass']");
            walk.page.keyboard().type("B2");
            type(walk, "main input[name='answers.issuedOnDay']", "15");
            type(walk, "main input[name='answers.issuedOnMonth']", "12");
            type(walk, "main input[name='answers.issuedOnYear']", "2016");
            type(walk, "main input[name='answers.issuedBy']", "Sở Giao thông vận tải Hà Nội");
            submit(walk);
            to(walk, "main input[name='answers.reason']");
            walk.page.keyboard().press("Space");
            submit(walk);
            for (var paper : new String[] {"file-health-certificate", "file-current-licence"}) {
                var input = "main input[name='" + paper + "']";
                to(walk, input);
                var chooser = chosen(walk, input);
                chooser.setFiles(new com.microsoft.playwright.options.FilePayload(
                        paper + ".pdf", "application/pdf", Sheets.pdf(paper)));
                walk.page.keyboard().press("Tab");
                press(walk, "Enter");
            }
            to(walk, "main .actions a.btn");
            press(walk, "Enter");
            to(walk, "main input[name='delivery.way']");
            walk.page.keyboard().press("Space");
            submit(walk);
            to(walk, "main a.btn");
            press(walk, "Enter");
            to(walk, "main input[name=declaration]");
            walk.page.keyboard().press("Space");
            submit(walk);
            assertThat(walk.page.url()).contains("/obligations/");
            walk.assertNothingToComplainAbout();
        }
    }

    /** The space bar opens the choice of a file; on a busy machine the browser now and then misses the first press. */
    private com.microsoft.playwright.FileChooser chosen(Walk walk, String input) {
        var patience = new com.microsoft.playwright.Page.WaitForFileChooserOptions().setTimeout(5_000);
        for (int press = 1; press < 3; press++) {
            try {
                return walk.page.waitForFileChooser(
                        patience, () -> walk.page.keyboard().press("Space"));
            } catch (com.microsoft.playwright.TimeoutError e) {
                walk.page.focus(input);
            }
        }
        return walk.page.waitForFileChooser(patience, () -> walk.page.keyboard().press("Space"));
    }

    private void signIn(Walk walk) {
        type(walk, "main input[name=identifier]", Licence.AN);
        type(walk, "main input[name=password]", Town.PASSWORD);
        type(
                walk,
                "main input[name=captcha]",
                town.captcha(walk.field("captchaId").inputValue()));
        long before = town.lastMessage(Licence.ANS_PHONE);
        press(walk, "Enter");
        type(walk, "main input[name=code]", town.code(Licence.ANS_PHONE, before));
        press(walk, "Enter");
    }

    private static void submit(Walk walk) {
        to(walk, "main form .actions button.btn");
        press(walk, "Enter");
    }

    private static void type(Walk walk, String field, String text) {
        to(walk, field);
        walk.page.keyboard().type(text);
    }

    /** Goes on with Tab until the place has the focus, and looks whether one sees it. */
    private static void to(Walk walk, String place) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            if ((Boolean) walk.page.evaluate("place => document.activeElement?.matches(place)", place)) {
                var seen = (Boolean)
                        walk.page.evaluate(
                                "() => { const s = getComputedStyle(document.activeElement);"
                                        + " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none' }");
                assertThat(seen)
                        .as("focus is seen on " + place + " of " + walk.page.url())
                        .isTrue();
                return;
            }
            walk.page.keyboard().press("Tab");
        }
        throw new AssertionError("No way by Tab to " + place + " on " + walk.page.url());
    }

    /** A key that leads to another page. */
    private static void press(Walk walk, String key) {
        walk.page.waitForNavigation(() -> walk.page.keyboard().press(key));
    }
}
