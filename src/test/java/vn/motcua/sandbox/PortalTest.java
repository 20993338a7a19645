package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The whole portal as bin/run starts it, and the sandbox beside it, speaking over the management port. */
class PortalTest {

    @TempDir
    static Path data;

    private static PortalProcess portal;
    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Secrets.in(data);
        portal = new PortalProcess(
                data,
                true,
                "--spring.profiles.active=sandbox",
                "--motcua.time.start=2026-11-16T08:00+07:00",
                "--outside.http=9",
                "--outside.smpp=9",
                "--outside.smtp=9",
                "--outside.clamd=9");
        sandbox = Sandbox.start(
                "--port", "0", "--data", data.toString(), "--management", String.valueOf(portal.management));
    }

    @AfterAll
    static void stop() throws Exception {
        sandbox.close();
        portal.close();
    }

    @Test
    void clockMovesForAllAndForwardsOnly() {
        var before = OffsetDateTime.parse(ask("GET", "/clock", "").get("now").asString());
        var after = OffsetDateTime.parse(
                ask("POST", "/clock", "{\"advance\":\"PT8H\"}").get("now").asString());

        assertThat(Duration.between(before, after)).isBetween(Duration.ofHours(8), Duration.ofMinutes(481));
        var to = after.plusDays(3);
        ask("POST", "/clock", "{\"now\":\"" + to + "\"}");
        assertThat(OffsetDateTime.parse(ask("GET", "/clock", "").get("now").asString()))
                .isAfterOrEqualTo(to);
        assertThat(send("POST", "/clock", "{\"now\":\"" + before + "\"}").statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/clock | {'advance':'-PT1H'} | 422",
                "/clock | {'advance':'soon'} | 422",
                "/clock | {'advance':'P99999D'} | 422",
                "/clock | {'advance':8} | 422",
                "/clock | {'now':'2026-11-31T08:00+07:00'} | 422",
                "/clock | {'now':'2027-01-01'} | 422",
                "/clock | {} | 422",
                "/clock | {'now':'2027-01-01T00:00+07:00','advance':'PT1H'} | 422",
                "/clock | {'advance':'PT1H','by':1} | 422",
                "/clock | {'advance' | 400",
                "/clock | [] | 422",
                "/tokens | {} | 422",
                "/tokens | {'person':'001190000017'} | 422",
                "/tokens | {'person':'001190000017','scope':'work'} | 422",
                "/tokens | {'person':'clerk.hanoi','scope':'me'} | 422",
                "/tokens | {'person':'nobody','scope':'work'} | 422",
                "/tokens | {'person':'001190000017','scope':'me','partner':'H26'} | 422",
                "/tokens | {'partner':'Hanoi'} | 422",
                "/people | {'count':0} | 422",
                "/people | {'count':'10'} | 422",
                "/people | {'count':1000000} | 422",
                "/people | {} | 422",
            })
    void impossibleWishesAreRefusedWithAProblem(String path, String body, int status) {
        var answer = send("POST", path, body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(World.JSON.readTree(answer.body()).get("type").asString()).endsWith("/invalid");
    }

    @Test
    void tokensAreForPeopleOfficialsAndPartners() {
        var claims = claims(ask("POST", "/tokens", "{\"person\":\"001190000017\",\"scope\":\"me\"}"));
        assertThat(claims.get("scope").asString()).isEqualTo("me");
        assertThat(claims.get("sub").asString()).isNotEqualTo("001190000017");
        claims = claims(ask("POST", "/tokens", "{\"person\":\"clerk.hanoi\",\"scope\":\"work\"}"));
        assertThat(claims.get("scope").asString()).isEqualTo("work");
        claims = claims(ask("POST", "/tokens", "{\"partner\":\"H26\"}"));
        assertThat(claims.get("scope").asString()).isEqualTo("partner");
        assertThat(claims.get("sub").asString()).isEqualTo("H26");
    }

    private static JsonNode claims(JsonNode answer) {
        assertThat(answer.get("expires_in").asLong()).isPositive();
        var parts = answer.get("access_token").asString().split("\\.");
        assertThat(parts).hasSize(3);
        return World.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    @Test
    void morePeopleHaveNumbersThatGetTokens() {
        var numbers = ask("POST", "/people", "{\"count\":3}");

        assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
        for (var number : numbers) {
            ask("POST", "/tokens", "{\"person\":\"" + number.asString() + "\",\"scope\":\"me\"}");
        }
    }

    @Test
    void captchaOfTheSignInPageIsAnswered() {
        var page = portal.get(portal.port, "/login").body();
        var id = Pattern.compile("value=\"([^\"]+\\.\\d+\\.[^\"]+)\"").matcher(page);
        assertThat(id.find()).as(page).isTrue();

        assertThat(ask("GET", "/captchas/" + id.group(1), "").get("answer").asString())
                .matches("\\d+");
        assertThat(send("GET", "/captchas/guess", "").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutTheSecretNothingIsAnswered() {
        assertThat(portal.get(portal.management, "/sandbox/clock").statusCode()).isEqualTo(403);
        assertThat(portal.get(portal.management, "/sandbox/clock", "X-Sandbox-Secret", "guess")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void frontDoorHasNoneOfTheseRoutes() throws IOException {
        var secret = Secrets.in(data).control();

        assertThat(portal.get(portal.port, "/sandbox/clock", "X-Sandbox-Secret", secret)
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.get(portal.management, "/sandbox/clock", "X-Sandbox-Secret", secret)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void portalWithoutTheSandboxsJarHasNoneOfTheseRoutes(@TempDir Path other) throws Exception {
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwx------"));
        var secret = Secrets.in(other).control();
        try (var production = new PortalProcess(
                other,
                false,
                "--motcua.public-address=https://motcua.example",
                "--motcua.notification.sms-host=127.0.0.1",
                "--motcua.notification.mail-host=127.0.0.1",
                "--motcua.files.scanner-host=127.0.0.1")) {
            for (var route : new String[] {"/sandbox/clock", "/sandbox/captchas/1"}) {
                assertThat(production
                                .get(production.management, route, "X-Sandbox-Secret", secret)
                                .statusCode())
                        .as(route)
                        .isEqualTo(404);
            }
        }
    }

    private static JsonNode ask(String method, String path, String body) {
        var answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return World.JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sandbox.ports().http() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        try {
            return World.HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
