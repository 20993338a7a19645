package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest browser or program sends: broken bodies, addresses, headers, tokens and forms are refused, and nothing breaks. */
class BadRequestTest {

    private static final String DOSSIERS = "/api/v1/me/dossiers";

    private static final Town TOWN = Town.shared();
    private static final String DOSSIER = LicenceByApi.body("", "");
    private static final LicenceByApi LICENCE = new LicenceByApi(TOWN, "079085000026");

    @AfterAll
    static void nothingWentWrongBehindTheScenes() {
        TOWN.assertNoErrors();
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
                Arguments.of("UTF-16", "application/json", DOSSIER.getBytes(StandardCharsets.UTF_16)),
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
        var bytes = DOSSIER.getBytes(StandardCharsets.UTF_8);
        bytes[DOSSIER.indexOf("B2")] = (byte) 0xC3;
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
        Client.assertProblem(answer, 401);
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
}
