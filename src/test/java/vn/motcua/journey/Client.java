package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API over HTTP, with or without a token. */
record Client(String address, String token) {

    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    static final JsonMapper JSON = new JsonMapper();
    static final String MULTIPART = "multipart/form-data; boundary=motcua-part";

    /** What came back. */
    record Answer(int status, HttpHeaders headers, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(bytes);
        }

        /** The path to which it leads on. */
        String leadsTo() {
            is(302);
            return URI.create(headers.firstValue("Location").orElseThrow()).getPath();
        }

        /** The same answer, if the status is the expected one. */
        Answer is(int expected) {
            if (status != expected) {
                throw new AssertionError("Expected " + expected + ", got " + status + ": " + text());
            }
            return this;
        }

        String type() {
            return headers.firstValue("Content-Type").orElse("");
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    Client as(String token) {
        return new Client(address, token);
    }

    /** The same bearer at another node. */
    Client at(String address) {
        return new Client(address, token);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return post(path, UUID.randomUUID(), body);
    }

    Answer post(String path, UUID key, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofString(body)));
    }

    Answer upload(String path, String name, byte[] content) {
        return send(request(path)
                .header("Content-Type", MULTIPART)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(multipart("file", name, content))));
    }

    /** A form of the type {@link #MULTIPART} that holds one file. */
    static byte[] multipart(String field, String name, byte[] content) {
        var part = new ByteArrayOutputStream();
        part.writeBytes(("--motcua-part\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n--motcua-part--\r\n".getBytes(StandardCharsets.UTF_8));
        return part.toByteArray();
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks until the answer fits; what was asked last is in the failure. */
    static <T> T until(Duration atMost, java.util.function.Supplier<T> question, java.util.function.Predicate<T> fits) {
        var end = System.nanoTime() + atMost.toNanos();
        while (true) {
            var answer = question.get();
            if (fits.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + atMost + ", the last answer: " + answer);
            }
            pause(100);
        }
    }

    /** The answer is a problem of one of these, with a sentence for people. */
    static void assertProblem(Answer answer, int... statuses) {
        assertThat(answer.status())
                .as(answer.text())
                .isIn(Arrays.stream(statuses).boxed().toArray());
        assertThat(answer.type()).as(answer.text()).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").asString()).as(answer.text()).isNotBlank();
        assertThat(answer.json().get("status").asInt()).isEqualTo(answer.status());
    }

    static void assertProblem(Answer answer, int status, String type) {
        assertProblem(answer, status);
        assertThat(answer.json().get("type").asString()).endsWith(type);
    }

    /** As many at the same time; all their answers. */
    static <T> List<T> atOnce(int count, Callable<T> act) throws Exception {
        var answers = new ArrayList<T>();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : many.invokeAll(Collections.nCopies(count, act))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
