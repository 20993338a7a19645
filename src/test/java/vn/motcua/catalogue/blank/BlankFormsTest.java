package vn.motcua.catalogue.blank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.catalogue.EditorAtTheDoor;
import vn.motcua.catalogue.TwoServices;
import vn.motcua.journal.Journal;
import vn.motcua.web.RunningWeb;

/** Forms to print: ours, those that editors give, and those that are not here. */
class BlankFormsTest {

    private final RunningWeb web = new RunningWeb(
            new Class<?>[] {EditorAtTheDoor.class}, "--motcua.catalogue.services=" + TwoServices.folder());

    @AfterEach
    void close() {
        web.close();
    }

    private byte[] fetch(String path) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(web.at(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private HttpResponse<String> give(String official, int place, byte[] content) throws IOException {
        var body = new ByteArrayOutputStream();
        body.write(("--B\r\nContent-Disposition: form-data; name=\"file-" + place
                        + "\"; filename=\"Mau 02.pdf\"\r\nContent-Type: application/pdf\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--B--\r\n".getBytes(StandardCharsets.UTF_8));
        return web.send(HttpRequest.newBuilder(web.at("/work/catalogue/forms/3.000347/" + place))
                .header("Content-Type", "multipart/form-data; boundary=B")
                .header("Official", official)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    @ParameterizedTest
    @CsvSource({"3.000347, vi", "3.000347, en", "2.000004, vi"})
    void formOfAServiceIsATaggedVietnamesePdfWithEveryQuestion(String code, String language) throws Exception {
        try (var document = Loader.loadPDF(fetch("/procedures/" + code + "/form.pdf?lang=" + language))) {
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            for (var font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
            var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", code, "1/" + document.getNumberOfPages())
                    .contains("Người đề nghị (ký, ghi rõ họ tên)", "Giấy tờ gửi kèm")
                    .doesNotContain("?");
            if (code.equals("3.000347")) {
                assertThat(text)
                        .contains("Đề nghị đổi giấy phép lái xe", "Số giấy phép lái xe", "FE", "Thông tin cần sửa")
                        .contains("Hộ chiếu còn thời hạn sử dụng");
            }
            assertThat(text.contains("Licence number")).isEqualTo(language.equals("en"));
        }
    }

    @Test
    void formThatIsNotHereIsSaidAndNeverLinked() {
        assertThat(web.get("/procedures/3.000347/forms").body())
                .contains("Đề nghị đổi giấy phép lái xe", "Chưa có tại đây. Hỏi nơi nhận hồ sơ")
                .contains("href=\"/procedures/3.000347/form.pdf\"")
                .doesNotContain("/forms/1");
        assertThat(web.get("/procedures/3.000347/forms/1").statusCode()).isEqualTo(404);
        assertThat(web.get("/procedures/9.999999/form.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void editorGivesAFormReplacesItAndTakesItAway() throws Exception {
        var form = pdf();
        assertThat(give("G01", 0, form).statusCode()).isEqualTo(302);
        assertThat(web.get("/procedures/3.000347/forms?lang=en").body())
                .contains("href=\"/procedures/3.000347/forms/1\"", "Available");
        assertThat(fetch("/procedures/3.000347/forms/1")).isEqualTo(form);

        assertThat(give("G01", 0, pdf()).statusCode()).isEqualTo(302);
        assertThat(web.get("/procedures/3.000347/forms/1").statusCode()).isEqualTo(404);
        assertThat(web.get("/procedures/3.000347/forms/2").headers().firstValue("Content-Type"))
                .hasValue("application/pdf");
        assertThat(web.get("/work/catalogue/forms?procedure=3.000347", "Official", "G01")
                        .body())
                .contains("Mau 02.pdf", "/work/catalogue/forms/3.000347/0/removal");

        web.send(HttpRequest.newBuilder(web.at("/work/catalogue/forms/3.000347/0/removal"))
                .header("Official", "G01")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(web.get("/procedures/3.000347/forms").body()).contains("Chưa có tại đây");
        assertThat(web.bean(Journal.class).history("blank-form/3.000347"))
                .extracting("type")
                .containsExactly(
                        "catalogue.BlankFormGiven", "catalogue.BlankFormGiven", "catalogue.BlankFormTakenAway");
    }

    @Test
    void whatIsNoFormAndWhoMayNotAreRefusedInWords() throws Exception {
        assertThat(give("G01", 0, "<html>".getBytes(StandardCharsets.UTF_8)).body())
                .contains("<title>Lỗi:", "id=\"f-file-0-error\"");
        assertThat(give("G01", 7, pdf()).statusCode()).isEqualTo(404);
        assertThat(give("G02", 0, pdf()).statusCode()).isEqualTo(403);
        assertThat(give("clerk", 0, pdf()).statusCode()).isEqualTo(403);
        assertThat(web.get("/work/catalogue/forms?procedure=3.000347", "Official", "G02")
                        .statusCode())
                .isEqualTo(403);
        assertThat(web.get("/work/catalogue/forms?procedure=x", "Official", "G01")
                        .body())
                .contains("Mã viết như 3.000347");
        assertThat(web.get("/procedures/3.000347/forms").body()).contains("Chưa có tại đây");
    }
}
