package vn.motcua.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A wallet that speaks MoMo v2, with signatures written apart from the product's. */
final class FakeMomo implements AutoCloseable {

    static final String SECRET = "TEST-SECRET";
    static final String ACCESS = "TEST-ACCESS";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One order: what was asked, and how it stands (MoMo's result code). */
    static final class Order {
        final JsonNode request;
        volatile int code = 1000;
        volatile long taken;

        Order(JsonNode request) {
            this.request = request;
        }
    }

    final Map<String, Order> orders = new ConcurrentHashMap<>();
    /** The orders that were spoken of, one entry a call. */
    final List<String> calls = java.util.Collections.synchronizedList(new ArrayList<>());

    volatile boolean down;
    volatile Consumer<String> beforeAnswer = _ -> {};
    private final HttpServer server;

    FakeMomo() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v2/gateway/api/create", exchange -> serve(exchange, this::create));
        server.createContext("/v2/gateway/api/query", exchange -> serve(exchange, this::query));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange, java.util.function.Function<JsonNode, Map<String, Object>> call)
            throws IOException {
        var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        calls.add(request.get("orderId").asString());
        if (down) {
            exchange.sendResponseHeaders(500, -1);
        } else {
            var answer = JSON.writeValueAsBytes(call.apply(request));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private Map<String, Object> create(JsonNode request) {
        var id = request.get("orderId").asString();
        var names = "accessKey amount extraData ipnUrl orderId orderInfo partnerCode redirectUrl requestId requestType";
        if (!hmac(names, values(request)).equals(request.get("signature").asString())) {
            return answer(id, 13);
        }
        orders.putIfAbsent(id, new Order(request));
        beforeAnswer.accept(id);
        var answer = answer(id, 0);
        answer.put("payUrl", url() + "/pay/" + id);
        return answer;
    }

    private Map<String, Object> query(JsonNode request) {
        var id = request.get("orderId").asString();
        if (!hmac("accessKey orderId partnerCode requestId", values(request))
                .equals(request.get("signature").asString())) {
            return answer(id, 13);
        }
        var order = orders.get(id);
        var answer = answer(id, order == null ? 42 : order.code);
        if (order != null) {
            answer.put("amount", order.taken == 0 ? order.request.get("amount").asLong() : order.taken);
            answer.put("transId", transId(id));
        }
        return answer;
    }

    private static Map<String, Object> answer(String id, int code) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("partnerCode", "TEST");
        answer.put("orderId", id);
        answer.put("resultCode", code);
        return answer;
    }

    /** The payer pays this amount; nobody is told. */
    void pay(String id, long amount) {
        var order = order(id);
        order.taken = amount;
        order.code = 0;
    }

    void pay(String id) {
        pay(id, order(id).request.get("amount").asLong());
    }

    private Order order(String id) {
        return java.util.Objects.requireNonNull(orders.get(id), id);
    }

    /** The notice of how the order stands now, signed. */
    byte[] notice(String id) {
        return notice(id, Map.of());
    }

    /** The same, with some fields changed after it was signed. */
    byte[] notice(String id, Map<String, Object> forged) {
        var order = orders.get(id);
        return signed(id, order == null ? 50_000 : order.taken, order == null ? 0 : order.code, forged);
    }

    byte[] signed(String id, long amount, int code, Map<String, Object> forged) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("partnerCode", "TEST");
        fields.put("orderId", id);
        fields.put("requestId", id);
        fields.put("amount", amount);
        fields.put("orderInfo", "Nop le phi");
        fields.put("orderType", "momo_wallet");
        fields.put("transId", transId(id));
        fields.put("resultCode", code);
        fields.put("message", "Thành công.");
        fields.put("payType", "qr");
        fields.put("responseTime", 1_767_237_300_000L);
        fields.put("extraData", "");
        var values = new HashMap<String, String>();
        fields.forEach((name, value) -> values.put(name, value.toString()));
        fields.put(
                "signature",
                hmac(
                        "accessKey amount extraData message orderId orderInfo orderType partnerCode payType requestId"
                                + " responseTime resultCode transId",
                        values));
        fields.putAll(forged);
        return JSON.writeValueAsBytes(fields);
    }

    private static long transId(String id) {
        return 4_000_000_000L + Math.floorMod(id.hashCode(), 1_000_000);
    }

    private static Map<String, String> values(JsonNode request) {
        var values = new HashMap<String, String>();
        request.properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asString()));
        return values;
    }

    private static String hmac(String names, Map<String, String> values) {
        var text = new StringBuilder();
        for (var name : names.split(" ")) {
            text.append(text.isEmpty() ? "" : "&").append(name).append('=');
            text.append(name.equals("accessKey") ? ACCESS : values.getOrDefault(name, ""));
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
