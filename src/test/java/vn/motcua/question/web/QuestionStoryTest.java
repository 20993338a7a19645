package vn.motcua.question.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.motcua.catalogue.QuestionsBeside;
import vn.motcua.identity.Official.Duty;
import vn.motcua.shared.ProcedureCode;

/** The way of a question through the door: asked, answered, refused, published, found, judged. Each test asks one of its own. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class QuestionStoryTest {

    private static final String WORDS =
            "Tôi là Nguyễn Thị Lành, bằng lái B2 của tôi bị gãy thẻ thì có đổi được không? Gọi tôi 0912 345 678.";
    private static final String ANSWER =
            "Được. Thẻ bị hỏng thì bạn đổi giấy phép lái xe như thường, nộp trực tuyến hoặc tại Phòng Cảnh sát giao thông.";

    private static Counter counter;
    private static Counter.Visitor handler;
    private static Counter.Visitor leader;
    private static Counter.Visitor both;
    private static Counter.Visitor elsewhere;

    @BeforeAll
    static void open() {
        counter = new Counter();
        handler = counter.signed(counter.official("handler.one", "G01", Duty.HANDLER));
        leader = counter.signed(counter.official("leader.one", "G01", Duty.LEADER));
        both = counter.signed(counter.official("editor.one", "G01", Duty.CATALOGUE_ADMIN));
        elsewhere = counter.signed(counter.official("handler.two", "G02", Duty.HANDLER));
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    /** A question of somebody without an account; its code. */
    private static String asked(String words) {
        return code(counter.visitor().ask("3.000347", "Nguyễn Thị Lành", "lanh@example.vn", words));
    }

    private static String code(HttpResponse<String> sent) {
        var location = Counter.location(sent);
        assertThat(location).startsWith("/questions/Q-");
        return location.substring("/questions/".length(), location.indexOf('?'));
    }

    private static HttpResponse<String> act(Counter.Visitor who, String code, String act, String... fields) {
        return who.fill("/work/questions/" + code, "/work/questions/" + code + "/" + act, fields);
    }

    private static HttpResponse<String> answered(Counter.Visitor who, String code, String title, String answer) {
        return act(
                who,
                code,
                "answer",
                "titleVi",
                title,
                "detailsVi",
                "",
                "answerVi",
                answer,
                "law",
                "12/2025/TT-BCA",
                "procedures",
                "3.000347");
    }

    private static HttpResponse<String> published(Counter.Visitor who, String code, String title, String answer) {
        return act(
                who,
                code,
                "publication",
                "titleVi",
                title,
                "detailsVi",
                "",
                "answerVi",
                answer,
                "law",
                "12/2025/TT-BCA",
                "procedures",
                "3.000347");
    }

    private static String state(String code) {
        return counter.sql()
                .sql("select state from question.question where code = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    @Test
    void wholeStoryFromTheQuestionToItsUse() {
        var visitor = counter.visitor();
        var sent = visitor.ask("3.000347", "Nguyễn Thị Lành", "lanh@example.vn", WORDS);
        var code = code(sent);
        var own = visitor.get(Counter.location(sent));
        // received at 09:00 on Monday: 15 working days, the 24th is a holiday
        assertThat(own.body()).contains("Chúng tôi đã nhận câu hỏi", "09:00 thứ Ba 08/12/2026", "gãy thẻ");
        assertThat(own.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(visitor.get("/questions/" + code).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/questions/" + code + "?key=AAAAAAAAAAAAAAAAAAAA")
                        .statusCode())
                .isEqualTo(404);
        var receipt = counter.tell().getLast();
        assertThat(receipt.text()).contains(code, "Bộ Công an", "?key=");
        assertThat(receipt.sms()).hasSizeLessThanOrEqualTo(160).matches("\\p{ASCII}+");

        assertThat(handler.get("/work/questions").body()).contains(code);
        assertThat(elsewhere.get("/work/questions/" + code).statusCode()).isEqualTo(404);
        var title = "Thẻ giấy phép lái xe bị gãy có đổi được không?";
        assertThat(answered(handler, code, title, ANSWER + " Bạn Nguyen Thi Lanh gọi 0912.345.678 nhé.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(published(handler, code, title, ANSWER).statusCode()).isEqualTo(403);

        var refused = published(leader, code, title, ANSWER + " Bạn Nguyen Thi Lanh gọi 0912.345.678 nhé.");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Bỏ số điện thoại “0912.345.678”", "Bỏ tên người hỏi “Nguyen Thi Lanh”");
        assertThat(state(code)).isEqualTo("ANSWERED");
        assertThat(published(leader, code, title, ANSWER).statusCode()).isEqualTo(302);

        var page = counter.visitor().get("/questions/" + code);
        assertThat(page.body())
                .contains(title, "Phòng Cảnh sát giao thông", "12/2025/TT-BCA", "Bộ Công an trả lời")
                .doesNotContain("Lành", "0912");
        assertThat(counter.visitor().get("/questions?q=gay+the+bang+lai").body())
                .contains(title);
        assertThat(counter.visitor()
                        .get("/api/v1/questions?q=th%E1%BA%BB%20b%E1%BB%8B%20g%C3%A3y")
                        .body())
                .contains(code);
        assertThat(counter.visitor().get("/api/v1/questions/" + code).body())
                .contains("\"legalBasis\":\"12/2025/TT-BCA\"", "\"language\":\"vi\"");
        assertThat(counter.the(QuestionsBeside.class).of(new ProcedureCode("3.000347"), java.util.Locale.ENGLISH, 50))
                .anyMatch(beside -> beside.title().equals(title)
                        && beside.language().equals("vi")
                        && beside.address().equals("/questions/" + code));
        assertThat(counter.the(QuestionsBeside.class).find("thẻ bị gãy", java.util.Locale.of("vi"), 5))
                .first()
                .extracting(QuestionsBeside.Beside::title)
                .isEqualTo(title);

        var told = counter.tell().getLast();
        assertThat(told.to().email()).isEqualTo("lanh@example.vn");
        assertThat(told.text()).contains(ANSWER, "/questions/" + code).doesNotContain("key=");

        var thanks =
                counter.visitor().fill("/questions/" + code, "/questions/" + code + "/usefulness", "helpful", "yes");
        assertThat(Counter.location(thanks)).isEqualTo("/questions/" + code + "?thanks=1#useful");
        assertThat(counter.visitor().get("/questions/" + code).body()).contains("1 trên 1 người thấy có ích");
    }

    @Test
    void aVisitorCountsOnceAndMayChangeTheirMind() {
        var code = asked("Nhận bằng lái mới thì bằng cũ có phải trả lại không hả cơ quan?");
        answered(handler, code, "Có phải trả lại bằng lái cũ không?", ANSWER);
        published(leader, code, "Có phải trả lại bằng lái cũ không?", ANSWER);
        var one = counter.visitor();
        var other = one.beside();
        one.fill("/questions/" + code, "/questions/" + code + "/usefulness", "helpful", "yes");
        one.fill("/questions/" + code, "/questions/" + code + "/usefulness", "helpful", "yes");
        other.fill("/questions/" + code, "/questions/" + code + "/usefulness", "helpful", "no");
        assertThat(one.get("/questions/" + code).body()).contains("1 trên 2 người thấy có ích");
        one.fill("/questions/" + code, "/questions/" + code + "/usefulness", "helpful", "no");
        assertThat(one.get("/questions/" + code).body()).contains("0 trên 2 người thấy có ích");
    }

    @Test
    void sendingTheSameFormTwiceAsksOnce() {
        var visitor = counter.visitor();
        var page = visitor.get("/questions/ask?procedure=2.000004");
        var words = "Chương trình khuyến mại tặng quà thì có phải đăng ký không?";
        var first = visitor.ask(page, "Trần Bình", "binh@example.vn", words);
        var second = visitor.ask(page, "Trần Bình", "binh@example.vn", words);
        assertThat(Counter.location(second)).isEqualTo(Counter.location(first));
        assertThat(counter.sql()
                        .sql("select count(*) from question.asked where words = ?")
                        .param(words)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void wrongFormsSayEverythingAtOnceAndAskNothing() {
        var visitor = counter.visitor();
        var page = visitor.get("/questions/ask");
        var refused = visitor.post(
                page,
                "/questions/ask",
                "name",
                "<b>x</b>",
                "email",
                "",
                "phone",
                "",
                "procedure",
                "9.999999",
                "words",
                "\u0007\u200b ngắn",
                "captcha",
                "1");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Không có thủ tục nào mang mã này", "Nhập email hoặc số điện thoại", "ít nhất 10 ký tự")
                .contains("&lt;b>x")
                .doesNotContain("<b>x</b>");
        var long2001 = visitor.post(
                page,
                "/questions/ask",
                "name",
                "Trần Bình",
                "email",
                "b@example.vn",
                "procedure",
                "3.000347",
                "words",
                "a".repeat(2_001),
                "captcha",
                "1");
        assertThat(long2001.body()).contains("nhiều nhất 2000 ký tự", "2001");
        var byName = visitor.post(page, "/questions/ask", "procedure", "đổi bằng lái", "words", "x");
        assertThat(byName.body()).contains("name=\"chosen\" value=\"3.000347\"");
        var wrongCaptcha = visitor.fill(
                "/questions/ask?procedure=3.000347",
                "/questions/ask",
                "name",
                "Trần Bình",
                "email",
                "b@example.vn",
                "phone",
                "",
                "words",
                "Zzyzx qwrtp vbnmk hjkl",
                "captcha",
                "không biết");
        assertThat(wrongCaptcha.statusCode()).isEqualTo(422);
        assertThat(visitor.get("/questions/ask?procedure=9.999999").statusCode())
                .isEqualTo(200);
    }

    @Test
    void hostileWordsStayInertEverywhere() {
        var words = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> bằng lái hết hạn thì sao?";
        var visitor = counter.visitor();
        var sent = visitor.ask("3.000347", "Nguyễn Thị Lành", "lanh@example.vn", words);
        var code = code(sent);
        for (var body : new String[] {
            visitor.get(Counter.location(sent)).body(),
            handler.get("/work/questions").body(),
            handler.get("/work/questions/" + code).body()
        }) {
            assertThat(body).contains("&lt;script").doesNotContain("<script>alert", "<img src=x");
        }
        var query = "%3Cscript%3E" + "a%20".repeat(1_500);
        assertThat(visitor.get("/questions?q=" + query).statusCode()).isEqualTo(200);
        assertThat(visitor.get("/questions?q=" + query).body()).doesNotContain("<script>a");
        assertThat(visitor.get("/questions?q=" + "x".repeat(10_000)).statusCode())
                .as("longer than the server reads")
                .isIn(200, 400, 414);
        assertThat(visitor.get("/questions?q=%3F%3F%21&field=x&agency=%3Cb%3E&order=zz&from=-1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/api/v1/questions?q=" + query).statusCode()).isEqualTo(422);
        assertThat(visitor.get("/api/v1/questions?procedure=abc&limit=0").statusCode())
                .isEqualTo(422);
        assertThat(visitor.get("/questions/%2e%2e").statusCode()).isIn(400, 404);
        assertThat(visitor.get("/questions/Q-XX").statusCode()).isEqualTo(404);
    }

    @Test
    void floodOfQuestionsFromOneAddressIsRefused() {
        var visitor = counter.visitor();
        int refused = 0;
        for (int i = 0; i < 12; i++) {
            var answer = visitor.ask(
                    "2.000004", "Trần Bình", "b@example.vn", "Câu hỏi số " + i + " về khuyến mại vé số may mắn");
            refused += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    @Test
    void questionTransferredKeepsItsTimeAndIsGoneFromTheFirstDesk() {
        var code = asked("Tặng bằng lái trong chương trình khuyến mại thì hỏi ai ở đâu vậy?");
        counter.tell();
        var due = due(code);
        assertThat(act(handler, code, "transfer", "agency", "G02", "reason", "").statusCode())
                .isEqualTo(422);
        assertThat(act(handler, code, "transfer", "agency", "G04", "reason", "Cơ quan đã hết hoạt động")
                        .statusCode())
                .isEqualTo(422);
        assertThat(act(handler, code, "transfer", "agency", "G02", "reason", "Việc của Bộ Công Thương")
                        .statusCode())
                .isEqualTo(302);
        assertThat(handler.get("/work/questions/" + code).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/work/questions/" + code).body())
                .contains("Việc của Bộ Công Thương", "Chuyển cơ quan khác");
        assertThat(due(code)).isEqualTo(due);
        assertThat(counter.tell().getLast().text()).contains("Bộ Công Thương");
        assertThat(counter.sql()
                        .sql("select string_agg(data::text, '') from journal.journal where stream = ?")
                        .param("question/" + code)
                        .query(String.class)
                        .single())
                .doesNotContain("Công Thương", "Lành", "lanh@", "khuyến mại");
    }

    private static Instant due(String code) {
        return counter.sql()
                .sql("select due_at from question.question where code = ?")
                .param(code)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void duplicateIsMergedAndItsAskerIsLedThere() {
        var code = asked("Đổi bằng lái xe bây giờ mất bao nhiêu tiền vậy ạ?");
        assertThat(act(handler, code, "merger", "into", "Q-9999").statusCode()).isEqualTo(422);
        assertThat(act(handler, code, "merger", "into", "q-0301").statusCode()).isEqualTo(302);
        assertThat(state(code)).isEqualTo("MERGED");
        assertThat(counter.tell().getLast().text()).contains("/questions/Q-0301");
        var late = handler.post(
                handler.get("/work/questions/new"),
                "/work/questions/" + code + "/answer",
                "version",
                "2",
                "titleVi",
                "Không còn sửa được nữa",
                "answerVi",
                ANSWER,
                "law",
                "12/2025/TT-BCA",
                "procedures",
                "3.000347");
        assertThat(late.statusCode()).isEqualTo(409);
    }

    @Test
    void personalMatterIsAnsweredToTheAskerAlone() {
        var visitor = counter.visitor();
        var sent = visitor.ask(
                "3.000347", "Nguyễn Thị Lành", "lanh@example.vn", "Hồ sơ đổi bằng của tôi tuần trước đến đâu rồi ạ?");
        var code = code(sent);
        answered(handler, code, "Hồ sơ của một người đến đâu rồi?", ANSWER + " Hồ sơ của bạn đang in thẻ.");
        var page = leader.get("/work/questions/" + code);
        assertThat(leader.post(
                                page,
                                "/work/questions/" + code + "/reply",
                                "titleVi",
                                "Hồ sơ của một người đến đâu",
                                "answerVi",
                                ANSWER + " Hồ sơ của bạn đang in thẻ.",
                                "law",
                                "12/2025/TT-BCA")
                        .statusCode())
                .isEqualTo(302);
        assertThat(counter.visitor().get("/questions/" + code).statusCode()).isEqualTo(404);
        assertThat(visitor.get(Counter.location(sent)).body()).contains("đang in thẻ", "Đã trả lời riêng");
        assertThat(counter.visitor().get("/questions?q=dang+in+the").body()).doesNotContain("đang in thẻ");
    }

    @Test
    void whoeverWasSlowerIsToldAndKeepsTheirWords() {
        var code = asked("Bằng lái hạng C đổi sang thẻ mới có giữ hạng không?");
        var stale = handler.get("/work/questions/" + code);
        answered(both, code, "Đổi thẻ có giữ hạng bằng lái không?", ANSWER);
        var refused = handler.post(
                stale,
                "/work/questions/" + code + "/answer",
                "titleVi",
                "Câu trả lời chậm hơn",
                "answerVi",
                ANSWER + " Viết sau.",
                "law",
                "12/2025/TT-BCA",
                "procedures",
                "3.000347");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("Đồng nghiệp vừa sửa", "Viết sau.");
    }

    @Test
    void editorsWriteQuestionsAndOthersPublishAndRetireThem() {
        var written = both.fill(
                "/work/questions/new",
                "/work/questions/new",
                "titleVi",
                "Bằng lái có dùng trên VNeID được không?",
                "answerVi",
                ANSWER,
                "law",
                "12/2025/TT-BCA",
                "procedures",
                "3.000347",
                "titleEn",
                "Can I use my licence in VNeID?",
                "answerEn",
                "Yes, show it to the officer in the app.");
        var code = Counter.location(written).substring("/work/questions/".length());
        assertThat(published(both, code, "Bằng lái có dùng trên VNeID được không?", ANSWER)
                        .statusCode())
                .isEqualTo(403);
        var page = leader.get("/work/questions/" + code);
        assertThat(page.body()).contains("Can I use my licence in VNeID?");
        assertThat(leader.post(
                                page,
                                "/work/questions/" + code + "/publication",
                                "titleVi",
                                "Bằng lái có dùng trên VNeID được không?",
                                "answerVi",
                                ANSWER,
                                "law",
                                "12/2025/TT-BCA",
                                "titleEn",
                                "Can I use my licence in VNeID?",
                                "answerEn",
                                "Yes, show it to the officer in the app.")
                        .statusCode())
                .isEqualTo(302);
        assertThat(counter.visitor().get("/questions/" + code + "?lang=en").body())
                .contains("<h1 lang=\"en\">Can I use my licence in VNeID?");
        assertThat(act(leader, code, "retirement", "reason", "Quy định đã đổi").statusCode())
                .isEqualTo(302);
        assertThat(counter.visitor().get("/questions/" + code).statusCode()).isEqualTo(404);
        assertThat(counter.visitor().get("/questions?q=VNeID").body()).doesNotContain(code);
    }

    @Test
    void lateQuestionsStandOnTopAndArePublic() {
        var before = counter.now.get();
        var late = asked("Câu hỏi sẽ bị trễ về việc đổi giấy phép lái xe?");
        counter.now.set(Instant.parse("2027-01-15T02:00:00Z"));
        var session = counter.signed(counter.official("handler.late", "G01", Duty.HANDLER));
        var fresh = asked("Câu hỏi mới sau câu trễ về giấy phép lái xe?");
        var list = session.get("/work/questions?queue=asked").body();
        assertThat(list).contains("late-row", "Quá hạn");
        assertThat(list.indexOf(late)).isBetween(0, list.indexOf(fresh));
        assertThat(counter.visitor().get("/questions").body())
                .contains("Các cơ quan trả lời có đúng hạn không", "Bộ Công an");
        counter.now.set(before);
    }

    @Test
    void officialsWithoutTheDutyAndStrangersStayOutside() {
        var clerk = counter.signed(counter.official("clerk.one", "G01", Duty.CLERK));
        assertThat(clerk.get("/work/questions").statusCode()).isEqualTo(403);
        assertThat(counter.visitor().get("/work/questions").statusCode()).isEqualTo(303);
        assertThat(leader.get("/work/questions/new").statusCode()).isEqualTo(403);
    }
}
