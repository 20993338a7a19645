package vn.motcua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

    private HttpServer server;
    private Outbound outbound;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-Got", exchange.getRequestMethod());
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/chunks", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("một cửa".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1/secret");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/huge", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 300; i++) {
                exchange.getResponseBody().write(new byte[8_192]);
            }
            exchange.close();
        });
        server.start();
        outbound = new Outbound(List.of("127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void aListedAddressIsCalledAndItsAnswerRead() throws Exception {
        var answer = outbound.post(at("/echo"), Map.of("Content-Type", "application/json"), "{}".getBytes());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("x-got", "POST");
        assertThat(answer.body()).isEqualTo("{}".getBytes());
        assertThat(new String(outbound.get(at("/chunks"), Map.of()).body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("một cửa");
    }

    @Test
    void aRedirectIsNotFollowedAndAnAnswerHasALimit() throws Exception {
        assertThat(outbound.get(at("/elsewhere"), Map.of()).status()).isEqualTo(302);
        assertThatThrownBy(() -> outbound.get(at("/huge"), Map.of()))
                .isInstanceOf(Outbound.Failed.class)
                .hasMessageContaining("longer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.0.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "https://user@8.8.8.8/",
                "https://[2002:7f00:1::]/",
                "https://[64:ff9b::7f00:1]/",
                "https://2130706433/"
            })
    void nothingElseThatIsPrivateOrPlainIsCalled(String address) {
        assertThatThrownBy(() -> outbound.get(URI.create(address), Map.of())).isInstanceOf(Outbound.Failed.class);
    }

    @Test
    void publicAddressesAreKnownAsSuch() throws Exception {
        assertThat(Outbound.isPublic(InetAddress.getByName("8.8.8.8"))).isTrue();
        assertThat(Outbound.isPublic(InetAddress.getByName("2606:4700::1111"))).isTrue();
    }

    @Test
    void aHeaderCannotBringASecondOne() {
        assertThatThrownBy(() -> outbound.get(at("/echo"), Map.of("A", "b\r\nC: d")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A server that begins an answer (of TLS, or of HTTP) and then sends a byte now and then. */
    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void aServerThatDripsCannotHoldACallLongerThanItsLimit(String scheme) throws Exception {
        var hello = scheme.equals("https")
                ? new byte[] {22, 3, 3, 64, 0}
                : "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".getBytes();
        try (var slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> drip(slow, hello));
            var place = "127.0.0.1:" + slow.getLocalPort();
            var impatient = new Outbound(List.of(place), Duration.ofMillis(500));
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(
                            () -> impatient.get(URI.create(scheme + "://" + place), Map.of()))
                    .isInstanceOf(Outbound.Failed.class)
                    .hasMessageContaining("No answer"));
        }
    }

    private static void drip(ServerSocket slow, byte[] hello) {
        try (var line = slow.accept()) {
            line.getOutputStream().write(hello);
            while (true) {
                line.getOutputStream().write(2);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // the caller went away, as it should
        }
    }
}
