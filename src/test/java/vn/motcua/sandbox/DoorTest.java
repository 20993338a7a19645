package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    @TempDir
    Path data;

    private World world;

    @BeforeEach
    void open() throws IOException {
        world = new World(data);
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: motcua.example",
                "Host: 127.0.0.1.evil.example",
                "Host: localhost\r\nX-Forwarded-For: 203.0.113.9",
                "Host: localhost\r\nx-forwarded-host: localhost",
                "Host: localhost\r\nForwarded: for=203.0.113.9",
                "Host: localhost\r\nOrigin: https://evil.example",
                "Host: localhost\r\nOrigin: null",
            })
    void whatComesFromElsewhereIsForbidden(String headers) throws IOException {
        assertThat(raw(headers)).startsWith("HTTP/1.1 403").contains("application/problem+json", "/forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost:8081",
                "Host: 127.0.0.1",
                "Host: [::1]:9",
                "Host: localhost\r\nOrigin: http://localhost:1"
            })
    void whatComesFromThisMachineIsAnswered(String headers) throws IOException {
        assertThat(raw(headers)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404",
        "PUT, /messages, 405",
        "GET, /messages?to=a&after=x, 422",
        "GET, /messages?after=-1, 422",
        "GET, /messages?since=1, 422",
        "GET, /charges?channel=vnptpay, 422",
        "GET, /charges?channel=gold, 422",
        "GET, /statement/vietinbank?date=2026-11-16, 422",
        "GET, /pay/vietcombank/A-1, 422",
        "GET, /pay/momo/A-1, 404",
        "POST, /pay/momo/A-1, 400",
        "POST, /sms, 400",
        "POST, /faults, 400",
        "POST, /mail, 400",
    })
    void wrongRequestsAreToldSo(String method, String path, int status) throws IOException {
        var answer = request(
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /messages?to=%ZZ HTTP/1.1", "GET /pay/momo/%ZZ HTTP/1.1", "GET http:// HTTP/1.1", "x"})
    void lineThatIsNoRequestIsBad(String line) throws IOException {
        assertThat(request(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void textThatIsNoTextIsNamed() {
        var answer = world.send("POST", "/sms", "{\"from\":\"0912000017\",\"to\":1900,\"text\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(World.JSON.readTree(answer.body()).at("/errors/0/field").asString())
                .isEqualTo("to");
        assertThat(world.send("POST", "/sms", "{\"from\":\"1\",\"to\":\"2\",\"text\":\"x\",\"cc\":\"3\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(world.send("POST", "/sms", "{\"from\":\"1\",\"from\":\"2\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void mailHasNoWayInYet() {
        var answer = world.send("POST", "/mail", "From: an@example.vn\r\nSubject: x\r\n\r\nx");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(World.JSON.readTree(answer.body()).get("type").asString()).endsWith("/unsupported");
    }

    @Test
    void portalThatIsAwayIsSaidToBeAway() {
        assertThat(world.get("/clock").get("now").asString()).isEqualTo("2026-11-16T08:00+07:00");
        var tokens = world.send("POST", "/tokens", "{}");
        assertThat(tokens.statusCode()).isEqualTo(404); // this portal only tells the time
    }

    private String raw(String headers) throws IOException {
        return request("GET /messages HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }

    private String request(String text) throws IOException {
        try (var socket = new Socket("127.0.0.1", world.sandbox.ports().http())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
