package vn.motcua.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;
import vn.motcua.shared.ProcedureCode;

/** Whatever is sent or thrown gets an answer that says what is wrong; none of the askers' mistakes is a 500. */
class ProblemsTest {

    private static RunningWeb web;

    record Line(String name, int count) {}

    record Order(
            String text,
            int number,
            Boolean truth,
            LocalDate day,
            OffsetDateTime at,
            Kind kind,
            List<Line> lines,
            UUID id) {}

    @RestController
    static class Probe {

        @PostMapping("/api/probe")
        Order echo(@RequestBody Order order) {
            return order;
        }

        @PostMapping("/api/probe/once")
        String once(Idempotency.Token token) {
            return "{\"client\":\"" + token.client() + "\",\"route\":\"" + token.route() + "\"}";
        }

        @GetMapping("/api/probe/procedures/{code}")
        String code(@PathVariable ProcedureCode code, @RequestParam(defaultValue = "1") int limit) {
            return "\"" + code + " " + limit + "\"";
        }

        @GetMapping("/api/probe/required")
        String required(@RequestParam String q) {
            return q;
        }

        @PostMapping("/api/probe/files")
        String file(@RequestParam MultipartFile file) {
            return "\"" + file.getSize() + "\"";
        }

        @GetMapping({"/api/probe/throw", "/probe/throw"})
        String thrown(@RequestParam String kind) {
            throw switch (kind) {
                case "fault" -> new IllegalStateException("a secret of the house");
                case "data" ->
                    new DataIntegrityViolationException(
                            "too long", new java.sql.SQLException("value too long", "22001"));
                case "away" -> new org.springframework.transaction.CannotCreateTransactionException("no connection");
                default -> Problem.later(Kind.valueOf(kind), Duration.ofSeconds(7), "web.field.unknown", "màu");
            };
        }

        @GetMapping("/api/probe/now")
        Instant now() {
            return Instant.parse("2026-11-27T03:40:00Z");
        }
    }

    @BeforeAll
    static void start() {
        web = new RunningWeb(new Class<?>[] {Probe.class}, "--motcua.web.max-upload-bytes=100000");
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    private static final String RIGHT = """
            {"text":"Nguyễn","number":5,"truth":true,"day":"2026-11-27","at":"2026-11-27T03:40:00Z",
             "kind":"STALE","lines":[{"name":"a","count":1}],"id":"7b0c0f5e-7a0c-4f3e-9c53-0a8f3f3e2a11"}""";

    @Test
    void aRightBodyIsTakenAndTimesLeaveInVietnam() {
        var answer = web.post("/api/probe", RIGHT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"at\":\"2026-11-27T10:40:00+07:00\"")
                .contains("Nguyễn");
        assertThat(web.get("/api/probe/now").body()).isEqualTo("\"2026-11-27T10:40:00+07:00\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"number\":5        | \"number\":5,\"colour\":1 | 422 | colour         | web.field.unknown",
                "\"count\":1         | \"count\":1,\"x\":2       | 422 | lines[0].x     | web.field.unknown",
                "\"number\":5        | \"number\":\"5\"          | 422 | number         | web.field.type",
                "\"number\":5        | \"number\":5.5            | 422 | number         | web.field.type",
                "\"number\":5        | \"number\":99999999999    | 422 | number         | web.field.type",
                "\"number\":5        | \"number\":null           | 422 | number         | web.field.type",
                "\"number\":5        | \"number\":{}             | 422 | number         | web.field.type",
                "\"text\":\"Nguyễn\" | \"text\":7                | 422 | text           | web.field.type",
                "\"text\":\"Nguyễn\" | \"text\":[\"a\"]          | 422 | text           | web.field.type",
                "\"truth\":true      | \"truth\":\"yes\"         | 422 | truth          | web.field.type",
                "\"truth\":true      | \"truth\":1               | 422 | truth          | web.field.type",
                "2026-11-27\"        | 2026-02-30\"              | 422 | day            | web.field.type",
                "T03:40:00Z          | T25:40:00Z                | 422 | at             | web.field.type",
                "STALE               | RED                       | 422 | kind           | web.field.type",
                "\"kind\":\"STALE\"  | \"kind\":3                | 422 | kind           | web.field.type",
                "\"count\":1         | \"count\":\"a\"           | 422 | lines[0].count | web.field.type",
                "7b0c0f5e-           | zzz-                      | 422 | id             | web.field.type",
                "Nguyễn              | a\\u0000b                 | 422 | text           | web.body.control",
                "\"name\":\"a\"     | \"name\":\"\\u0000\"      | 422 | lines[0].name  | web.body.control",
            })
    void aWrongFieldIsNamed(String right, String wrong, int status, String field, String code) {
        var answer = web.post("/api/probe", RIGHT.replace(right, wrong));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"field\":\"" + field + "\"")
                .contains("\"code\":\"" + code + "\"")
                .contains("\"type\":\"/developers/problems/invalid\"");
    }

    @Test
    void aBodyWithANullThatIsNoJsonIsMalformed() {
        var answer = web.post("/api/probe", "{text:\"a\\u0000b\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("web.body.json");
    }

    @Test
    void anEscapedBackslashBeforeANullIsNoNull() {
        assertThat(web.post("/api/probe", RIGHT.replace("Nguyễn", "a\\\\u0000b"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''          | web.body.missing",
                "{\"text\":  | web.body.json",
                "{'a':1}     | web.body.json",
                "<a/>        | web.body.json",
                "{\"text\":\"a\",\"text\":\"b\"} | web.body.json",
            })
    void aMalformedBodyIs400(String body, String code) {
        var answer = web.post("/api/probe", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void whatFollowsTheBodyIs400AndAListWhereAnObjectBelongs422() {
        assertThat(web.post("/api/probe", RIGHT + " {}").statusCode()).isEqualTo(400);
        assertThat(web.post("/api/probe", "[]").statusCode()).isEqualTo(422);
        assertThat(web.post("/api/probe", "\"a\"").statusCode()).isEqualTo(422);
    }

    @Test
    void deepAndLongBodiesAreRefused() {
        var deep = "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(web.post("/api/probe", RIGHT.replace("5,", deep + ",")).statusCode())
                .isEqualTo(422);
        var long_ = web.post("/api/probe", RIGHT.replace("Nguyễn", "a".repeat(200_000)));
        assertThat(long_.statusCode()).isEqualTo(422);
        assertThat(long_.body()).contains("web.body.long");
        assertThat(web.post("/api/probe", "\"" + "a".repeat(1_100_000) + "\"").statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void aBodyThatIsNotUtf8Is400(String encoding) {
        var bytes = RIGHT.replace("Nguyễn", "Nguy\u00e9n").getBytes(Charset.forName(encoding));
        var answer = web.send(HttpRequest.newBuilder(web.at("/api/probe"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("web.body.utf8");
    }

    @Test
    void aParameterThatIsNotUtf8OrHoldsANullIsRefused() {
        assertThat(web.get("/api/probe/required?q=%FF").statusCode()).isEqualTo(400);
        assertThat(web.get("/api/probe/required?q=a%00b").statusCode()).isIn(400, 422);
    }

    @Test
    void whatTheAddressDoesNotTakeIsRefusedByItsOwnStatus() {
        assertThat(web.post("/api/probe", RIGHT, Map.of("Content-Type", "text/plain"))
                        .statusCode())
                .isEqualTo(415);
        var method = web.get("/api/probe");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");
        assertThat(web.get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(web.get("/api/probe/procedures/abc").statusCode()).isEqualTo(404);
        assertThat(web.get("/api/probe/procedures/3.000347.000.00.00.H36").body())
                .isEqualTo("\"3.000347 1\"");
        assertThat(web.get("/api/probe/procedures/3.000347?limit=many").statusCode())
                .isEqualTo(422);
        assertThat(web.get("/api/probe/required").body())
                .contains("\"field\":\"q\"")
                .contains("web.field.missing");
        assertThat(web.get("/api/probe/now", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void anIdempotencyKeyMustBeAUuid() {
        assertThat(web.post("/api/probe/once", "{}", Map.of()).statusCode()).isEqualTo(400);
        assertThat(web.post("/api/probe/once", "{}", Map.of("Idempotency-Key", "1-1-1-1-1"))
                        .statusCode())
                .isEqualTo(400);
        var right = web.post("/api/probe/once", "{}");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).contains("POST /api/probe/once").contains("address:127.0.0.1");
    }

    @Test
    void anUploadBeyondTheLimitIs413AndABrokenOne400() {
        assertThat(upload("a".repeat(1_000), "x").statusCode()).isEqualTo(200);
        assertThat(upload("a".repeat(150_000), "x").statusCode()).isEqualTo(413);
        assertThat(upload("a", "y").statusCode()).isIn(400, 422);
    }

    private static java.net.http.HttpResponse<String> upload(String content, String boundary) {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n" + content
                + "\r\n--x--\r\n";
        return web.post("/api/probe/files", body, Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID,422,invalid", "MALFORMED,400,invalid", "UNAUTHENTICATED,401,forbidden", "FORBIDDEN,403,forbidden",
        "NOT_FOUND,404,not-found", "STALE,409,stale", "NOT_ALLOWED_NOW,409,not-allowed-now",
                "IN_PROGRESS,409,in-progress",
        "TOO_LARGE,413,too-large", "UNSUPPORTED,422,unsupported", "UNSUPPORTED_TYPE,415,unsupported",
                "TOO_MANY,429,too-many",
        "MAINTENANCE,503,maintenance"
    })
    void eachKindOfProblemHasItsStatusTypeAndLanguage(String kind, int status, String type) {
        var answer = web.get("/api/probe/throw?kind=" + kind, "Accept-Language", "en-GB");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains("\"type\":\"/developers/problems/" + type + "\"")
                .contains("There is no field named “màu”.");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(web.get("/api/probe/throw?kind=" + kind).body()).contains("Không có mục nào tên “màu”.");
    }

    @Test
    void ourOwnFaultIsShownWithAReferenceAndWithoutItsWords() {
        var answer = web.get("/api/probe/throw?kind=fault");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).containsPattern("S-[A-Z2-9]{8}").doesNotContain("secret");
        var page = web.get("/probe/throw?kind=fault", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .containsPattern("S-[A-Z2-9]{8}")
                .contains("1800 0000")
                .doesNotContain("secret");
    }

    @Test
    void aValueThatTheDatabaseRefusesIsNoFaultAndALostDatabaseIsAPause() {
        assertThat(web.get("/api/probe/throw?kind=data").statusCode()).isEqualTo(422);
        var away = web.get("/api/probe/throw?kind=away");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("10");
    }

    @Test
    void aPageThatRefusesSaysWhatIsSafeAndWhereToGo() {
        var page = web.get("/probe/throw?kind=STALE", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("<h1 class=\"calm\">Có người vừa làm trước bạn</h1>")
                .contains("Không có mục nào tên “màu”.")
                .contains("vẫn còn nguyên");
        assertThat(web.get("/no/such/page", "Accept", "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    void aPageForSignedInPeopleLeadsToSignInAndBack() {
        var answer = web.get("/probe/throw?kind=UNAUTHENTICATED", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/login?next=%2Fprobe%2Fthrow%3Fkind%3DUNAUTHENTICATED");
    }
}
