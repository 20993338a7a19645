package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The process itself: how it starts, and what a kill -9 leaves. */
class KillTest {

    private static final int SENDERS = 20;

    @TempDir
    Path data;

    private Secrets secrets;
    private int port;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        secrets = Secrets.in(data);
        port = freePorts();
        process = launch();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void nothingThatWasAcknowledgedIsLostByAKillInTheMiddleOfAStream() throws Exception {
        var acknowledged = new ConcurrentLinkedQueue<String>();
        var sent = new AtomicInteger();
        var session = bind();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                senders.submit(() -> {
                    while (true) { // until the connection breaks
                        var text = "tin " + sent.incrementAndGet();
                        submit(session, text);
                        acknowledged.add(text);
                    }
                });
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > 500);
            kill();
        }
        session.close();
        process = launch();

        var kept = new HashSet<String>();
        for (var message : get("/messages?to=0912000017")) {
            kept.add(message.get("text").asString());
        }
        assertThat(kept).containsAll(acknowledged);
        assertThat(kept.size() - acknowledged.size())
                .as("only what was in flight is there too")
                .isLessThanOrEqualTo(SENDERS);
    }

    @Test
    void threeHundredMessagesASecondAreKept() throws Exception {
        var session = bind();
        submit(session, "warm");
        int messages = 1_500;
        long begin = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < messages; i++) {
                senders.submit(() -> {
                    submit(session, "tin");
                    return null;
                });
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        session.unbindAndClose();

        assertThat(get("/messages")).hasSize(messages + 1);
        assertThat(messages * 1_000L / took.toMillis()).as("messages a second").isGreaterThan(300);
    }

    @Test
    void lineTornByACrashIsCutOffAndABrokenMiddleIsNotPassedOver() throws Exception {
        var session = bind();
        submit(session, "mot");
        session.close();
        kill();
        var ledger = data.resolve("sandbox/ledger.jsonl");
        Files.writeString(ledger, "{\"kind\":\"message\",\"to\":\"09", StandardOpenOption.APPEND);
        process = launch();
        session = bind();
        submit(session, "hai");
        session.close();
        assertThat(get("/messages"))
                .extracting(message -> message.get("text").asString())
                .containsExactly("mot", "hai");

        kill();
        Files.writeString(ledger, "{torn}\n" + Files.readString(ledger));
        var broken = command().redirectErrorStream(true).start();
        assertThat(new String(broken.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Line 1 of the sandbox's ledger.jsonl is broken.");
        assertThat(broken.waitFor()).isEqualTo(1);
    }

    @Test
    void secondSandboxOnTheSameDataIsRefusedWithOneSentence() throws Exception {
        var second = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "vn.motcua.sandbox.Sandbox",
                        "--port",
                        "0",
                        "--data",
                        data.toString()))
                .redirectErrorStream(true)
                .start();

        assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Another sandbox works on");
        assertThat(second.waitFor()).isEqualTo(1);
    }

    @Test
    void secretsAreForTheirOwnerOnly() throws IOException {
        var file = data.resolve("secrets/sandbox.properties");

        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Secrets.in(data)).isEqualTo(secrets);
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private ProcessBuilder command() {
        return new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.motcua.sandbox.Sandbox",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
    }

    private Process launch() throws IOException {
        var started = command()
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("sandbox.out").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> get("/health") != null);
        return started;
    }

    private SMPPSession bind() throws IOException {
        var session = new SMPPSession();
        session.setTransactionTimer(20_000);
        session.connectAndBind(
                "127.0.0.1",
                port + 2,
                new BindParameter(
                        BindType.BIND_TX,
                        secrets.smpp().systemId(),
                        secrets.smpp().password(),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        return session;
    }

    private static void submit(SMPPSession session, String text) throws Exception {
        session.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "MOTCUA",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.ISDN,
                "0912000017",
                new ESMClass(),
                (byte) 0,
                (byte) 0,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                DataCodings.newInstance((byte) 0),
                (byte) 0,
                text.getBytes(StandardCharsets.US_ASCII));
    }

    private JsonNode get(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return World.JSON.readTree(
                    World.HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A port that is free together with the four above it. */
    private static int freePorts() throws IOException {
        while (true) {
            int first;
            try (var socket = new ServerSocket(0)) {
                first = socket.getLocalPort();
            }
            var held = new java.util.ArrayList<ServerSocket>();
            try {
                for (int i = 0; i < 5; i++) {
                    held.add(new ServerSocket(first + i));
                }
                return first;
            } catch (IOException | IllegalArgumentException taken) {
                // another one
            } finally {
                for (var socket : held) {
                    socket.close();
                }
            }
        }
    }
}
