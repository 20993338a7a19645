package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.web.RunningWeb;

/** Preparing before signing in, over what is shipped: is it for me, what to bring, which way to go. */
class GuidePagesTest {

    private static final RunningWeb WEB = new RunningWeb();

    @AfterAll
    static void close() {
        WEB.close();
    }

    private static String page(String path) {
        var answer = WEB.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> post(String path, String form) {
        return WEB.send(HttpRequest.newBuilder(WEB.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static final String FITTING = "/procedures/3.000347/check?answers.issuer=VIETNAM&answers.have=YES"
            + "&answers.applicantKind=CITIZEN&answers.reason=EXPIRING&answers.licenceClass=A1";

    @Test
    void checkAsksOneQuestionAPageAndLeadsBackToTheOneBefore() {
        assertThat(page("/procedures/3.000347/check"))
                .contains("Câu 1, nhiều nhất 5 câu", "Bằng lái của bạn do nước nào cấp?", "name=\"answers.issuer\"")
                .contains("href=\"/procedures/3.000347\">← Về trang của thủ tục")
                .doesNotContain("answers.have");
        assertThat(page("/procedures/3.000347/check?answers.issuer=VIETNAM&answers.have=YES&asked=have"))
                .contains(
                        "Câu 3, nhiều nhất 5 câu", "<input type=\"hidden\" name=\"answers.issuer\" value=\"VIETNAM\">")
                .contains("href=\"/procedures/3.000347/check?answers.issuer=VIETNAM\">← Câu trước");
    }

    @Test
    void questionWithoutAnAnswerIsAskedAgain() {
        assertThat(page("/procedures/3.000347/check?answers.issuer=VIETNAM&asked=have"))
                .contains("<title>Lỗi:", "Có 1 chỗ cần sửa", "Bạn còn giữ bằng lái không?", "href=\"#f-answers-have\"");
        assertThat(page("/procedures/3.000347/check?answers.issuer=%3Cscript%3E&asked=issuer"))
                .contains("<title>Lỗi:")
                .doesNotContain("<script>");
    }

    @Test
    void fittingEndNamesPapersFeeTimeAgencyAndCarriesTheAnswers() {
        assertThat(page(FITTING))
                .contains("<h1>Thủ tục này dành cho bạn</h1>", "135.000 đ")
                .contains("5 ngày làm việc", "có kết quả chậm nhất", "Cục Cảnh sát giao thông")
                .contains("Bạn cần 3 giấy tờ", "Bản sao giấy phép lái xe hiện có", "1 bản sao")
                .doesNotContain("<p><b>Giấy khám sức khỏe", "<p><b>Hộ chiếu còn thời hạn")
                .contains("action=\"/procedures/3.000347/start\"", "name=\"answers.licenceClass\" value=\"A1\"")
                .contains("name=\"case\" value=\"01\"", "Nộp hồ sơ", "href=\"/procedures/3.000347/checklist?case=01\"")
                .doesNotContain("name=\"answers.issuer\"");
        assertThat(page(FITTING.replace("A1", "D"))).contains("Bạn cần 4 giấy tờ", "<p><b>Giấy khám sức khỏe");
    }

    @Test
    void refusingEndNamesTheClauseAndTheWayOut() {
        assertThat(page("/procedures/3.000347/check?answers.issuer=ABROAD"))
                .contains(
                        "không hợp với trường hợp của bạn",
                        "12/2025/TT-BCA",
                        "class=\"btn\" href=\"/procedures/3.000351\"");
        assertThat(page("/procedures/1.014064/check?answers.why=EXPIRED&lang=en"))
                .contains("Article 24(2)", "26/2023/QH15", "href=\"/procedures/1.014063\"");
    }

    @Test
    void procedureThatNobodyServesHereLeadsToTheWaysOfHandingIn() {
        assertThat(
                        page(
                                "/procedures/1.001612/check?answers.what=OPEN&answers.liability=NO&answers.family=YES&answers.agent=NO"))
                .contains("Giấy đề nghị đăng ký hộ kinh doanh", "Bản sao văn bản ủy quyền của thành viên hộ gia đình")
                .contains("class=\"btn \" href=\"/procedures/1.001612/channels?case=01\"")
                .doesNotContain("/start");
    }

    @Test
    void personalAnswersGoByPostAndAreNotTakenFromAnAddress() {
        var first = WEB.get("/procedures/1.014062/check?answers.born=2020-01-01");
        assertThat(first.body()).contains("method=\"post\"", "Câu 1").doesNotContain("value=\"2020");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        var second = post(
                "/procedures/1.014062/check", "asked=born&answers.bornDay=1&answers.bornMonth=2&answers.bornYear=2020");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(second.body()).contains("Bé là công dân Việt Nam?", "name=\"answers.born\" value=\"2020-02-01\"");
        var third = post(
                "/procedures/1.014062/check",
                "asked=born&answers.bornDay=31&answers.bornMonth=2&answers.bornYear=2020");
        assertThat(third.body()).contains("<title>Lỗi:");
        assertThat(post("/procedures/1.014062/check", "answers.born=2001-02-01").body())
                .contains("href=\"/procedures/2.000200\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/procedures/9.999999/check", "/procedures/x/checklist", "/procedures/9.999999/channels"})
    void unknownProcedureIsNotFound(String path) {
        assertThat(WEB.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void procedureWithoutACheckSaysSo() {
        var answer = WEB.get("/procedures/1.000253/check", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("chưa có bộ câu hỏi");
    }

    @Test
    void checklistHasBoxesPlaceFeeLimitAndTheAddressInLettersAndAsQr() {
        assertThat(page("/procedures/3.000347/checklist?agency=H29"))
                .contains("class=\"papers ticks\"", "Đề nghị đổi giấy phép lái xe", "1 bản chính", "Tùy trường hợp")
                .contains("Bộ phận Một cửa, Phòng Cảnh sát giao thông, Công an Thành phố Hồ Chí Minh")
                .contains("135.000 đ", "5 ngày làm việc")
                .contains("<svg class=\"qr\"", "/procedures/3.000347</p>")
                .doesNotContain("style=");
    }

    @Test
    void checklistOfACaseHoldsItsPapersAndNamesTheOthers() {
        assertThat(page("/procedures/1.004222/checklist?case=03"))
                .contains("Chỗ ở hợp pháp do thuê, mượn, ở nhờ", "Hợp đồng, văn bản về việc cho thuê")
                .contains("href=\"/procedures/1.004222/checklist?case=01\"")
                .doesNotContain("Giấy giới thiệu của đơn vị");
    }

    @Test
    void checklistIsATaggedPdfOnOnePage() throws Exception {
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(WEB.at("/procedures/3.000347/checklist.pdf?agency=H29"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (var pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Đổi giấy phép lái xe", "[", "Hộ chiếu còn thời hạn sử dụng", "3.000347");
        }
    }

    @Test
    void waysStandSideBySideAndSayWhatTheRecordDoesNot() {
        assertThat(page("/procedures/3.000347/channels"))
                .contains("<th scope=\"col\">Trực tuyến</th><th scope=\"col\">Trực tiếp</th>", "135.000 đ")
                .contains("Không phải đến", "Một lần để nộp", "Tại cổng này", "Tải về tại cổng này")
                .contains("tài khoản định danh mức 2", "class=\"btn\" href=\"/procedures/3.000347?case=01\"");
        assertThat(page("/procedures/1.014063/channels?lang=en"))
                .contains("The record does not say", "class=\"btn\" href=\"/procedures/1.014063/checklist?case=01\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/procedures/3.000347/check",
        "/procedures/3.000347/channels",
        "/procedures/1.004222/checklist",
        "/procedures/3.000347/check?answers.issuer=ABROAD"
    })
    void pageIsWholeInBothLanguagesWithOneHeadingAndOneFilledButton(String path) {
        for (var language : new String[] {"vi", "en"}) {
            var html = page(URI.create(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                    .toString());
            assertThat(html).containsOnlyOnce("<h1").doesNotContain("style=", "<script", "catalogue.");
            var main = html.substring(html.indexOf("<main"), html.indexOf("</main>"));
            assertThat(main.split("class=\"btn( wide| )?\"", -1)).as(path).hasSize(2);
        }
    }
}
