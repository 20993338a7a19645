package vn.motcua.sandbox.door;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One request and its one answer. */
public final class Call {

    private static final int LARGEST_BODY = 12 * 1024 * 1024; // a mail of 8 MB in base64

    private final HttpExchange exchange;
    private final Map<String, String> variables;

    Call(HttpExchange exchange, Map<String, String> variables) {
        this.exchange = exchange;
        this.variables = variables;
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** A variable of the route, as in {@code /captchas/{id}}. */
    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    public String rawPath() {
        return exchange.getRequestURI().getRawPath();
    }

    public @Nullable String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    public byte[] body() throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw Refusal.tooLarge(LARGEST_BODY);
        }
        return bytes;
    }

    public Json json() throws IOException {
        return Json.of(body());
    }

    /** The query's parameters; others than the known ones are refused. */
    public Map<String, String> query(String... known) {
        var query = form(exchange.getRequestURI().getRawQuery());
        for (var name : query.keySet()) {
            if (!Set.of(known).contains(name)) {
                throw Refusal.invalid(name, "unknown", "is not known here");
            }
        }
        return query;
    }

    /** What an HTML form or a query sends. */
    public static Map<String, String> form(@Nullable String encoded) {
        var fields = new LinkedHashMap<String, String>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        try {
            for (var pair : encoded.split("&")) {
                var parts = pair.split("=", 2);
                fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("The query or form is not encoded as it should be.");
        }
        return fields;
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public void json(JsonNode answer) throws IOException {
        json(200, answer);
    }

    public void json(int status, JsonNode answer) throws IOException {
        send(status, "application/json", answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    public void html(String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'self'");
        send(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public void redirect(String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        nothing(303);
    }

    public void nothing(int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    public void send(int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    public void answerHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    /** Begins an answer whose length is not known yet. */
    public OutputStream stream(String type) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** Ends the connection without an answer, as a server that is down does. */
    public void hangUp() {
        exchange.close();
    }
}
