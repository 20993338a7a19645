package vn.motcua.catalogue.editing.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.FreshCatalogue;
import vn.motcua.catalogue.Published;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.identity.Enrolment;
import vn.motcua.identity.Official.Duty;
import vn.motcua.identity.People;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.identity.door.Sessions;
import vn.motcua.shared.AgencyCode;

/** The people of the stories at their desks, and what they do again and again. */
@Lazy
@Component
class Office {

    static final String HOME = "/work/catalogue";

    private final Enrolment enrolment;
    private final People people;
    private final Sessions sessions;
    private final Published published;
    private final ProcedureSearch search;

    @LocalServerPort
    int port;

    Office(Enrolment enrolment, People people, Sessions sessions, Published published, ProcedureSearch search) {
        this.enrolment = enrolment;
        this.people = people;
        this.sessions = sessions;
        this.published = published;
        this.search = search;
    }

    Editor ministry() {
        return desk("editor.ministry", "Kiều Văn Bảo", Duty.CATALOGUE_ADMIN, "G01", "G02");
    }

    Editor province() {
        return desk("editor.hanoi", "Tạ Thị Cúc", Duty.CATALOGUE_ADMIN, "H26");
    }

    Editor approver() {
        return desk("catalogue.admin", "Mai Thị Tâm", Duty.CATALOGUE_ADMIN, "G01", "G02", "H26", "H29");
    }

    Editor clerk() {
        return desk("clerk.hanoi", "Đỗ Thu Hà", Duty.CLERK, "H26");
    }

    private Editor desk(String login, String name, Duty duty, String... agencies) {
        if (people.account(login).isEmpty()) {
            enrolment.official(new Enrolment.NewOfficial(
                    login,
                    new PersonName(name),
                    "Biên tập",
                    List.of(agencies).stream().map(AgencyCode::new).toList(),
                    Set.of(duty),
                    new PhoneNumber("0913%06d".formatted(Math.abs(login.hashCode() % 1_000_000))),
                    null));
        }
        return new Editor(port, sessions.open(people.account(login).orElseThrow()));
    }

    /** Begins a decision; its address. */
    static String begin(Editor editor, String agency, String procedure, String kind) {
        var number = UUID.randomUUID().toString().substring(0, 8) + "/QĐ";
        var answer = editor.send(
                HOME + "/decisions/new?procedure=" + procedure,
                HOME + "/decisions",
                Map.of(
                        "agency", agency,
                        "number", number,
                        "signed", "2026-11-20",
                        "title", "Công bố thủ tục " + number,
                        "kind", kind));
        return answer.is(302).location();
    }

    static void add(Editor editor, String decision, String procedure, String kind) {
        editor.press(decision, decision + "/items", Map.of("procedure", procedure, "kind", kind));
    }

    static Editor.Page save(
            Editor editor, String decision, String procedure, String section, Map<String, String> typed) {
        var item = decision + "/items/" + procedure;
        return editor.send(item + "?section=" + section, item, typed).is(302);
    }

    static void from(Editor editor, String decision, String procedure, String day) {
        save(editor, decision, procedure, "names", Map.of("effectiveFrom", day, "act", "save"));
    }

    static Editor.Page act(Editor editor, String decision, String act) {
        return editor.press(decision, decision + "/" + act, Map.of());
    }

    /** Writes every mandatory part of a new procedure. */
    static void complete(Editor editor, String decision, String procedure, String name, String day) {
        save(editor, decision, procedure, "names", both(Map.of("effectiveFrom", day, "act", "next"), "name", name));
        save(
                editor,
                decision,
                procedure,
                "scope",
                both(
                        Map.of("levels", "PROVINCE|COMMUNE", "audiences", "CITIZEN", "act", "next"),
                        "field.name",
                        "Hộ tịch"));
        save(
                editor,
                decision,
                procedure,
                "agencies",
                Map.of(
                        "authority.vi",
                        "Công an cấp tỉnh",
                        "authority.en",
                        "Provincial police",
                        "executing.vi",
                        "Phòng một\nPhòng hai",
                        "executing.en",
                        "Room one\nRoom two",
                        "receiving.vi",
                        "Bộ phận Một cửa",
                        "receiving.en",
                        "One-stop unit",
                        "act",
                        "next"));
        row(
                editor,
                decision,
                procedure,
                "steps",
                both(
                        Map.of(
                                "steps[0].text.vi",
                                "Người dân nộp tờ khai.",
                                "steps[0].text.en",
                                "People hand in the form."),
                        "steps[0].name",
                        "Nộp hồ sơ"));
        row(
                editor,
                decision,
                procedure,
                "channels",
                both(Map.of("sets", "1", "channels[0].channel", "DIRECT"), "channels[0].todo", "Đến tận nơi."));
        row(
                editor,
                decision,
                procedure,
                "cases",
                both(
                        Map.of("cases[0].code", "01", "cases[0].limits.DIRECT.quantity", "5"),
                        "cases[0].name",
                        "Cấp mới"));
        row(
                editor,
                decision,
                procedure,
                "papers-0",
                both(
                        Map.of("cases[0].components[0].code", "request", "cases[0].components[0].required", "yes"),
                        "cases[0].components[0].name",
                        "Tờ khai"));
        save(editor, decision, procedure, "fees", both(Map.of("act", "save"), "feeNote", "Không thu."));
        row(
                editor,
                decision,
                procedure,
                "results",
                both(Map.of("results[0].code", "KQ.G01.000999"), "results[0].name", "Giấy xác nhận"));
        row(
                editor,
                decision,
                procedure,
                "law",
                both(
                        Map.of(
                                "legalBasis[0].number",
                                "26/2023/QH15",
                                "legalBasis[0].issuer.name.vi",
                                "Quốc hội",
                                "legalBasis[0].issuer.name.en",
                                "National Assembly"),
                        "legalBasis[0].title",
                        "Luật Căn cước"));
        save(editor, decision, procedure, "conditions", both(Map.of("act", "next"), "conditions", "Không."));
    }

    static void row(Editor editor, String decision, String procedure, String section, Map<String, String> typed) {
        save(editor, decision, procedure, section, Map.of("act", "add"));
        var all = new java.util.HashMap<>(typed);
        all.put("act", "save");
        save(editor, decision, procedure, section, all);
    }

    static Map<String, String> both(Map<String, String> typed, String part, String words) {
        var all = new java.util.HashMap<>(typed);
        all.put(part + ".vi", words);
        all.put(part + ".en", words + " (en)");
        return all;
    }

    /** Sent by one, approved and published by another. */
    void promulgate(Editor writer, String decision) {
        act(writer, decision, "sending");
        act(approver(), decision, "approval");
        act(approver(), decision, "publication").has("Đã công bố");
        FreshCatalogue.read(published, search);
    }

    void refresh() {
        FreshCatalogue.read(published, search);
    }
}
