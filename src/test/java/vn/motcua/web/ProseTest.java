package vn.motcua.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.web.Prose.Bullets;
import vn.motcua.web.Prose.Item;
import vn.motcua.web.Prose.Paragraph;
import vn.motcua.web.Prose.Part;

/** Long texts from the national records, as people read them. */
class ProseTest {

    private static String print(String text, @Nullable String lang, Locale locale) {
        var frame = new Frame(locale, "/", null, () -> "", new Portal(false, "", "", 1), List.of(), new Sentences());
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("frame", frame);
        parameters.put("prose", Prose.of(text));
        parameters.put("lang", lang);
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("component/prose.jte", parameters, html);
        return html.toString();
    }

    @Test
    void stepsBecomeHeadingsWithTheirParagraphs() {
        var prose = Prose.of("Trước hết, đọc kỹ.\nBước 1: Nộp hồ sơ\nNộp tại Bộ phận Một cửa.\nBước 2: Nhận kết quả");

        assertThat(prose.parts())
                .containsExactly(
                        new Part("", List.of(new Paragraph("Trước hết, đọc kỹ.")), false),
                        new Part("Bước 1: Nộp hồ sơ", List.of(new Paragraph("Nộp tại Bộ phận Một cửa.")), false),
                        new Part("Bước 2: Nhận kết quả", List.of(), false));
    }

    @Test
    void stepWithinALineBeginsAPartAndALongOneKeepsOnlyItsNumberAsHeading() {
        var said =
                "Người nộp hồ sơ chuẩn bị đầy đủ giấy tờ theo quy định rồi đến nộp tại cơ quan có thẩm quyền cấp tỉnh";
        var prose = Prose.of("Bước 1: " + said + ". Bước 2: Xong");

        assertThat(prose.parts())
                .containsExactly(
                        new Part("Bước 1", List.of(new Paragraph(said + ".")), false),
                        new Part("Bước 2: Xong", List.of(), false));
    }

    @Test
    void dashesPlusesAndLettersBecomeOneList() {
        var prose = Prose.of("Gồm:\n- Đơn;\n+ Bản chính;\n+ Bản sao;\na) Ảnh;\n1) Khác");

        assertThat(prose.parts().getFirst().blocks())
                .containsExactly(
                        new Paragraph("Gồm:"),
                        new Bullets(List.of(
                                new Item("", "Đơn;", false),
                                new Item("", "Bản chính;", true),
                                new Item("", "Bản sao;", true),
                                new Item("a)", "Ảnh;", false),
                                new Item("1)", "Khác", false))));
    }

    @Test
    void plusWithoutADashBeforeItIsAnItemOfItsOwn() {
        assertThat(Prose.of("+ Một\n+ Hai").parts().getFirst().blocks())
                .containsExactly(new Bullets(List.of(new Item("", "Một", false), new Item("", "Hai", true))));
    }

    @Test
    void tabsNoBreakSpacesAndInvisibleMarksAreNoWords() {
        assertThat(Prose.of("\u200b-\t\u00a0Đơn\u0007 \u202eđăng  ký\ufeff\r\n\r\n")
                        .parts())
                .containsExactly(
                        new Part("", List.of(new Bullets(List.of(new Item("", "Đơn đăng ký", false)))), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\t\n ", "\u200b\u200b"})
    void nothingIsEmpty(String text) {
        assertThat(Prose.of(text).isEmpty()).isTrue();
    }

    @Test
    void markupIsInert() {
        var hostile = "<script>alert(1)</script>\n- <img src=x onerror=alert(1)>\nBước 1: <b>\"x\"</b>\n${1+1} @raw";

        assertThat(print(hostile, null, Messages.VIETNAMESE))
                .contains("&lt;script&gt;", "&lt;img src=x", "${1+1} @raw")
                .doesNotContain("<script", "<img", "<b>\"");
    }

    @Test
    void longestRealTextShowsAScreenAndAHalfAndFoldsTheRestUnderItsHeadings() {
        var step = "Cơ quan kiểm tra hồ sơ, trả lời bằng văn bản. ".repeat(60);
        var text = IntStream.rangeClosed(1, 8)
                .mapToObj(n -> "Bước " + n + ": Việc " + n + "\n" + step)
                .collect(Collectors.joining("\n"));
        assertThat(text).hasSizeGreaterThan(22_000);

        var prose = Prose.of(text);
        int open = prose.parts().stream()
                .filter(part -> !part.folded())
                .flatMap(part -> part.blocks().stream())
                .mapToInt(block -> ((Paragraph) block).text().length())
                .sum();

        assertThat(open).isBetween(1_000, 2_200);
        assertThat(prose.contents()).hasSize(8);
        assertThat(prose.parts().stream().flatMap(part -> part.blocks().stream()))
                .allSatisfy(block -> assertThat(((Paragraph) block).text()).hasSizeLessThanOrEqualTo(600));
        assertThat(words(prose)).isEqualTo(text.replaceAll("\\s+", " ").strip().length());
        var html = print(text, "vi", Locale.ENGLISH);
        assertThat(html)
                .contains("<div class=\"long\" lang=\"vi\">", "href=\"#text-2\"", "<details id=\"text-2\">")
                .contains("<span lang=\"en\">Read on</span>");
    }

    /** Nothing of a text is lost: its characters with one space between its pieces. */
    private static int words(Prose prose) {
        return prose.parts().stream()
                .map(part -> (part.heading() + " "
                                + part.blocks().stream()
                                        .map(block -> ((Paragraph) block).text())
                                        .collect(Collectors.joining(" ")))
                        .strip())
                .collect(Collectors.joining(" "))
                .length();
    }

    @Test
    void hostileLengthIsReadInNoTime() {
        var start = System.nanoTime();
        Prose.of("- ".repeat(50_000) + "Bước 1".repeat(20_000) + ". ".repeat(50_000));
        Prose.of("a) ".repeat(100_000));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
