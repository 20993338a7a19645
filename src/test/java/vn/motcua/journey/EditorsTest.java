package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.journey.Chromium.Size;

/** An editor of a ministry changes a procedure, another one approves it: every page of the back office on the way. */
class EditorsTest {

    private final Town town = Town.shared();

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        Town.shared().assertNoErrors();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void decisionGoesFromItsDraftToWhatEverybodySees(Size size) {
        var number = (size == Size.PHONE ? "71" : "72") + "/QĐ-BCA";
        var procedure = size == Size.PHONE ? "3.000347" : "1.000253";
        String decision;
        try (var walk = new Walk(town, "editor", size, true)) {
            walk.open("/login?next=/work/catalogue");
            Licence.signsIn(town, walk, "editor.ministry", "0913000016");
            walk.look("catalogue");
            walk.open("/work/catalogue?q=doi+bang+lai").look("catalogue-search");
            walk.open("/work/catalogue/words?try=bang+lai").look("words");
            walk.open("/work/catalogue/doubts").look("doubts");
            walk.open("/work/catalogue/procedures/" + procedure + "/versions").look("versions");
            walk.open("/work/catalogue/decisions/new?procedure=" + procedure);
            walk.main(); // nothing filled in: the page says what is missing
            assertThat(walk.page.title()).startsWith("Lỗi");
            walk.look("new-wrong");
            walk.field("agency").selectOption("G01");
            walk.fill("number", number);
            walk.fill("title", "Công bố thủ tục sửa đổi của Bộ Công an");
            walk.look("new").main();
            decision = walk.page.url();
            walk.look("decision");
            walk.page.locator("main h3 a").first().click();
            walk.fill("summary.vi", "Bạn làm theo cách mới.");
            walk.look("names").main();
            while (walk.page.url().contains("/items/")) {
                walk.look("section").main();
            }
            walk.page.locator("main a[href$='/difference']").first().click();
            assertThat(walk.page.locator("ins").count()).isPositive();
            walk.look("difference");
            walk.page.navigate(decision);
            if (walk.page.locator("form[action$='/sending']").count() == 0) { // shipped without something mandatory
                assertThat(walk.text()).contains("phải sửa");
                walk.assertNothingToComplainAbout();
                return;
            }
            walk.main();
            walk.look("sent");
            walk.assertNothingToComplainAbout();
        }
        try (var walk = new Walk(town, "approver", size, true)) {
            walk.open("/login?next=" + decision.replace(town.portal(), ""));
            Licence.signsIn(town, walk, "catalogue.admin", "0913000010");
            walk.look("to-approve").main();
            walk.look("approved").main();
            assertThat(walk.text()).contains("Đã công bố");
            walk.look("published").assertNothingToComplainAbout();
        }
    }
}
