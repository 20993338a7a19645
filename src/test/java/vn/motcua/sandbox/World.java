package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox in this process, a portal's management port that only tells the time, and clients for both sides. */
final class World implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    final Path data;
    final Secrets secrets;
    final AtomicReference<OffsetDateTime> portalTime =
            new AtomicReference<>(OffsetDateTime.parse("2026-11-16T08:00:00+07:00"));
    private final HttpServer portal;
    Sandbox sandbox;

    World(Path data) throws IOException {
        this.data = data;
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        portal.createContext("/sandbox/clock", exchange -> {
            var answer = ("{\"now\":\"" + portalTime.get() + "\"}").getBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        portal.start();
        sandbox = start();
        secrets = Secrets.in(data);
    }

    private Sandbox start() throws IOException {
        var management = String.valueOf(portal.getAddress().getPort());
        return Sandbox.start("--port", "0", "--data", data.toString(), "--management", management);
    }

    void restart() throws IOException {
        sandbox.close();
        sandbox = start();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sandbox.ports().http() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        var answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    void fault(String target, String mode, int count, int ms) {
        var answer = send(
                "POST",
                "/faults",
                "{\"target\":\"%s\",\"mode\":\"%s\",\"count\":%d,\"ms\":%d}".formatted(target, mode, count, ms));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    SMPPSession bind() throws IOException {
        return bind(secrets.smpp().systemId(), secrets.smpp().password());
    }

    SMPPSession bind(String systemId, String password) throws IOException {
        var session = new SMPPSession();
        session.connectAndBind(
                "127.0.0.1",
                sandbox.ports().smpp(),
                new BindParameter(
                        BindType.BIND_TRX,
                        systemId,
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        return session;
    }

    void mail(String to, String subject, String text) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(sandbox.ports().smtp()));
        properties.put("mail.smtp.timeout", "10000");
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("no-reply@motcua.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "utf-8");
        mail.setText(text, "utf-8");
        Transport.send(mail);
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
        portal.stop(0);
    }
}
