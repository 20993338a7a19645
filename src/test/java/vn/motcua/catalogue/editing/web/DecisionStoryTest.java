package vn.motcua.catalogue.editing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalogue.editing.web.Office.HOME;
import static vn.motcua.catalogue.editing.web.Office.act;
import static vn.motcua.catalogue.editing.web.Office.add;
import static vn.motcua.catalogue.editing.web.Office.begin;
import static vn.motcua.catalogue.editing.web.Office.complete;
import static vn.motcua.catalogue.editing.web.Office.from;
import static vn.motcua.catalogue.editing.web.Office.save;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.TestDatabase;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedures;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.ServiceId;

/** One decision, many procedures, two people. */
@EditingPortal.EditingTest
class DecisionStoryTest {

    @Autowired
    Office office;

    @Autowired
    Procedures procedures;

    @Autowired
    Offerings offerings;

    @Autowired
    EditingPortal.TestClock clock;

    @Autowired
    TestDatabase.Fresh database;

    @Autowired
    JdbcClient sql;

    private Editor ministry;

    @BeforeEach
    void atNine() {
        clock.set(EditingPortal.TODAY);
        ministry = office.ministry();
    }

    private int versions(String code) {
        return sql.sql("select count(*) from catalogue.procedure_version where procedure = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private List<String> events(String decision) {
        return sql.sql("select type from journal.journal where stream = ? order by version")
                .param("decision" + decision.substring(decision.lastIndexOf('/')))
                .query((row, _) -> row.getString("type"))
                .list();
    }

    @Test
    void threeProceduresArePreparedCheckedApprovedAndPublishedTogether() {
        var decision = begin(ministry, "G01", "3.000347", "CHANGE");
        add(ministry, decision, "9.100001", "NEW");
        add(ministry, decision, "9.100002", "NEW");
        ministry.open(decision)
                .has("Thiếu: Trình tự", "Thiếu: Căn cứ pháp lý", "34 cơ quan đang nhận trực tuyến")
                .hasNot(decision + "/sending");
        var refused = ministry.post(
                decision + "/sending",
                Editor.fields(ministry.open(decision).body(), decision + "/withdrawal"),
                Map.of());
        refused.is(200).has("Thiếu: Trình tự");

        complete(ministry, decision, "9.100001", "Thủ tục thứ nhất", "2026-11-23");
        complete(ministry, decision, "9.100002", "Thủ tục thứ hai", "2026-12-01");
        save(ministry, decision, "3.000347", "names", Map.of("everyday.vi", "Đổi bằng lái mới", "act", "save"));
        ministry.open(decision).hasNot("Thiếu:");
        act(ministry, decision, "sending").has("Chờ duyệt");
        assertThat(versions("9.100001")).isZero();

        ministry.open(decision).hasNot(decision + "/approval");
        var own = ministry.post(
                decision + "/approval", Editor.fields(ministry.open(decision).body(), decision + "/return"), Map.of());
        own.has("Bạn đã soạn một phần của quyết định này");

        act(office.approver(), decision, "approval").has("Đã duyệt");
        act(office.approver(), decision, "publication").has("Đã công bố", "Mai Thị Tâm");
        office.refresh();

        assertThat(List.of(versions("9.100001"), versions("9.100002"))).containsExactly(1, 1);
        ministry.open("/procedures/9.100001").is(200).has("Thủ tục thứ nhất");
        assertThat(procedures.line(new ProcedureCode("9.100002"), EditingPortal.TODAY))
                .isEmpty();
        assertThat(procedures.line(new ProcedureCode("9.100002"), LocalDate.parse("2026-12-01")))
                .isPresent();
        assertThat(events(decision))
                .startsWith("catalogue.DecisionDrafted")
                .endsWith("catalogue.DecisionSent", "catalogue.DecisionApproved", "catalogue.DecisionPublished");
    }

    @Test
    void whatIsScheduledTakesOverOnItsDayAndItsServiceGoesOn() {
        var decision = begin(ministry, "G02", "2.000004", "CHANGE");
        save(
                ministry,
                decision,
                "2.000004",
                "names",
                Map.of("effectiveFrom", "2026-12-10", "everyday.vi", "Quay số trúng thưởng", "act", "save"));
        var before = offerings.find(ServiceId.parse("2.000004@H26")).orElseThrow();
        office.promulgate(ministry, decision);

        assertThat(offerings.find(before.id()).orElseThrow().version()).isEqualTo(before.version());
        clock.set(LocalDate.parse("2026-12-10"));
        var line = procedures
                .line(new ProcedureCode("2.000004"), LocalDate.parse("2026-12-10"))
                .orElseThrow();
        assertThat(line.everyday().vi()).isEqualTo("Quay số trúng thưởng");
        assertThat(offerings.find(before.id()).orElseThrow().version()).isEqualTo(before.version() + 1);
        assertThat(offerings.version(before.id(), before.version())).isEqualTo(before);
    }

    @Test
    void oneBrokenDraftPublishesNothing() {
        var decision = begin(ministry, "G01", "9.200001", "NEW");
        complete(ministry, decision, "9.200001", "Tốt", "2026-11-24");
        add(ministry, decision, "9.200002", "NEW");
        complete(ministry, decision, "9.200002", "Tốt nữa", "2026-11-24");
        add(ministry, decision, "9.200003", "NEW");
        complete(ministry, decision, "9.200003", "Quá hạn", "2026-11-23");
        act(ministry, decision, "sending");
        act(office.approver(), decision, "approval");
        clock.set(LocalDate.parse("2026-11-24"));

        var refused = office.approver().send(decision, decision + "/publication", Map.of());

        refused.has("Ngày 23/11/2026 đã qua", "Đã duyệt");
        assertThat(versions("9.200001") + versions("9.200002") + versions("9.200003"))
                .isZero();
    }

    @Test
    void databaseThatFailsAfterTheSecondDraftLeavesNothing() {
        var owner = JdbcClient.create(database.owner());
        owner.sql("""
                create function catalogue.fail() returns trigger language plpgsql as
                $$ begin if new.procedure = '9.300003' then raise exception 'pulled'; end if; return new; end $$
                """).update();
        owner.sql("""
                create trigger fail before insert on catalogue.procedure_version
                for each row execute function catalogue.fail()
                """).update();
        var decision = begin(ministry, "G01", "9.300001", "NEW");
        for (var code : List.of("9.300001", "9.300002", "9.300003")) {
            add(ministry, decision, code, "NEW");
            complete(ministry, decision, code, "Thủ tục " + code, "2026-11-24");
        }
        act(ministry, decision, "sending");
        act(office.approver(), decision, "approval");

        office.approver().send(decision, decision + "/publication", Map.of()).is(500);

        assertThat(versions("9.300001") + versions("9.300002")).isZero();
        assertThat(events(decision)).endsWith("catalogue.DecisionApproved");
        owner.sql("drop trigger fail on catalogue.procedure_version").update();
        act(office.approver(), decision, "publication").has("Đã công bố");
        assertThat(versions("9.300001") + versions("9.300002") + versions("9.300003"))
                .isEqualTo(3);
    }

    @Test
    void abolishedProcedureLeadsToWhatReplacedIt() {
        var first = begin(ministry, "G01", "9.400001", "NEW");
        complete(ministry, first, "9.400001", "Thủ tục cũ", "2026-11-23");
        office.promulgate(ministry, first);

        var decision = begin(ministry, "G01", "9.400001", "RETIRE");
        save(
                ministry,
                decision,
                "9.400001",
                "end",
                Map.of("effectiveFrom", "2026-11-25", "successors", "9.400002\n9.400001", "act", "save"));
        ministry.open(decision).has("9.400002 chưa có trong danh mục", "9.400001 không thể thay thế chính nó");
        add(ministry, decision, "9.400002", "NEW");
        complete(ministry, decision, "9.400002", "Thủ tục mới", "2026-11-25");
        save(ministry, decision, "9.400001", "end", Map.of("successors", "9.400002", "act", "save"));
        office.promulgate(ministry, decision);

        clock.set(LocalDate.parse("2026-11-25"));
        assertThat(procedures.line(new ProcedureCode("9.400001"), LocalDate.parse("2026-11-25")))
                .isEmpty();
        ministry = office.ministry(); // the session of the day before yesterday has ended
        ministry.open("/procedures/9.400001").is(200).has("Thủ tục cũ", "Thủ tục mới", "/procedures/9.400002");

        var circle = begin(ministry, "G01", "9.400002", "RETIRE");
        save(ministry, circle, "9.400002", "end", Map.of("successors", "9.400001", "act", "save"));
        ministry.open(circle).has("Thay thế vòng tròn: 9.400001 lại dẫn về 9.400002");
    }

    @Test
    void draftThatSomebodyOvertookIsShownWithWhatChangedAndRebasedByChoice() {
        var first = begin(ministry, "G01", "9.500001", "NEW");
        complete(ministry, first, "9.500001", "Tên ban đầu", "2026-11-23");
        office.promulgate(ministry, first);
        var slow = begin(ministry, "G01", "9.500001", "CHANGE");
        save(
                ministry,
                slow,
                "9.500001",
                "names",
                Map.of("effectiveFrom", "2026-12-05", "summary.vi", "Của tôi", "act", "save"));
        var fast = begin(ministry, "G01", "9.500001", "CHANGE");
        save(ministry, fast, "9.500001", "names", Map.of("name.vi", "Tên vượt lên trước", "act", "save"));
        office.promulgate(ministry, fast);

        ministry.open(slow)
                .has("Bạn soạn từ phiên bản 1, nhưng phiên bản 2 đã được công bố")
                .hasNot(slow + "/sending");
        var item = slow + "/items/9.500001";
        ministry.open(item).has("Giữ bản soạn của tôi", "versions?a=1&b=2");
        ministry.open(HOME + "/procedures/9.500001/versions?a=1&b=2")
                .has("<ins>vượt lên trước</ins>", "<del>ban đầu</del>", "Tên ");
        ministry.press(item, item + "/rebase", Map.of("choice", "keep"));
        ministry.open(item).has("Của tôi").hasNot("Giữ bản soạn của tôi");
        ministry.open(item + "/difference").has("<ins>Của tôi</ins>", "<del>vượt lên trước</del>");
        act(ministry, slow, "sending").has("Chờ duyệt");
    }

    @Test
    void givenBackWithAReasonItCanBeMended() {
        var decision = begin(ministry, "G01", "9.600001", "NEW");
        complete(ministry, decision, "9.600001", "Thủ tục", "2026-11-24");
        act(ministry, decision, "sending");
        ministry.open(decision + "/items/9.600001").has("chỉ xem được").hasNot("Lưu và sang phần sau");
        var silent = office.approver().send(decision, decision + "/return", Map.of("reason", " "));
        silent.is(200).has("Ghi lý do");
        office.approver().press(decision, decision + "/return", Map.of("reason", "Sửa tên <b>"));
        ministry.open(decision).has("Bị trả lại", "Sửa tên <b>").hasNot("Sửa tên <b></p><b>");
        from(ministry, decision, "9.600001", "2026-11-25");
        act(ministry, decision, "sending").has("Chờ duyệt");
    }

    @Test
    void everyButtonPressedTwiceHappensOnce() {
        var page = ministry.open(HOME + "/decisions/new?procedure=9.700001").body();
        var form = Editor.fields(page, HOME + "/decisions");
        var typed = Map.of("number", "77/QĐ-BCA", "title", "Hai lần", "agency", "G01", "kind", "NEW");
        var once = ministry.post(HOME + "/decisions", form, typed).is(302).location();
        assertThat(ministry.post(HOME + "/decisions", form, typed).location()).isEqualTo(once);
        complete(ministry, once, "9.700001", "Thủ tục", "2026-11-24");

        var item = once + "/items/9.700001";
        var steps = Editor.fields(ministry.open(item + "?section=steps").body(), item);
        ministry.post(item, steps, Map.of("act", "add")).is(302);
        ministry.post(item, steps, Map.of("act", "add")).is(302);
        ministry.open(item + "?section=steps").has("Các bước (2)");
        var stale = ministry.post(item, steps, Map.of("act", "save", "token", "9e6c1f6e-2f9e-4d55-8b0c-0f6f0e1d7a11"));
        stale.is(200).has("Người khác vừa thay đổi");
        save(ministry, once, "9.700001", "steps", Map.of("act", "remove:1"));

        var sending = Editor.fields(ministry.open(once).body(), once + "/sending");
        ministry.post(once + "/sending", sending, Map.of()).is(302);
        ministry.post(once + "/sending", sending, Map.of()).is(302);
        act(office.approver(), once, "approval");
        var approver = office.approver();
        var publication = Editor.fields(approver.open(once).body(), once + "/publication");
        approver.post(once + "/publication", publication, Map.of()).is(302);
        approver.post(once + "/publication", publication, Map.of()).is(302);
        assertThat(versions("9.700001")).isEqualTo(1);
        assertThat(events(once))
                .filteredOn("catalogue.DecisionPublished"::equals)
                .hasSize(1);
    }
}
