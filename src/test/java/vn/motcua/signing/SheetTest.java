package vn.motcua.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SheetTest {

    static Sheet receipt() {
        return Sheet.of("Giấy tiếp nhận hồ sơ", Locale.of("vi"), "H26-261119-0412")
                .letterhead(
                        "Sở Xây dựng thành phố Hà Nội",
                        "Bộ phận Một cửa",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập – Tự do – Hạnh phúc")
                .title("Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
                .row("Mã hồ sơ", "H26-261119-0412")
                .row("Người nộp", "Nguyễn Thị Ẩn Ưởng")
                .table(
                        List.of("STT", "Giấy tờ", "Số bản"),
                        List.of(List.of("1", "Giấy khám sức khỏe của người lái xe", "1")),
                        List.of(1, 6, 1))
                .paragraph("Quá 5 ngày làm việc chưa có kết quả, bạn gọi 1800 0000.")
                .qr(
                        "https://motcua.example/verify#ABCDEFGHIJKLMNOPQRSTUVWX",
                        "Quét mã để kiểm tra giấy này",
                        "ABCD EFGH");
    }

    @Test
    void vietnameseTextCanBeReadBackFromThePaper() throws Exception {
        try (var document = Loader.loadPDF(receipt().pdf())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Nguyễn Thị Ẩn Ưởng",
                            "Giấy khám sức khỏe của người lái xe",
                            "Độc lập – Tự do – Hạnh phúc",
                            "1/1");
        }
    }

    @Test
    void everyFontIsEmbeddedAndEveryPieceIsTagged() throws Exception {
        try (var document = Loader.loadPDF(receipt().pdf())) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                var font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+BeVietnamPro.*");
            }
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .hasSize(1);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
        }
    }

    @Test
    void theCodeCanBeScannedFromThePrintedPaper() throws Exception {
        try (var document = Loader.loadPDF(receipt().pdf())) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 150);
            var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            var seen = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(seen).getText())
                    .isEqualTo("https://motcua.example/verify#ABCDEFGHIJKLMNOPQRSTUVWX");
        }
    }

    @Test
    void aLongTableGoesOverPagesAndRepeatsItsHead() throws Exception {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= 120; i++) {
            rows.add(List.of(
                    "" + i, "Giấy tờ số " + i + " có tên dài đến mức phải xuống dòng vì không đủ chỗ trên một dòng"));
        }
        var pdf = Sheet.of("Bảng", Locale.of("vi"), "x")
                .table(List.of("STT", "Giấy tờ"), rows, List.of(1, 5))
                .pdf();
        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(3);
            var text = new PDFTextStripper().getText(document);
            assertThat(text.split("STT Giấy tờ", -1)).hasSize(pages + 1);
            assertThat(text).contains("Giấy tờ số 120", "1/" + pages, pages + "/" + pages);
        }
    }

    @Test
    void aWordWiderThanThePageIsBrokenAndNothingIsLost() throws Exception {
        var word = "Ư".repeat(400);
        try (var document = Loader.loadPDF(
                Sheet.of("x", Locale.of("vi"), "x").row("Tên", word).pdf())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("[^Ư]", ""))
                    .isEqualTo(word);
        }
    }

    @Test
    void controlCharactersAreRefusedAndUnknownLettersReplaced() throws Exception {
        assertThatThrownBy(() -> Sheet.of("x", Locale.of("vi"), "x").row("Tên", "An\u0000Bình"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0000");
        try (var document = Loader.loadPDF(Sheet.of("x", Locale.of("vi"), "x")
                .paragraph("Ivan Иван 王 e\u0302\u0301")
                .pdf())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Ivan ???? ? ế");
        }
    }
}
