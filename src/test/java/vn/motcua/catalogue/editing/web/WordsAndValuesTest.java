package vn.motcua.catalogue.editing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalogue.editing.web.Office.HOME;
import static vn.motcua.catalogue.editing.web.Office.begin;
import static vn.motcua.catalogue.editing.web.Office.save;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.catalogue.ProvinceValues;
import vn.motcua.catalogue.search.Thesaurus;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;

/** Everyday words, a province's own values, and what imports left open. */
@EditingPortal.EditingTest
class WordsAndValuesTest {

    private static final String WORDS = HOME + "/words";
    private static final ProcedureCode DRAW = new ProcedureCode("2.000004");
    private static final AgencyCode HANOI = new AgencyCode("H26");

    @Autowired
    Office office;

    @Autowired
    Thesaurus thesaurus;

    @Autowired
    ProvinceValues values;

    @Autowired
    EditingPortal.TestClock clock;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void atNine() {
        clock.set(EditingPortal.TODAY);
    }

    @Test
    void wordsAreAddedChangedTakenOutAndPutBack() {
        var editor = office.ministry();
        editor.press(
                        WORDS,
                        WORDS,
                        Map.of("said", " Thẻ  Lái ", "official", "giấy phép lái xe", "act", "put", "seen", ""))
                .has("thẻ lái", "Thêm");
        assertThat(thesaurus.entries()).contains(new Thesaurus.Entry("thẻ lái", "giấy phép lái xe", true));
        editor.post(
                        WORDS,
                        hidden(editor),
                        Map.of("said", "thẻ lái", "official", "giấy phép lái xe máy", "act", "put", "seen", ""))
                .is(302);
        editor.post(WORDS, hidden(editor), Map.of("said", "sổ đỏ", "act", "remove", "seen", "0"))
                .is(302);
        editor.open(WORDS + "?q=s%E1%BB%95+%C4%91%E1%BB%8F").has("Đã bỏ", "Dùng lại");
        assertThat(thesaurus.entries())
                .contains(new Thesaurus.Entry("thẻ lái", "giấy phép lái xe máy", true))
                .anyMatch(entry -> entry.said().equals("sổ đỏ") && !entry.active());
        assertThat(sql.sql("select count(*) from journal.journal where type = 'catalogue.WordsChanged'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        editor.open(WORDS + "?try=bang+lai").has("Được hiểu là", "Đổi giấy phép lái xe");
    }

    @Test
    void questionsMarksAndWordsThatMeanThemselvesAreRefused() {
        var editor = office.ministry();
        refused(editor, "tôi muốn đổi bằng lái xe", "giấy phép lái xe", "Tối đa 5 từ");
        refused(editor, "Giấy phép lái xe", "giấy phép lái xe", "Hai bên giống nhau");
        refused(editor, "<b>bằng", "giấy phép", "Không dùng dấu");
        refused(editor, "b".repeat(101), "giấy phép", "Tối đa 100 ký tự");
        refused(editor, "?!", "giấy phép", "Ghi ít nhất một chữ");
        editor.post(WORDS, hidden(editor), Map.of("said", "cà vẹt", "official", "giấy khác", "act", "put", "seen", "9"))
                .is(200)
                .has("Người khác vừa sửa từ này");
    }

    private static void refused(Editor editor, String said, String official, String why) {
        editor.post(WORDS, hidden(editor), Map.of("said", said, "official", official, "act", "put", "seen", ""))
                .is(200)
                .has(why);
    }

    private static Map<String, java.util.List<String>> hidden(Editor editor) {
        return Editor.fields(editor.open(WORDS).body(), WORDS);
    }

    @Test
    void provinceSaysItsAddressBesideTheNationalRecordButNoFeeWhereThatOneFixesIt() {
        var editor = office.province();
        var decision = begin(editor, "H26", "2.000004", "PROVINCE_VALUE");
        save(
                editor,
                decision,
                "2.000004",
                "values",
                Map.of(
                        "effectiveFrom",
                        "2026-12-01",
                        "values[0].part",
                        "FEE",
                        "values[0].amount",
                        "90000",
                        "values[0].text.vi",
                        "Số 86 phố Lý Thường Kiệt",
                        "values[0].text.en",
                        "86 Lý Thường Kiệt",
                        "act",
                        "save"));
        editor.open(decision).has("đã ấn định phí").hasNot(decision + "/sending");
        save(
                editor,
                decision,
                "2.000004",
                "values",
                Map.of("values[0].part", "ADDRESS", "values[0].amount", "", "act", "save"));
        office.promulgate(editor, decision);

        assertThat(values.of(DRAW, HANOI, EditingPortal.TODAY)).isEmpty();
        assertThat(values.of(DRAW, HANOI, LocalDate.parse("2026-12-01")))
                .singleElement()
                .satisfies(value -> assertThat(value.text().vi()).contains("Lý Thường Kiệt"));
        assertThat(values.of(DRAW, new AgencyCode("H29"), LocalDate.parse("2026-12-01")))
                .isEmpty();

        var second = begin(editor, "H26", "2.000004", "PROVINCE_VALUE");
        var typed = Map.of(
                "values[0].part",
                "ADDRESS",
                "values[0].text.vi",
                "Chỗ mới",
                "values[0].text.en",
                "New place",
                "act",
                "save");
        save(editor, second, "2.000004", "values", typed);
        editor.open(second).has("trùng thời gian");
        save(editor, second, "2.000004", "values", Map.of("effectiveFrom", "2027-01-01", "act", "save"));
        editor.open(second + "/items/2.000004/difference").is(200);
        office.promulgate(editor, second);
        assertThat(values.of(DRAW, HANOI, LocalDate.parse("2027-01-01")))
                .singleElement()
                .satisfies(value -> assertThat(value.text().vi()).isEqualTo("Chỗ mới"));
    }

    @Test
    void doubtsOfImportsAreCountedAndLeadToAChange() {
        sql.sql("""
                insert into catalogue.doubt (procedure, number, place, part, kind, said)
                select procedure, number, 1, 'channels[0].fees', 'NOBODY_DESCRIBED_THIS', '<i>Miễn phí 135.000'
                from catalogue.procedure_version where procedure = '2.000004' order by number desc limit 1
                """).update();
        var page = office.ministry()
                .open(HOME + "/doubts?kind=NOBODY_DESCRIBED_THIS&agency=G02")
                .is(200);
        page.has("NOBODY_DESCRIBED_THIS", "Bộ Công Thương", "decisions/new?procedure=2.000004", "<i>Miễn phí");
        assertThat(page.body()).doesNotContain("<i>Miễn");
        office.province().open(HOME + "/doubts").has("Không còn chỗ nào chưa rõ");
    }
}
