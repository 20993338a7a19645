package vn.motcua.catalogue.editing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalogue.editing.web.Office.HOME;
import static vn.motcua.catalogue.editing.web.Office.begin;
import static vn.motcua.catalogue.editing.web.Office.complete;
import static vn.motcua.catalogue.editing.web.Office.save;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may not, and what cannot stand in a record. */
@EditingPortal.EditingTest
class EditorRefusalsTest {

    @Autowired
    Office office;

    @Autowired
    EditingPortal.TestClock clock;

    @Autowired
    JdbcClient sql;

    private Editor ministry;

    @BeforeEach
    void atNine() {
        clock.set(EditingPortal.TODAY);
        ministry = office.ministry();
    }

    @Test
    void onlyEditorsComeIn() {
        for (var page : new String[] {"", "/words", "/doubts", "/decisions/new", "/procedures/3.000347/versions"}) {
            office.clerk().open(HOME + page).is(403);
        }
        new Editor(office.port, "nobody").open(HOME).is(303);
    }

    @Test
    void agencyOutsideTheEditorsAuthorityIsRefusedWithASentence() {
        var form = Map.of("number", "1/QĐ", "title", "Của người khác", "agency", "H26", "kind", "NEW");
        ministry.send(HOME + "/decisions/new", HOME + "/decisions", form)
                .is(200)
                .has("Bạn không được soạn cho cơ quan H26", "Của người khác");
        var decision = begin(ministry, "G01", "3.000347", "CHANGE");
        ministry.send(decision, decision + "/items", Map.of("procedure", "2.000004", "kind", "CHANGE"))
                .has("Thủ tục 2.000004 do Bộ Công Thương công bố");
        office.province().open(decision).is(404);
        office.province().open(decision + "/items/3.000347").is(404);
        var hanoi = begin(office.province(), "H26", "", "NEW");
        office.province()
                .send(hanoi, hanoi + "/items", Map.of("procedure", "3.000347", "kind", "CHANGE"))
                .has("3.000347 do Bộ Công an công bố");
    }

    @Test
    void numberDayAndTitleCanBeMendedUntilItIsSentAndWhatWasTypedStays() {
        var decision = begin(ministry, "G01", "", "NEW");
        ministry.send(
                        decision,
                        decision + "/heading",
                        Map.of("number", "<1>", "signed", "2026-13-01", "title", "Trích yếu mới"))
                .is(200)
                .has("Số quyết định có 1 đến 60 chữ", "năm-tháng-ngày", "value=\"Trích yếu mới\"", "value=\"<1>\"");
        ministry.press(
                        decision,
                        decision + "/heading",
                        Map.of("number", "88/QĐ-BCA", "signed", "2026-11-21", "title", "Trích yếu mới"))
                .has("88/QĐ-BCA", "21/11/2026", "<h1>Trích yếu mới</h1>", "Sửa số, ngày, trích yếu");
        var second = begin(ministry, "G01", "", "NEW");
        ministry.send(second, second + "/heading", Map.of("number", "88/QĐ-BCA"))
                .has("đã có quyết định số 88/QĐ-BCA");
        ministry.press(decision, decision + "/withdrawal", Map.of("reason", "Nhầm"))
                .has("Đã rút", "Nhầm");
        ministry.press(second, second + "/heading", Map.of("number", "88/QĐ-BCA"))
                .has("88/QĐ-BCA");
        ministry.post(
                        decision + "/items",
                        Editor.fields(ministry.open(second).body(), second + "/items"),
                        Map.of("procedure", "9.800009", "kind", "NEW"))
                .has("không làm được ở trạng thái hiện tại");
    }

    @Test
    void unknownKnownAndWrongCodesAreRefused() {
        var decision = begin(ministry, "G01", "", "NEW");
        for (var code : new String[] {"abc", "<script>", "9".repeat(200)}) {
            ministry.send(decision, decision + "/items", Map.of("procedure", code, "kind", "NEW"))
                    .is(200)
                    .has("không phải mã thủ tục");
        }
        ministry.send(decision, decision + "/items", Map.of("procedure", "9.999999", "kind", "CHANGE"))
                .has("chưa có thủ tục 9.999999");
        ministry.send(decision, decision + "/items", Map.of("procedure", "3.000347", "kind", "NEW"))
                .has("đã có thủ tục 3.000347");
        ministry.send(decision, decision + "/items", Map.of("procedure", "3.000347", "kind", "PROVINCE_VALUE"))
                .has("Chỉ quyết định của tỉnh");
    }

    @Test
    void whatCannotStandInARecordIsSaidAtItsFieldAndWhatWasTypedStays() {
        var decision = begin(ministry, "G01", "9.800001", "NEW");
        complete(ministry, decision, "9.800001", "Thủ tục", "2026-11-24");
        var item = decision + "/items/9.800001";
        save(ministry, decision, "9.800001", "fees", Map.of("act", "add"));
        var refused = ministry.send(
                item + "?section=fees",
                item,
                Map.of(
                        "fees[0].amount",
                        "-5",
                        "fees[0].validFrom",
                        "2027-02-30",
                        "fees[0].when",
                        "answers.x ==",
                        "fees[0].name.vi",
                        "Lệ <b>phí</b>",
                        "act",
                        "save"));
        refused.is(200)
                .has(
                        "Số không được âm",
                        "href=\"#f-fees-0-amount\"",
                        "năm-tháng-ngày",
                        "Biểu thức không đúng",
                        "value=\"-5\"")
                .has("Lệ <b>phí</b>");
        assertThat(refused.body()).doesNotContain("<b>phí</b>").contains("&lt;b&gt;phí&lt;/b&gt;");

        save(
                ministry,
                decision,
                "9.800001",
                "fees",
                Map.of(
                        "fees[0].amount",
                        "135.000",
                        "fees[0].validFrom",
                        "2026-01-01",
                        "fees[0].channels",
                        "ONLINE",
                        "fees[0].cases",
                        "07",
                        "act",
                        "save"));
        ministry.open(decision).has("Khoản này ghi trường hợp không có: 07", "section=fees#f-fees-0-cases");
        save(ministry, decision, "9.800001", "conditions", Map.of("related", "9.800001", "act", "save"));
        save(ministry, decision, "9.800001", "law", Map.of("legalBasis[0].issuer.code", "G99", "act", "save"));
        save(ministry, decision, "9.800001", "names", Map.of("effectiveFrom", "2026-11-22", "act", "save"));
        ministry.open(decision)
                .has("9.800001 không thể liên quan đến chính nó", "Không có cơ quan G99", "Ngày 22/11/2026 đã qua");
    }

    @Test
    void rowsAreAddedMovedAndRemovedAndTheBrokenRowCanGo() {
        var decision = begin(ministry, "G01", "9.800002", "NEW");
        var item = decision + "/items/9.800002";
        for (var name : new String[] {"Một", "Hai", "Ba"}) {
            save(ministry, decision, "9.800002", "law", Map.of("act", "add"));
            int last = name.equals("Một") ? 0 : name.equals("Hai") ? 1 : 2;
            save(ministry, decision, "9.800002", "law", Map.of("legalBasis[" + last + "].number", name, "act", "save"));
        }
        save(ministry, decision, "9.800002", "law", Map.of("act", "up:2"));
        var page = ministry.open(item + "?section=law");
        assertThat(page.body().indexOf("value=\"Ba\""))
                .isBetween(page.body().indexOf("value=\"Một\""), page.body().indexOf("value=\"Hai\""));
        ministry.send(item + "?section=law", item, Map.of("legalBasis[1].date", "hôm qua", "act", "save"))
                .is(200);
        ministry.send(item + "?section=law", item, Map.of("legalBasis[1].date", "hôm qua", "act", "remove:1"))
                .is(302);
        ministry.open(item + "?section=law").has("Các văn bản (2)").hasNot("value=\"Ba\"");
    }

    @Test
    void missingPartMayBeExplainedAndANoteNeedsNoPapers() {
        var decision = begin(ministry, "G01", "9.800004", "NEW");
        complete(ministry, decision, "9.800004", "Thủ tục", "2026-11-24");
        save(ministry, decision, "9.800004", "results", Map.of("results[0].code", "", "act", "save"));
        ministry.open(decision).has("Thiếu: Mã kết quả");
        save(ministry, decision, "9.800004", "gaps", Map.of("act", "add"));
        save(
                ministry,
                decision,
                "9.800004",
                "gaps",
                Map.of(
                        "gaps[0].part",
                        "results.code",
                        "gaps[0].text.vi",
                        "Chưa có mã",
                        "gaps[0].text.en",
                        "No code yet",
                        "act",
                        "save"));
        save(ministry, decision, "9.800004", "cases", Map.of("act", "add"));
        save(
                ministry,
                decision,
                "9.800004",
                "cases",
                Map.of("cases[1].code", "02", "cases[1].name.vi", "Bổ sung", "act", "save"));
        ministry.open(decision)
                .has("Trường hợp 02 chưa có giấy tờ", "chưa có thời hạn")
                .hasNot("Thiếu: Mã kết quả");
        save(
                ministry,
                decision,
                "9.800004",
                "cases",
                Map.of("cases[1].kind", "NOTE", "cases[1].notes.vi", "Một\nHai", "act", "save"));
        ministry.open(decision).hasNot("Trường hợp 02").has("Đủ các phần");
        save(ministry, decision, "9.800004", "cases", Map.of("act", "up:1"));
        ministry.open(decision + "/items/9.800004?section=papers-1").has("request", "Tờ khai");
        ministry.send(
                        decision + "/items/9.800004?section=cases",
                        decision + "/items/9.800004",
                        Map.of("cases[0].notes.en", "only one", "act", "save"))
                .has("Tiếng Việt có 2 dòng");
    }

    @Test
    void hostileInputIsRefusedOrInert() {
        var decision = begin(ministry, "G01", "9.800003", "NEW");
        var item = decision + "/items/9.800003";
        ministry.open(item + "?section=nothing").is(404);
        ministry.open(item + "?section=steps&from=99999999999").is(200);
        ministry.open(HOME + "?q=" + "%3C".repeat(1000)).is(200);
        ministry.open(HOME + "/decisions/not-a-uuid").is(404);
        ministry.open(HOME + "/decisions/9e6c1f6e-2f9e-4d55-8b0c-0f6f0e1d7a11").is(404);
        ministry.open(HOME + "/procedures/3.000347/versions?a=99&b=100").is(404);
        ministry.send(item + "?section=names", item, Map.of("name.vi", "x".repeat(2_001), "act", "save"))
                .has("Tối đa 2000 ký tự; bạn ghi 2001");
        ministry.send(item + "?section=names", item, Map.of("act", "remove:-7")).is(302);
        save(
                ministry,
                decision,
                "9.800003",
                "names",
                Map.of("name.vi", "<script>alert(1)</script>\u200e Tên", "content", "{}", "act", "save"));
        assertThat(ministry.open(decision).body()).contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(sql.sql("select content ->> 'content' from catalogue.decision_item where procedure = '9.800003'")
                        .query((row, _) -> String.valueOf(row.getString(1)))
                        .list())
                .containsExactly("null");
    }
}
