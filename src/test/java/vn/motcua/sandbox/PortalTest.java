package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.motcua.Motcua;

/** The whole portal as bin/run starts it, and the sandbox beside it, speaking over the management port. */
class PortalTest {

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext portal;
    private static Sandbox sandbox;
    private static int port;
    private static int management;

    @BeforeAll
    static void start() throws IOException {
        Files.setPosixFilePermissions(
                data, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        Secrets.in(data);
        portal = new SpringApplicationBuilder(Motcua.class)
                .profiles("sandbox")
                .run(
                        "--server.port=0",
                        "--motcua.management-port=0",
                        "--motcua.data=" + data,
                        "--motcua.time.start=2026-11-16T08:00+07:00",
                        "--outside.http=9",
                        "--outside.smpp=9",
                        "--outside.smtp=9",
                        "--outside.clamd=9");
        var connectors = ((TomcatWebServer) Objects.requireNonNull(((WebServerApplicationContext) portal).getWebServer()))
                .getTomcat()
                .getService()
                .findConnectors();
        port = connectors[0].getLocalPort();
        management = connectors[1].getLocalPort();
        sandbox = Sandbox.start(
                "--port", "0", "--data", data.toString(), "--management", String.valueOf(management));
    }

    @AfterAll
    static void stop() throws IOException {
        sandbox.close();
        portal.close();
    }

    @Test
    void clockMovesForAllAndForwardsOnly() {
        var before = OffsetDateTime.parse(ask("GET", "/clock", "").get("now").asString());
        var after = OffsetDateTime.parse(
                ask("POST", "/clock", "{\"advance\":\"PT8H\"}").get("now").asString());

        assertThat(Duration.between(before, after)).isBetween(Duration.ofHours(8), Duration.ofMinutes(481));
        assertThat(portal.getBean(InstantSource.class).instant())
                .isBetween(after.toInstant(), after.toInstant().plusSeconds(60));
        var to = after.plusDays(3);
        ask("POST", "/clock", "{\"now\":\"" + to + "\"}");
        assertThat(OffsetDateTime.parse(ask("GET", "/clock", "").get("now").asString())).isAfterOrEqualTo(to);
        assertThat(send("POST", "/clock", "{\"now\":\"" + before + "\"}").statusCode()).isEqualTo(422);
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
                "/clock | [] | 400",
            })
    void impossibleWishesAreRefusedWithAProblem(String path, String body, int status) {
        var answer = send("POST", path, body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(World.JSON.readTree(answer.body()).get("type").asString()).endsWith("/invalid");
    }

    @Test
    void withoutTheSecretNothingIsAnswered() {
        assertThat(at(management, "/sandbox/clock").statusCode()).isEqualTo(403);
        assertThat(at(management, "/sandbox/clock", "X-Sandbox-Secret", "guess").statusCode()).isEqualTo(403);
    }

    @Test
    void frontDoorHasNoneOfTheseRoutes() throws IOException {
        var secret = Secrets.in(data).control();

        assertThat(at(port, "/sandbox/clock", "X-Sandbox-Secret", secret).statusCode()).isEqualTo(404);
        assertThat(at(management, "/sandbox/clock", "X-Sandbox-Secret", secret).statusCode()).isEqualTo(200);
    }

    @Test
    void allRoutesForTheSandboxComeWithItsJar() {
        var found = new ArrayList<String>();
        portal.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (mapping.getPatternValues().stream().anyMatch(pattern -> pattern.startsWith("/sandbox"))) {
                        found.add(method.getBeanType().getPackageName());
                    }
                });

        assertThat(found).isNotEmpty().containsOnly("vn.motcua.sandbox.portal");
    }

    private static JsonNode ask(String method, String path, String body) {
        var answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return World.JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String path, String body) {
        return exchange(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sandbox.ports().http() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> at(int port, String path, String... header) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return exchange(header.length == 0 ? request : request.header(header[0], header[1]));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return World.HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
