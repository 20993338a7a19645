package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.journey.Chromium.Size;

/** A question from the form to the public page, every page on the way scanned; once on a phone, once on a desk. */
class QuestionsTest {

    private final Town town = Town.shared();

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        Town.shared().assertNoErrors();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void somebodyAsksAndTwoOfficialsAnswer(Size size) {
        var phone = size == Size.PHONE ? "0986004721" : "0986004722";
        String code;
        try (var asker = new Walk(town, "question", size, true)) {
            asker.open("/questions").look("list");
            asker.open("/questions?q=doi+bang+lai").look("found");
            asker.open("/questions?q=zzqx+wvvk").look("nothing");
            asker.open("/questions/Q-0301").look("answer");
            asker.click("Có");
            assertThat(asker.text()).contains("Cảm ơn");
            asker.look("thanks");
            asker.open("/questions/ask").look("ask-anything");
            asker.open("/questions/ask?procedure=3.000347").look("ask");
            asker.fill("words", "Đổi bằng lái mất bao nhiêu tiền, trả bằng thẻ được không? Tôi ở " + size);
            asker.fill("name", "Đinh Thị Gấm");
            asker.fill("phone", phone);
            asker.fill("captcha", town.captcha(asker.field("captchaId").inputValue()));
            asker.main();
            assertThat(asker.text()).contains("Có thể câu này đã được trả lời");
            asker.look("similar").main();
            assertThat(asker.text()).contains("Chúng tôi đã nhận câu hỏi");
            asker.look("own");
            code = asker.page.url().replaceAll(".*/(Q-[^?]+)\\?.*", "$1");
            asker.assertNothingToComplainAbout();
        }
        assertThat(Client.until(Duration.ofSeconds(20), () -> town.messages(phone), messages -> !messages.isEmpty()))
                .first()
                .satisfies(message -> assertThat(message.get("text").asString()).contains(code));
        try (var handler = new Walk(town, "question-answer", size, true)) {
            handler.open("/work/questions");
            Licence.signsIn(town, handler, "handler.ministry", "0913000008");
            handler.open("/work/questions").look("worklist");
            handler.open("/work/questions/new").look("new");
            handler.open("/work/questions/" + code).look("asked");
            handler.fill("answerVi", "Lệ phí là 135.000 đ. Bạn trả trực tuyến khi nộp hồ sơ.");
            handler.fill("law", "37/2023/TT-BTC");
            handler.page.locator("form[action$='/answer'] .btn").first().click();
            assertThat(handler.text()).contains("Người khác phải duyệt");
            handler.look("answered");
            handler.assertNothingToComplainAbout();
        }
        try (var leader = new Walk(town, "question-publish", size, true)) {
            leader.open("/work/questions");
            Licence.signsIn(town, leader, "leader.ministry", "0913000009");
            leader.open("/work/questions/" + code);
            leader.fill("detailsVi", "Bà Đinh Thị Gấm hỏi, số 0912345678.");
            leader.page.locator("form[action$='/publication'] .btn").first().click();
            assertThat(leader.text()).contains("Bỏ số điện thoại");
            leader.look("refused");
            leader.fill("detailsVi", "");
            leader.page.locator("form[action$='/publication'] .btn").first().click();
            leader.open("/work/questions?queue=published").look("published");
            leader.open("/questions/" + code).look("public");
            assertThat(leader.text()).contains("135.000 đ").doesNotContain("Gấm");
        }
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void askingWorksWithoutScriptAndInEnglish(Size size) {
        try (var asker = new Walk(town, "question-plain", size, false)) {
            asker.open("/questions?lang=en").look("list");
            asker.open("/questions/ask?procedure=2.000004");
            asker.fill("words", "May a lottery for customers begin before the confirmation arrives?");
            asker.fill("name", "Lan Pham");
            asker.fill("email", "lan@example.vn");
            asker.fill("captcha", town.captcha(asker.field("captchaId").inputValue()));
            asker.main();
            if (asker.page.locator("input[name=seen]").count() > 0) {
                asker.main();
            }
            assertThat(asker.text()).contains("We have received your question");
            asker.look("own");
        }
    }
}
