package vn.motcua.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.ui.ExtendedModelMap;
import vn.motcua.shared.Problem;
import vn.motcua.web.Frame;
import vn.motcua.web.Messages;
import vn.motcua.web.Portal;

/** The pages as they are printed, in both languages, over the shipped services on Monday 23 November 2026 at 09:00. */
class ProcedurePagesTest {

    private static Frame frame(Locale locale) {
        return new Frame(
                locale,
                "/procedures/3.000347",
                null,
                () -> "token",
                new Portal(true, "1800 0000", "", 1),
                List.of(),
                CatalogueContext.bean(Messages.class));
    }

    private static String print(String view, Frame frame, ExtendedModelMap model) {
        var html = new StringOutput();
        var all = new java.util.HashMap<String, Object>(model);
        all.put("frame", frame);
        TemplateEngine.createPrecompiled(ContentType.Html).render(view + ".jte", all, new Utf8(html));
        return html.toString();
    }

    /** Prints bytes as text, which a StringOutput alone does not. */
    private record Utf8(StringOutput html) implements gg.jte.TemplateOutput {
        @Override
        public void writeContent(String value) {
            html.writeContent(value);
        }

        @Override
        public void writeContent(String value, int from, int to) {
            html.writeContent(value, from, to);
        }

        @Override
        public void writeBinaryContent(byte[] value) {
            html.writeContent(new String(value, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static String procedure(String code, Locale locale, String at) {
        var frame = frame(locale);
        var model = new ExtendedModelMap();
        var view = CatalogueContext.bean(ProcedureController.class).procedure(code, "H29", "01", at, frame, model);
        return print(view, frame, model);
    }

    private static Narrowing.Asked asked(Set<String> channel) {
        return new Narrowing.Asked(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), channel);
    }

    private static String search(String q, Locale locale) {
        var frame = frame(locale);
        var model = new ExtendedModelMap();
        var view = CatalogueContext.bean(SearchController.class).search(q, asked(Set.of()), "", "", frame, model);
        return print(view, frame, model);
    }

    @Test
    void licencePageShowsEveryPartInVietnamese() {
        assertThat(procedure("3.000347", Messages.VIETNAMESE, null))
                .contains("<h1>Đổi giấy phép lái xe</h1>", "Đổi bằng lái", "3.000347", "Bộ Công an")
                .contains("5 ngày làm việc", "135.000 đ", "115.000 đ", "31/12/2025", "63/2023/TT-BTC")
                .contains("Giấy khám sức khỏe của người lái xe", "A1, A hoặc B1", "Hộ chiếu còn thời hạn sử dụng")
                .contains("Bản sao giấy phép lái xe hiện có", "Ảnh chân dung")
                .contains("12/2025/TT-BCA", "37/2023/TT-BTC", "06/2025/TT-BTC", "Căn cứ pháp lý (4 văn bản)")
                .contains("1025/QĐ-BCA", "KQ.G01.000185", "Cục Cảnh sát giao thông", "Sát hạch, cấp giấy phép lái xe")
                .contains("Công dân Việt Nam, Người Việt Nam định cư ở nước ngoài, Người nước ngoài")
                .contains("Không.", "Công an cấp xã", "01/03/2025")
                .contains("action=\"/procedures/3.000347/start\"", "<option value=\"H29\" selected>")
                .contains("Công an thành phố Hà Nội");
    }

    @Test
    void estimateSkipsTheHolidayAndIsExplained() {
        assertThat(procedure("3.000347", Messages.VIETNAMESE, null))
                .contains("<b>09:00 thứ Ba 01/12/2026</b>", "thứ Ba 24/11/2026");
    }

    @Test
    void licencePageIsWholeInEnglish() {
        assertThat(procedure("3.000347", Locale.ENGLISH, null))
                .contains(
                        "<h1>Exchange of a driving licence</h1>",
                        "Official name:",
                        "<span lang=\"vi\">Đổi giấy phép lái xe</span>")
                .contains("135,000 ₫", "5 working days", "Driver's health certificate", "Start now")
                .contains("09:00 on Tuesday 1 Dec 2026", "Police of Hà Nội City")
                .doesNotContain("ngày làm việc", "catalogue.");
    }

    @ParameterizedTest
    @CsvSource({"2.000004, vi", "2.000004, en", "3.000347, vi", "3.000347, en"})
    void pageHasOneHeadingOneFilledButtonAndNoInlineStyle(String code, String language) {
        var html = procedure(code, Locale.of(language), null);

        assertThat(html).containsOnlyOnce("<h1").doesNotContain("style=", "<script", "onclick");
        assertThat(html.split("class=\"btn( wide)?\"", -1)).hasSize(2);
    }

    @Test
    void promotionPageSaysWhatOurSourcesDoNotGive() {
        assertThat(procedure("2.000004", Messages.VIETNAMESE, null))
                .contains("Không thu phí", "chưa ghi số quyết định công bố", "chưa ghi mã kết quả");
    }

    @Test
    void pageOfAnotherDayNamesItsFeeAndCannotBeStarted() {
        var html = procedure("3.000347", Messages.VIETNAMESE, "2025-12-31");

        assertThat(html).contains("115.000 đ");
    }

    @Test
    void pageIsPrintedOnceAMinute() {
        var controller = CatalogueContext.bean(ProcedureController.class);
        var first = new ExtendedModelMap();
        var second = new ExtendedModelMap();
        controller.procedure("3.000347", "H26", "", null, frame(Messages.VIETNAMESE), first);
        controller.procedure("3.000347", "H26", "", null, frame(Messages.VIETNAMESE), second);

        assertThat(first.get("body")).isSameAs(second.get("body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.999999", "abc", "3.00034", "<script>", "3.000347@H26"})
    void unknownProcedureIsNotFound(String code) {
        assertThatThrownBy(() -> procedure(code, Messages.VIETNAMESE, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void dayThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> procedure("3.000347", Messages.VIETNAMESE, "2026-02-30"))
                .hasMessageContaining("catalogue.day.wrong");
    }

    @Test
    void codeWithSuffixShowsTheProcedure() {
        assertThat(procedure("3.000347.H26", Messages.VIETNAMESE, null)).contains("<h1>Đổi giấy phép lái xe</h1>");
    }

    @Test
    void searchMarksTheWordsAndExplainsThem() {
        assertThat(search("doi bang lai", Messages.VIETNAMESE))
                .contains("<mark>Đổi giấy phép lái xe</mark>", "giấy phép lái xe</b>", "q=doi+bang+lai&amp;exactly=1")
                .contains("135.000 đ", "Nộp trực tuyến");
    }

    @Test
    void nothingFoundOffersTwoWaysOn() {
        for (var locale : List.of(Messages.VIETNAMESE, Locale.ENGLISH)) {
            assertThat(search("<b>sửa ống nước", locale))
                    .contains("class=\"empty\"", "&lt;b>sửa ống nước", "href=\"/procedures\"", "href=\"/help\"")
                    .doesNotContain("<b>sửa");
        }
    }

    @Test
    void filtersNarrowAndKeepTheirCounts() {
        var frame = frame(Messages.VIETNAMESE);
        var model = new ExtendedModelMap();
        CatalogueContext.bean(SearchController.class).search("", asked(Set.of("POSTAL")), "", "", frame, model);
        var page = (SearchPage) java.util.Objects.requireNonNull(model.get("page"));

        assertThat(page.results()).extracting(SearchPage.Result::code).containsExactly("2.000004");
        assertThat(page.facets().getLast().options())
                .extracting(SearchPage.Option::value, SearchPage.Option::count)
                .contains(org.assertj.core.groups.Tuple.tuple("ONLINE", 2));
        assertThat(page.facets().get(4).options())
                .extracting(SearchPage.Option::value, SearchPage.Option::disabled)
                .contains(org.assertj.core.groups.Tuple.tuple("G01", true));
    }
}
