package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** An renews her driving licence on the pages; each step leaves the browser where the next begins. */
final class Licence {

    static final String AN = "001190000017";
    static final String ANS_PHONE = "0912000017";
    static final String ANS_MAIL = "nguoi.17@example.vn";

    private static final Pattern DOSSIER = Pattern.compile("H26-\\d{6}-\\d{4,}");

    private final Town town;
    private final Walk walk;
    String code = "";
    String secret = "";

    Licence(Town town, Walk walk) {
        this.town = town;
        this.walk = walk;
    }

    void finds() {
        walk.open("/").look("home");
        walk.fill("q", "doi bang lai");
        walk.main();
        walk.look("search");
        walk.click("Đổi giấy phép lái xe");
        assertThat(walk.text()).contains("3.000347", "135.000 đ");
        walk.look("procedure");
        walk.field("agency").selectOption("H26");
        walk.main();
    }

    void signsIn() {
        signsIn(town, walk, AN, ANS_PHONE);
    }

    static void signsIn(Town town, Walk walk, String who, String phone) {
        walk.fill("identifier", who);
        walk.fill("password", Town.PASSWORD);
        walk.fill("captcha", town.captcha(walk.field("captchaId").inputValue()));
        walk.look("sign-in");
        long before = town.lastMessage(phone);
        walk.main();
        assertThat(walk.page.url()).contains("/login/code");
        walk.fill("code", town.code(phone, before));
        walk.look("code");
        walk.main();
    }

    void fillsIn() {
        walk.look("start").main();
        walk.look("draft").main();
        assertThat(walk.text()).contains("Nguyễn Thị An");
        walk.choose("answers.applicantKind", "CITIZEN");
        walk.look("question-applicant").main();
        walk.main(); // nothing filled in: the page says what is missing
        assertThat(walk.page.title()).startsWith("Lỗi");
        walk.look("question-licence-wrong");
        walk.fill("answers.licenceNumber", "010164008821");
        walk.field("answers.licenceClass").selectOption("B2");
        date("answers.issuedOn", "15", "12", "2016");
        walk.fill("answers.issuedBy", "Sở Giao thông vận tải Hà Nội");
        date("answers.expiresOn", "15", "12", "2026");
        walk.look("question-licence").main();
        walk.choose("answers.reason", "EXPIRING");
        walk.look("question-reason").main();
    }

    void sendsPapers() {
        walk.look("papers");
        walk.send("file-health-certificate", "giấy khám.pdf", "application/pdf", Sheets.pdf("Giay kham suc khoe"));
        walk.send("file-current-licence", "mặt trước.jpg", "image/jpeg", Sheets.jpeg());
        walk.send("file-current-licence", "mặt sau.png", "image/png", Sheets.png());
        assertThat(walk.text()).contains("mặt trước.jpg", "mặt sau.png", "giấy khám.pdf");
        walk.look("papers-sent").main();
        walk.choose("delivery.way", "ONLINE");
        walk.look("delivery").main();
        walk.look("draft-done").main();
    }

    void handsIn() {
        assertThat(walk.text()).contains("010164008821", "135.000 đ");
        walk.main(); // without the declaration
        assertThat(walk.page.title()).startsWith("Lỗi");
        walk.look("check-undeclared");
        walk.choose("declaration", "yes");
        walk.look("check").main();
        assertThat(walk.page.url()).contains("/obligations/");
    }

    void pays() {
        walk.look("pay");
        walk.choose("channel", "momo");
        walk.main();
        if (!walk.page.url().startsWith(town.sandbox())) {
            walk.look("pay-waiting").main();
        }
        assertThat(walk.page.url()).startsWith(town.sandbox());
        walk.look("wallet");
        walk.page.locator("button.main").click();
        walk.page.waitForURL("**/obligations/**"); // from the wallet's host back to ours
        assertThat(walk.page.url()).startsWith(town.portal() + "/obligations/");
        Client.until(
                Duration.ofSeconds(20),
                () -> reloaded().text(),
                text -> text.contains("/receipt")
                        || walk.page.locator("a[href$='/receipt']").count() > 0);
        walk.look("paid");
        var receipt =
                walk.fetch(walk.page.locator("main a[href$='/receipt']").first().getAttribute("href"));
        assertThat(Sheets.text(receipt)).contains("135.000");
        walk.main();
        var found = DOSSIER.matcher(walk.page.url());
        assertThat(found.find()).as(walk.page.url()).isTrue();
        code = found.group();
        walk.look("dossier-paid");
        walk.open("/dossiers/" + code + "/receipt").look("acknowledgement");
        secret = secretOf(walk.text());
        var paper = walk.fetch("/dossiers/" + code + "/documents/acknowledgement");
        assertThat(Sheets.text(paper)).contains(code);
    }

    /** The waiting page also reloads itself; whichever reload comes first is right. */
    private Walk reloaded() {
        try {
            walk.page.reload();
        } catch (com.microsoft.playwright.PlaywrightException e) {
            walk.page.waitForLoadState();
        }
        return walk;
    }

    private static String secretOf(String text) {
        var found = Pattern.compile("\\b([A-Z2-7]{4}[ -]?[A-Z2-7]{4}[ -]?[A-Z2-7]{4})\\b")
                .matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** Clerk, handler and leader, each in a browser of their own. */
    void officialsDecide(java.util.function.Function<String, Walk> browsers) {
        try (var clerk = browsers.apply("clerk")) {
            enters(clerk, "clerk.hanoi", "0913000001");
            clerk.look("worklist");
            clerk.click(code);
            clerk.look("review");
            assertThat(clerk.page.locator(".paper-tabs a").allInnerTexts()).doesNotHaveDuplicates();
            assertThat(clerk.text()).contains("mặt trước.jpg", "mặt sau.png", "giấy khám.pdf");
            press(clerk, "acceptance");
            clerk.look("review-accepted");
            var form = clerk.fetch("/work/dossiers/" + code + "/documents/form-01");
            assertThat(Sheets.text(form)).contains(code);
            clerk.page.locator("form[action$='/assignment'] select[name=to]").selectOption("handler.hanoi");
            press(clerk, "assignment");
            clerk.assertNothingToComplainAbout();
        }
        try (var handler = browsers.apply("handler")) {
            enters(handler, "handler.hanoi", "0913000002");
            handler.open("/work/dossiers/" + code).look("review-handler");
            handler.page.locator("form[action$='/forwarding'] select[name=to]").selectOption("leader.hanoi");
            press(handler, "forwarding");
            handler.assertNothingToComplainAbout();
        }
        try (var leader = browsers.apply("leader")) {
            enters(leader, "leader.hanoi", "0913000003");
            leader.open("/work/dossiers/" + code).look("review-leader");
            leader.page.locator("button[name=decision][value=GRANT]").click();
            leader.look("review-approved");
            leader.assertNothingToComplainAbout();
        }
    }

    private void enters(Walk official, String who, String phone) {
        official.open("/work");
        signsIn(town, official, who, phone);
    }

    private static void press(Walk official, String act) {
        official.page.locator("form[action$='/" + act + "'] button").first().click();
    }

    /** Within five seconds of the approval. */
    void takesTheResult() {
        walk.open("/dossiers/" + code);
        Client.until(
                Duration.ofSeconds(5),
                () -> reloaded()
                        .page
                        .locator("main a[href$='/documents/result']")
                        .count(),
                links -> links > 0);
        walk.look("dossier-finished");
        var result = walk.fetch("/dossiers/" + code + "/documents/result");
        assertThat(Sheets.text(result)).contains("Nguyễn Thị An");
        verifies(result, true);
        var changed = result.clone();
        changed[changed.length / 3] ^= 1;
        verifies(changed, false);
    }

    private void verifies(byte[] file, boolean real) {
        walk.open("/verify");
        if (real) {
            walk.look("verify");
        }
        walk.field("file")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload("ket-qua.pdf", "application/pdf", file));
        walk.main();
        var verdict = walk.page.locator(".verdict h2").innerText();
        assertThat(verdict.equals("Giấy tờ thật, còn hiệu lực")).as(verdict).isEqualTo(real);
        walk.look(real ? "verify-real" : "verify-changed");
    }

    /** Somebody with the paper in hand, not signed in. */
    void isFollowedBy(Walk stranger) {
        stranger.open("/track").look("track");
        stranger.fill("code", code);
        stranger.fill("secret", secret);
        stranger.main();
        assertThat(stranger.text()).contains(code).doesNotContain("Nguyễn Thị An", AN);
        stranger.look("track-found");
        stranger.assertNothingToComplainAbout();
    }

    void wasToldByPhoneAndMail() {
        for (var box : new String[] {ANS_PHONE, ANS_MAIL}) {
            Client.until(
                    Duration.ofSeconds(20),
                    () -> town.messages(box).stream()
                            .filter(message -> (message.get("subject").asString("")
                                            + message.get("text").asString())
                                    .contains(code))
                            .count(),
                    told -> told >= 4); // handed in, paid, accepted, result
        }
    }

    private void date(String name, String day, String month, String year) {
        walk.fill(name + "Day", day);
        walk.fill(name + "Month", month);
        walk.fill(name + "Year", year);
    }

    static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
