package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and programs send by mistake or on purpose: each is answered with what is wrong and how to mend it. */
class BadInputTest {

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
        assertProblem(answer, 422, "/invalid");
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
        assertProblem(answer, 422, "/invalid");
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
            assertProblem(answer, 422, "/invalid");
        }
    }

    static Stream<Arguments> wrongBodies() {
        return Stream.of(
                Arguments.of("nothing", "application/json", new byte[0]),
                Arguments.of("half", "application/json", "{\"service\":".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a list", "application/json", "[1,2]".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("null", "application/json", "null".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("text", "text/plain", "hello".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("xml", "application/xml", "<a/>".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("no type that exists", "nonsense", "{}".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("invalid UTF-8", "application/json", invalidUtf8()),
                Arguments.of("UTF-16", "application/json", good().getBytes(StandardCharsets.UTF_16)),
                Arguments.of("deep", "application/json", "[".repeat(20_000).getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "a number of a million digits",
                        "application/json",
                        ("{\"service\":" + "9".repeat(1_000_000) + "}").getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "two megabytes",
                        "application/json",
                        ("{\"service\":\"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] invalidUtf8() {
        var bytes = good().getBytes(StandardCharsets.UTF_8);
        bytes[good().indexOf("B2")] = (byte) 0xC3;
        return bytes;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongBodies")
    void wrongBodyIsRefused(String name, String type, byte[] body) {
        for (var path : List.of(
                DOSSIERS, "/api/v1/quotes", "/api/v1/trackings", "/api/v1/verifications", "/payments/momo/callback")) {
            var answer = LICENCE.applicant()
                    .send(LICENCE.applicant()
                            .request(path)
                            .header("Content-Type", type)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(BodyPublishers.ofByteArray(body)));
            assertThat(answer.status()).as("%s to %s: %s", name, path, answer).isBetween(400, 499);
            if (path.startsWith("/api/")) {
                assertThat(answer.type()).as(path).startsWith("application/problem+json");
            }
        }
    }

    @Test
    void keyIsNeededAndIsAUuid() {
        var client = LICENCE.applicant();
        for (var key : List.of("", "1", "not-a-uuid", "x".repeat(500))) {
            var request = client.request(DOSSIERS).header("Content-Type", "application/json");
            var answer = client.send((key.isEmpty() ? request : request.header("Idempotency-Key", key))
                    .POST(BodyPublishers.ofString(good())));
            assertProblem(answer, 400, "/invalid");
        }
    }

    @Test
    void sameKeyIsOneDossierAndAnotherBodyIsRefused() {
        var key = UUID.randomUUID();
        var first = LICENCE.applicant().post(DOSSIERS, key, good()).is(201);
        assertThat(LICENCE.applicant().post(DOSSIERS, key, good()).is(201).text())
                .isEqualTo(first.text());
        assertProblem(LICENCE.applicant().post(DOSSIERS, key, good().replace("B2", "C1")), 422, "/invalid");
        var other = LICENCE.applicant().post(DOSSIERS, good()).is(201);
        assertThat(other.json().get("code")).isNotEqualTo(first.json().get("code"));
    }

    @Test
    void sixteenAtOnceWithOneKeyAreOneDossier() throws Exception {
        var key = UUID.randomUUID();
        var body = good();
        var codes = atOnce(16, () -> LICENCE.applicant().post(DOSSIERS, key, body)).stream()
                .filter(answer -> {
                    assertThat(answer.status()).as(answer.text()).isIn(201, 409);
                    return answer.status() == 201;
                })
                .map(answer -> answer.json().get("code").asString())
                .distinct();
        assertThat(codes).hasSize(1);
    }

    @Test
    void ofTwoOfficialsAtOnceOneIsFaster() throws Exception {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted().paid();
        var clerk = TOWN.signed("clerk.hanoi");
        var answers = atOnce(8, () -> licence.act(clerk, "acceptance", "{}"));
        assertThat(answers.stream().filter(answer -> answer.status() == 200))
                .as("%s", answers)
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .as("%s", answers)
                .hasSize(7);
        assertThat(licence.dossier().get("steps").valueStream().filter(step -> step.get("name")
                        .asString()
                        .equals("Được tiếp nhận")))
                .hasSize(1);
    }

    @Test
    void stepsOutOfTurnAndByTheWrongPersonAreRefused() {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted();
        assertProblem(licence.act("clerk.hanoi", "acceptance", "{}"), 409, "/not-allowed-now");
        licence.paid();
        assertProblem(licence.act("leader.hanoi", "approval", "{\"decision\":\"GRANT\",\"note\":\"\"}"), 403, 404, 409);
        assertProblem(licence.act("clerk.hcm", "acceptance", "{}"), 404);
        licence.accepted();
        assertProblem(licence.act("clerk.hanoi", "acceptance", "{}"), 409);
        assertProblem(licence.act("clerk.hanoi", "assignment", "{\"to\":\"nobody\"}"), 422);
        assertProblem(licence.act("clerk.hanoi", "assignment", "{}"), 422);
        assertProblem(licence.act("clerk.hanoi", "assignment", "{\"to\":\"leader.hcm\"}"), 422);
        assertProblem(
                licence.act(
                        "clerk.hanoi",
                        "assignment",
                        "{\"to\":\"handler.hanoi\",\"note\":\"" + "x".repeat(9_000) + "\"}"),
                422);
        assertProblem(licence.act("clerk.hanoi", "dance", "{}"), 404, 405);
        assertProblem(licence.act("clerk.hanoi", "delivery", "{\"way\":\"ONLINE\"}"), 409);
        assertProblem(licence.act(LICENCE.applicant(), "acceptance", "{}"), 401, 403);
    }

    @Test
    void noticesThatTheWalletDidNotSendChangeNothing() {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted().attempted();
        var notice =
                "{\"partnerCode\":\"X\",\"orderId\":\"%s\",\"requestId\":\"%s\",\"amount\":135000,\"orderInfo\":\"x\",\"orderType\":\"momo_wallet\",\"transId\":1,\"resultCode\":0,\"message\":\"ok\",\"payType\":\"qr\",\"responseTime\":1,\"extraData\":\"\",\"signature\":\"%s\"}"
                        .formatted(licence.attempt, licence.attempt, "0".repeat(64));
        for (var body : List.of(
                notice,
                notice.replace("135000", "1"),
                notice.replace("135000", "-1"),
                notice.replace("135000", "1e400"),
                notice.replace("135000", "\"x\""),
                "{}")) {
            var answer = TOWN.visitor().post("/payments/momo/callback", body);
            assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        }
        assertThat(licence.bill().get("state").asString()).isEqualTo("DUE");
        TOWN.fault("momo", "forge-signature", 1);
        licence.outcome("paid").seenPaid();
    }

    @Test
    void moneyOfAnotherAmountDoesNotPayTheFee() {
        var licence = new LicenceByApi(TOWN, "079085000026").submitted().attempted();
        TOWN.fault("momo", "wrong-amount", 1);
        licence.outcome("paid");
        Client.pause(1_500);
        assertThat(licence.bill().get("state").asString())
                .as("%s", licence.bill())
                .isNotEqualTo("PAID");
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
        assertProblem(answer, 413, 415, 422);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2f..%2fetc/passwd",
                "/assets/..%2f..%2fapplication.yaml",
                "/assets/%2e%2e/application.yaml",
                "/procedures/%00",
                "/procedures/..%5c..%5c",
                "/procedures/%3Cscript%3E",
                "/procedures/3.000347;x=1/start",
                "/dossiers/H26-261116-99999999",
                "/dossiers/not-a-code",
                "/drafts/1",
                "/obligations/1",
                "/work/dossiers/x",
                "/api/v1/me/dossiers/%2e%2e",
                "/api/v1/procedures/nothing",
                "/api/v1/services/3.000347@",
                "/api/v1/procedures?limit=abc",
                "/api/v1/procedures?limit=100000",
                "/api/v1/procedures?cursor=zzz",
                "/api/v1/deadlines?from=yesterday&quantity=5&unit=WORKING_DAY",
                "/api/v1/deadlines?from=2026-11-16T09:00&quantity=-5&unit=WORKING_DAY",
                "/api/v1/deadlines?from=2026-11-16T09:00&quantity=5&unit=FORTNIGHT",
                "/api/v1/deadlines?from=2026-11-16T09:00&quantity=99999999999&unit=DAY",
                "/api/v1/me/dossiers?limit=0",
                "/api/v1/me/prefill?service=%ff",
                "/api/v1/nothing",
                "/actuator/prometheus",
                "/sandbox/clock",
                "/error?status=200"
            })
    void addressesThatLeadNowhereAreRefused(String path) {
        for (var client : List.of(TOWN.visitor(), LICENCE.applicant())) {
            var answer = client.get(path);
            assertThat(answer.status()).as(path + ": " + answer).isBetween(300, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\u00ff\u00fe HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /procedures/{x} HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /api/v1/quotes HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nzz\r\n"
            })
    void rawRequestsAreRefused(String request) throws IOException {
        assertThat(raw(request)).matches("HTTP/1.1 4\\d\\d.*");
    }

    @Test
    void hugeHeadersAreRefused() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(200_000) + "\r\n\r\n"))
                .matches("HTTP/1.1 4\\d\\d.*");
        assertThat(raw("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .matches("HTTP/1.1 4\\d\\d.*");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X: 1\r\n".repeat(5_000) + "\r\n"))
                .matches("HTTP/1.1 4\\d\\d.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer x",
                "Bearer a.b.c",
                "Basic YTpi",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."
            })
    void wrongTokensAreRefused(String authorization) {
        var client = TOWN.visitor();
        var request = client.request(DOSSIERS);
        var answer = client.send(
                authorization.isEmpty()
                        ? request.GET()
                        : request.header("Authorization", authorization).GET());
        assertProblem(answer, 401);
    }

    static Stream<Arguments> wrongPeople() {
        return Stream.of(
                Arguments.of("no province", Map.of("identityNumber", "999192004713"), "identityNumber"),
                Arguments.of("another century", Map.of("identityNumber", "001392004713"), "identityNumber"),
                Arguments.of("another sex", Map.of("sex", "MALE"), "identityNumber"),
                Arguments.of("another year", Map.of("birthDateYear", "1993"), "identityNumber"),
                Arguments.of("too short", Map.of("identityNumber", "00119200"), "identityNumber"),
                Arguments.of("letters", Map.of("identityNumber", "00119200471X"), "identityNumber"),
                Arguments.of(
                        "born in the future",
                        Map.of("birthDateYear", "2092", "identityNumber", "001392004713"),
                        "birthDate"),
                Arguments.of("30 February", Map.of("birthDateDay", "30"), "birthDate"),
                Arguments.of("HTML in the name", Map.of("fullName", "<b>Gấm</b>"), "fullName"),
                Arguments.of("a name without end", Map.of("fullName", "Gấm ".repeat(400)), "fullName"),
                Arguments.of("no phone", Map.of("phone", "12345"), "phone"),
                Arguments.of("no mail box", Map.of("email", "gam@"), "email"),
                Arguments.of("a weak password", Map.of("password", "12345678"), "password"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPeople")
    void personWhoCannotBeIsNotRegistered(String name, Map<String, String> wrong, String field) {
        var form = new Form(TOWN);
        var page = form.open("/register");
        var answer = form.post("/register", page, person(form.captcha(page), wrong));
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.text()).contains("class=\"error\"").contains("href=\"#f-" + field + "\"");
    }

    private static Map<String, String> person(String captcha, Map<String, String> wrong) {
        var person = new java.util.LinkedHashMap<>(Map.of(
                "identityNumber", "001192004713",
                "fullName", "Đinh Thị Gấm",
                "birthDateDay", "9",
                "birthDateMonth", "2",
                "birthDateYear", "1992",
                "sex", "FEMALE",
                "phone", "0987004713",
                "email", "gam@example.vn",
                "password", "Cua-Lang-1992!"));
        person.put("captcha", captcha);
        person.putAll(wrong);
        return person;
    }

    @Test
    void formWithoutItsMarkIsRefused() {
        var form = new Form(TOWN);
        var answer = form.post("/login", "", Map.of("identifier", "001190000017", "password", Town.PASSWORD));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    /** The answer is a problem of one of these, with a sentence for people. */
    private static void assertProblem(Client.Answer answer, int... statuses) {
        assertThat(answer.status())
                .as(answer.text())
                .isIn(java.util.Arrays.stream(statuses).boxed().toArray());
        assertThat(answer.type()).as(answer.text()).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).as(answer.text()).isNotBlank();
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
    }

    private static void assertProblem(Client.Answer answer, int status, String type) {
        assertProblem(answer, status);
        assertThat(answer.json().get("type").asString()).endsWith(type);
    }

    private static <T> List<T> atOnce(int count, Callable<T> act) throws Exception {
        var answers = new ArrayList<T>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : many.invokeAll(java.util.Collections.nCopies(count, act))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    /** The first line of what a server answers to bytes that no client would send; empty when it hangs up. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", TOWN.port)) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // it answered before it had read everything
            }
            var line = new java.io.BufferedReader(
                            new java.io.InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return line == null ? "" : line;
        }
    }
}
