package vn.motcua.sandbox.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server of the outside world, on loopback only. Refuses what came through a proxy, what was meant for another
 * host (DNS rebinding) and what a page of another site sends.
 */
public final class Door implements AutoCloseable {

    /** Answers one request, or throws a {@link Refusal}. */
    public interface Handler {
        void answer(Call call) throws IOException;
    }

    private record Route(String method, String[] parts, Handler handler) {}

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final System.Logger LOG = System.getLogger(Door.class.getName());

    private final HttpServer server;
    private final List<Route> routes = new ArrayList<>();

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // Nagle costs 40 ms an answer
        System.setProperty("sun.net.httpserver.maxReqTime", "60");
    }

    public Door(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 128);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    /** {@code GET /captchas/{id}}: a part in braces is a variable. */
    public void on(String route, Handler handler) {
        var words = route.split(" ");
        routes.add(new Route(words[0], words[1].split("/"), handler));
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void open() {
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Whether the address is on this machine. */
    public static boolean isLoopback(String url) {
        try {
            var uri = new URI(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && LOOPBACK.contains(uri.getHost());
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private void handle(HttpExchange exchange) {
        try {
            answer(exchange);
        } catch (Refusal refusal) {
            refuse(exchange, refusal);
        } catch (IOException _) {
            exchange.close(); // whoever asked has gone
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, exchange.getRequestMethod() + " " + exchange.getRequestURI(), e);
            refuse(exchange, Refusal.away("The sandbox could not do this; its log says why."));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        guard(exchange);
        var parts = exchange.getRequestURI().getRawPath().split("/");
        var allowed = new ArrayList<String>();
        for (var route : routes) {
            var variables = match(route.parts, parts);
            if (variables != null && route.method.equals(exchange.getRequestMethod())) {
                route.handler.answer(new Call(exchange, variables));
                return;
            }
            if (variables != null) {
                allowed.add(route.method);
            }
        }
        if (!allowed.isEmpty()) {
            exchange.getResponseHeaders().set("Allow", String.join(", ", allowed));
            throw Refusal.wrongMethod(String.join(" or ", allowed));
        }
        throw Refusal.notFound("There is nothing at this address.");
    }

    private static void guard(HttpExchange exchange) {
        for (var name : exchange.getRequestHeaders().keySet()) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-forwarded-") || lower.equals("forwarded")) {
                throw Refusal.forbidden("The sandbox answers nobody behind a proxy (" + name + ").");
            }
        }
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !isLoopback("http://" + host)) {
            throw Refusal.forbidden("The sandbox is reached as 127.0.0.1 or localhost only.");
        }
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !isLoopback(origin)) {
            throw Refusal.forbidden("Pages of other sites may not ask the sandbox.");
        }
    }

    private static @Nullable Map<String, String> match(String[] pattern, String[] parts) {
        if (pattern.length != parts.length) {
            return null;
        }
        var variables = new LinkedHashMap<String, String>();
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].startsWith("{") && !parts[i].isEmpty()) {
                try {
                    var name = pattern[i].substring(1, pattern[i].length() - 1);
                    variables.put(name, Call.decoded(parts[i].replace("+", "%2B")));
                } catch (IllegalArgumentException _) {
                    return null;
                }
            } else if (!pattern[i].equals(parts[i])) {
                return null;
            }
        }
        return variables;
    }

    private static void refuse(HttpExchange exchange, Refusal refusal) {
        try (exchange) {
            exchange.getRequestBody().skip(1 << 20); // so that the answer is read before the connection ends
            var bytes = refusal.problem().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            if (refusal.status() == 503) {
                exchange.getResponseHeaders().set("Retry-After", "5");
            }
            exchange.sendResponseHeaders(refusal.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException _) {
            // whoever asked has gone
        }
    }
}
