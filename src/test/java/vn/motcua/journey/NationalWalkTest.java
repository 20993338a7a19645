package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.FreshCatalogue;
import vn.motcua.catalogue.ImportProcedures;
import vn.motcua.catalogue.Published;
import vn.motcua.catalogue.Publishing;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.journey.Chromium.Size;
import vn.motcua.web.RunningWeb;

/** A record as the national database has them, long and in Vietnamese only, in a real browser: scanned, never wider than the window. */
class NationalWalkTest {

    private static final RunningWeb WEB = new RunningWeb();

    @BeforeAll
    static void importOne(@TempDir Path folder) throws IOException {
        var sentence = "Cơ quan xem hồ sơ và trả lời người nộp bằng văn bản. ";
        var step = "- Người nộp chuẩn bị giấy tờ.\\n- " + sentence.repeat(70) + "\\n+ " + sentence.repeat(70);
        var record =
                """
                {"code":"1.999001","name":"Cấp thẻ thử nghiệm <b>cho</b> người dùng cổng","promulgatingAgency":"Bộ Tư pháp",
                 "decision":"12/QĐ-BTP","levels":["Cấp tỉnh"],"type":"Loại khác","field":"Hộ tịch",
                 "subjects":["Công dân Việt Nam"],"authority":"Sở Tư pháp","executing":["Sở Tư pháp"],
                 "steps":"Bước 1: Nộp hồ sơ\\nSTEP\\nBước 2: Xem hồ sơ\\nSTEP\\nBước 3: Nhận kết quả\\nSTEP",
                 "channels":[{"channel":"ONLINE","time":5,"unit":"WORKING_DAY","feeText":"100,000 VNĐ(cấp mới 100.000 đồng; cấp lại 20.000 đồng)LONG"},
                             {"channel":"DIRECT","time":null,"unit":null,"feeText":"Mang giấy tờ đến.","free":true}],
                 "cases":[{"case":"Giấy tờ phải nộp","documents":[{"name":"Tờ khai","original":1,"copy":0,"form":"to khai.docx"},{"name":"LONG","original":1,"copy":1}]},
                          {"case":"Giấy tờ phải xuất trình","documents":[{"name":"Thẻ căn cước","original":1,"copy":0}]},
                          {"case":"Lưu ý","documents":[{"name":"Giấy tờ nước ngoài phải được dịch.","original":0,"copy":0}]}],
                 "legalBasisText":"Luật Hộ tịch60/2014/QH13","legalBasisCodes":["60/2014/QH13"],
                 "results":[{"name":"Thẻ thử nghiệm","code":"KQ.G15.000001"}]}""".replace("STEP", step).replace("LONG", sentence.repeat(20)).replace("\n", " ");
        var file = Files.writeString(folder.resolve("records.jsonl"), record);
        var report = new ImportProcedures(
                        WEB.bean(Publishing.class),
                        WEB.bean(JdbcClient.class),
                        WEB.bean(Agencies.class),
                        WEB.bean(TransactionTemplate.class),
                        WEB.bean(InstantSource.class))
                .from(file, false, (done, of) -> {});
        assertThat(report.added()).isEqualTo(1);
        FreshCatalogue.read(WEB.bean(Published.class), WEB.bean(ProcedureSearch.class));
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/procedures/1.999001",
                "/procedures/1.999001/checklist",
                "/procedures/1.999001/channels",
                "/procedures/1.999001/forms",
                "/procedures/1.013831",
                "/procedures?q=the+thu+nghiem",
                "/procedures?q=&event=BIRTH&audience=CITIZEN",
                "/procedures?from=20",
                "/procedures?q=n%E1%BA%A5u+ph%E1%BB%9F+b%C3%B2",
            })
    void pageHasNoBarrierAndFitsEveryWindowInBothLanguages(String address) {
        try (var context = Chromium.visitor(Size.DESKTOP, true)) {
            var page = context.newPage();
            for (var language : List.of("vi", "en")) {
                page.navigate(WEB.at(address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                        .toString());
                assertThat(page.locator("h1").count()).isEqualTo(1);
                for (int width : List.of(320, 390, 1280)) {
                    page.setViewportSize(width, 900);
                    var wide = (Number) page.evaluate("document.documentElement.scrollWidth");
                    assertThat(wide.intValue()).as(address + " at " + width).isLessThanOrEqualTo(width);
                }
                Walk.scan(page);
            }
        }
    }

    @Test
    void englishPageMarksWhatIsVietnameseAndMarkupIsInert() {
        try (var context = Chromium.visitor(Size.PHONE, false)) {
            var page = context.newPage();
            page.navigate(WEB.at("/procedures/1.999001?lang=en").toString());

            assertThat(page.locator("h1").getAttribute("lang")).isEqualTo("vi");
            assertThat(page.locator("h1").innerText()).contains("<b>cho</b>");
            assertThat(page.locator("main").innerText())
                    .contains("exists in Vietnamese only", "Ministry of Justice", "Giấy tờ nước ngoài phải được dịch.");
            assertThat(page.locator("main details").count()).isGreaterThan(3);
        }
    }
}
