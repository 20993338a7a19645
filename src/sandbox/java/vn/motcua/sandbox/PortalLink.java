package vn.motcua.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.core.JacksonException;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.door.Refusal;

/**
 * What the outside world asks of the portal, on its management port: the clock, people, tokens, captcha answers. Gives the
 * time as the portal tells it (+07:00); while the portal is away, as it would tell it by the last known difference.
 */
public final class PortalLink {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration FRESH_WHILE_AWAY = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(150);
    private static final Duration LONGEST_FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_ACT = Duration.ofMinutes(15); // a clock moved by a month runs a month's work

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI portal;
    private final String secret;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean known;
    private volatile long nextAt = System.nanoTime();

    public PortalLink(int managementPort, Secrets secrets) {
        portal = URI.create("http://127.0.0.1:" + managementPort);
        secret = secrets.control();
    }

    /** The portal's time, to the millisecond. */
    public OffsetDateTime now() {
        if (System.nanoTime() - nextAt >= 0 && asking.compareAndSet(false, true)) {
            try {
                CompletableFuture.runAsync(this::askClock, Thread::startVirtualThread)
                        .get((known ? LONGEST_WAIT : LONGEST_FIRST_WAIT).toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException _) {
                // the last known difference goes on
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return systemTime().plus(ahead).truncatedTo(ChronoUnit.MILLIS).atOffset(VIETNAM);
    }

    /** Hands a request on to the portal's route of the same path and gives its answer back as it is. */
    void pass(Call call) throws IOException {
        var request = HttpRequest.newBuilder(portal.resolve("/sandbox" + call.rawPath()))
                .method(call.method(), BodyPublishers.ofByteArray(call.body()))
                .header("Content-Type", "application/json")
                .timeout(LONGEST_ACT);
        var language = call.header("Accept-Language");
        if (language != null) {
            request.header("Accept-Language", language);
        }
        var answer = send(request);
        if (call.rawPath().equals("/clock")) {
            learn(answer);
        }
        var type = answer.headers().firstValue("Content-Type").orElse("application/json");
        call.send(answer.statusCode(), type, answer.body());
    }

    private void askClock() {
        try {
            nextAt = System.nanoTime() + FRESH_WHILE_AWAY.toNanos();
            learn(send(HttpRequest.newBuilder(portal.resolve("/sandbox/clock")).timeout(Duration.ofSeconds(2))));
        } catch (Refusal _) {
            // the portal is away
        } finally {
            asking.set(false);
        }
    }

    private void learn(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            return;
        }
        try {
            var now = Json.MAPPER.readTree(answer.body()).path("now").asString("");
            ahead = Duration.between(systemTime(), OffsetDateTime.parse(now).toInstant());
            nextAt = System.nanoTime() + FRESH.toNanos();
            known = true;
        } catch (DateTimeParseException | JacksonException _) {
            // not the portal that we know
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.header("X-Sandbox-Secret", secret).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw Refusal.away("The portal does not answer at " + portal + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.away("The sandbox is going down.");
        }
    }

    private static Instant systemTime() {
        return Instant.ofEpochMilli(System.currentTimeMillis()); // another world's watch, not the portal's clock
    }
}
