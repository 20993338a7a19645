package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The button that hands in, pressed more than once: one dossier, and every press leads to it. */
class PressedTwiceTest {

    private static final Town TOWN = Town.shared();

    /** Signs in with number and password alone. */
    private static final String DUNG = "031188000044";

    private final Form form = new Form(TOWN);
    private Set<String> before = Set.of();
    private String draft = "";
    private String check = "";

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        TOWN.assertNoErrors();
    }

    @BeforeEach
    void fillsIn() {
        before = dossiers();
        form.post("/login", form.open("/login"), Map.of("identifier", DUNG, "password", Town.PASSWORD))
                .is(302);
        var start = "/procedures/3.000347/start";
        draft = form.post(start, form.open(start + "?agency=H26&case=01"), Map.of("agency", "H26", "case", "01"))
                .leadsTo();
        answers("applicant", Map.of("answers.applicantKind", "CITIZEN"));
        answers(
                "licence",
                Map.of(
                        "answers.licenceNumber", "010164008821",
                        "answers.licenceClass", "B2",
                        "answers.issuedOnDay", "15",
                        "answers.issuedOnMonth", "12",
                        "answers.issuedOnYear", "2016",
                        "answers.issuedBy", "Sở Giao thông vận tải Hà Nội",
                        "answers.expiresOnDay", "15",
                        "answers.expiresOnMonth", "12",
                        "answers.expiresOnYear", "2026"));
        answers("request", Map.of("answers.reason", "EXPIRING"));
        for (var paper : List.of("health-certificate", "current-licence")) {
            var page = form.open(draft + "/papers");
            form.upload(draft + "/papers/" + paper, page, "file-" + paper, "a.pdf", Sheets.pdf("Giay kham"))
                    .is(302);
        }
        check = form.open(draft + "/check");
    }

    private void answers(String part, Map<String, String> answers) {
        var path = draft + "/parts/" + part;
        form.post(path, form.open(path), answers).is(302);
    }

    @Test
    void oneAfterTheOther() throws Exception {
        var first = press().call();
        var second = press().call();
        assertOneDossier(List.of(first, second));
    }

    @Test
    void atTheSameTime() throws Exception {
        assertOneDossier(Client.atOnce(4, press()));
    }

    private Callable<Client.Answer> press() {
        return () -> form.post(draft + "/submission", check, Map.of("declaration", "yes"));
    }

    private void assertOneDossier(List<Client.Answer> answers) {
        var places = answers.stream().map(Client.Answer::leadsTo).collect(Collectors.toSet());
        assertThat(places).as("where the presses lead").hasSize(1).allMatch(place -> place.startsWith("/obligations/"));
        var made = dossiers();
        made.removeAll(before);
        assertThat(made).as("dossiers made").hasSize(1);
        var code = made.iterator().next();
        assertThat(form.leadsTo(draft + "/check")).isEqualTo("/dossiers/" + code + "/receipt");
        assertThat(form.open("/dossiers/" + code + "/receipt"))
                .contains(code, places.iterator().next());
    }

    private static Set<String> dossiers() {
        return TOWN.signed(DUNG)
                .get("/api/v1/me/dossiers?limit=50")
                .is(200)
                .json()
                .get("items")
                .valueStream()
                .map(dossier -> dossier.get("code").asString())
                .collect(Collectors.toSet());
    }
}
