package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dossiers and files with mistakes: each is refused with what is wrong and how to mend it. */
class BadDossierTest {

    private static final String DOSSIERS = "/api/v1/me/dossiers";

    private static final Town TOWN = Town.shared();
    private static final LicenceByApi LICENCE = new LicenceByApi(TOWN, "079085000026");
    private static final String FILE = LICENCE.file();

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        TOWN.assertNoErrors();
    }

    private static String good() {
        return LicenceByApi.body(FILE, FILE);
    }

    static Stream<Arguments> wrongDossiers() {
        return Stream.of(
                wrong("licence number too short", "010164008821", "01016400882", "answers.licenceNumber"),
                wrong("class that does not exist", "\"B2\"", "\"Z9\"", "answers.licenceClass"),
                wrong("class of another type", "\"B2\"", "7", "answers.licenceClass"),
                wrong("issued in the future", "2016-12-15", "2036-12-15", "answers.issuedOn"),
                wrong("31 November", "2016-12-15", "2016-11-31", "answers.issuedOn"),
                wrong("not a date", "2016-12-15", "15/12/2016", "answers.issuedOn"),
                wrong("expired before issue", "2026-12-15", "2006-12-15", "answers.expiresOn"),
                wrong("too long", "Sở Giao thông vận tải Hà Nội", "S".repeat(5_000), "answers.issuedBy"),
                wrong("control character", "Sở Giao thông vận tải Hà Nội", "S\\u0000H", "answers.issuedBy"),
                wrong("unknown answer", "\"reason\"", "\"colour\":\"red\",\"reason\"", "answers.colour"),
                wrong("unknown reason", "EXPIRING", "BORED", "answers.reason"),
                wrong("correction missing", "EXPIRING", "CHANGED", "answers.correction"),
                wrong(
                        "number of somebody else",
                        "\"reason\"",
                        "\"identityNumber\":\"001190000017\",\"reason\"",
                        "answers.identityNumber"),
                wrong(
                        "number of no province",
                        "\"reason\"",
                        "\"identityNumber\":\"999190000017\",\"reason\"",
                        "answers.identityNumber"),
                wrong("unknown service", "3.000347@H26", "3.000347@H99", "service"),
                wrong("no service", "3.000347@H26", "hello", "service"),
                wrong("unknown case", "\"case\":\"01\"", "\"case\":\"77\"", "case"),
                wrong(
                        "paper missing",
                        "{\"component\":\"health-certificate\",\"file\":\"" + FILE + "\"},",
                        "",
                        "papers"),
                wrong("unknown paper", "health-certificate", "love-letter", "papers"),
                wrong("file that is not there", FILE, UUID.randomUUID().toString(), "papers"),
                wrong("file that is no id", FILE, "../../etc/passwd", "papers"),
                wrong("unknown delivery", "ONLINE", "PIGEON", "delivery"),
                wrong("post without address", "\"ONLINE\"", "\"POST\"", "delivery"),
                wrong("unknown field", "\"service\"", "\"servce\":1,\"service\"", "servce"));
    }

    private static Arguments wrong(String name, String right, String wrong, String field) {
        var body = good().replace(right, wrong);
        assertThat(body).as(name).isNotEqualTo(good());
        return Arguments.of(name, body, field);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDossiers")
    void wrongDossierIsRefusedWithFieldRuleAndRemedy(String name, String body, String field) {
        var answer = LICENCE.applicant().post(DOSSIERS, body);
        Client.assertProblem(answer, 422, "/invalid");
        assertThat(answer.json().get("errors").valueStream().map(error -> error.get("field")
                        .asString()))
                .as(answer.text())
                .anyMatch(named -> named.startsWith(field));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        var body =
                good().replace("010164008821", "1").replace("\"B2\"", "\"Z9\"").replace("EXPIRING", "BORED");
        var answer = LICENCE.applicant().post(DOSSIERS, body);
        Client.assertProblem(answer, 422, "/invalid");
        assertThat(answer.json().get("errors").size()).as(answer.text()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void htmlIsTextOrIsRefused() {
        var answer = LICENCE.applicant()
                .post(DOSSIERS, good().replace("Sở Giao thông vận tải Hà Nội", "<script>alert(1)</script>"));
        if (answer.status() == 201) {
            var code = answer.json().get("code").asString();
            var whole = LICENCE.applicant().get(DOSSIERS + "/" + code).is(200);
            assertThat(whole.type()).startsWith("application/json");
        } else {
            Client.assertProblem(answer, 422, "/invalid");
        }
    }

    static Stream<Arguments> wrongFiles() {
        var pdf = Sheets.pdf("x");
        var big = new byte[12_000_000];
        System.arraycopy(pdf, 0, big, 0, pdf.length);
        return Stream.of(
                Arguments.of("a program", "giay.pdf", "MZ\u0090 this is no PDF".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("nothing", "giay.pdf", new byte[0]),
                Arguments.of(
                        "HTML", "giay.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("too big", "giay.pdf", big),
                Arguments.of("half a picture", "anh.jpg", java.util.Arrays.copyOf(Sheets.jpeg(), 40)),
                Arguments.of("a virus", "giay.pdf", virus()));
    }

    private static byte[] virus() {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes(Sheets.pdf("x"));
        bytes.writeBytes(("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII));
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongFiles")
    void wrongFileIsRefused(String name, String fileName, byte[] content) {
        var answer = LICENCE.applicant().upload("/api/v1/me/files", fileName, content);
        Client.assertProblem(answer, 413, 415, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd.pdf",
                "..\\\\..\\\\windows.pdf",
                "/etc/cron.d/x.pdf",
                "a;b|c`d`.pdf",
                "CON.pdf",
                "giấy khám.pdf",
                ".pdf"
            })
    void fileNamesAreWordsAndNoPaths(String name) {
        var answer = LICENCE.applicant().upload("/api/v1/me/files", name, Sheets.pdf("x"));
        assertThat(answer.status()).as(answer.text()).isIn(200, 422);
    }
}
