package vn.motcua.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A merchant of the wallet, with its own way to sign (all fields by name), and its ear for notices. */
final class MomoClient implements AutoCloseable {

    private static final List<String> NOT_SIGNED_IN_CREATE = List.of("lang", "signature");

    final List<JsonNode> notices = new CopyOnWriteArrayList<>();
    volatile int answer = 204;
    private final World world;
    private final HttpServer ear;

    MomoClient(World world) throws IOException {
        this.world = world;
        ear = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        ear.createContext("/ipn", exchange -> {
            notices.add(World.JSON.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        ear.start();
    }

    Map<String, Object> order(String id, long amount) {
        var order = new LinkedHashMap<String, Object>();
        order.put("partnerCode", world.secrets.momoPartnerCode());
        order.put("requestId", "rq-" + id);
        order.put("amount", amount);
        order.put("orderId", id);
        order.put("orderInfo", "Lệ phí <b>hồ sơ</b> & giấy tờ");
        order.put("redirectUrl", "http://127.0.0.1:8080/payments/momo/return?x=1");
        order.put("ipnUrl", "http://127.0.0.1:" + ear.getAddress().getPort() + "/ipn");
        order.put("requestType", "captureWallet");
        order.put("extraData", "");
        order.put("lang", "vi");
        return order;
    }

    JsonNode create(Map<String, Object> order) {
        return call("create", order);
    }

    JsonNode query(String id) {
        return call(
                "query",
                new LinkedHashMap<>(
                        Map.of("partnerCode", world.secrets.momoPartnerCode(), "requestId", "q-" + id, "orderId", id)));
    }

    JsonNode refund(String id, long transId, long amount) {
        return call(
                "refund",
                new LinkedHashMap<>(Map.of(
                        "partnerCode",
                        world.secrets.momoPartnerCode(),
                        "requestId",
                        "rq-" + id,
                        "orderId",
                        id,
                        "amount",
                        amount,
                        "transId",
                        transId,
                        "description",
                        "Hoàn tiền")));
    }

    JsonNode call(String name, Map<String, Object> message) {
        message.putIfAbsent("signature", sign(message));
        var answer = world.send("POST", "/v2/gateway/api/" + name, World.JSON.writeValueAsString(message));
        return World.JSON.readTree(answer.body());
    }

    void pay(String id) {
        decide(id, "paid");
    }

    String decide(String id, String outcome) {
        var answer = world.send("POST", "/pay/momo/" + id, "{\"outcome\":\"" + outcome + "\"}");
        return World.JSON.readTree(answer.body()).path("redirectUrl").asString("");
    }

    /** What the signature of these fields should be: MoMo's orders are alphabetical. */
    String sign(Map<String, Object> fields) {
        var sorted = new TreeMap<String, Object>(fields);
        sorted.keySet().removeAll(NOT_SIGNED_IN_CREATE);
        sorted.put("accessKey", world.secrets.momoAccessKey());
        var raw = new StringBuilder();
        sorted.forEach((name, value) ->
                raw.append(raw.isEmpty() ? "" : "&").append(name).append('=').append(value));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(world.secrets.momoSecretKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(raw.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isGenuine(JsonNode notice) {
        var fields = new LinkedHashMap<String, Object>();
        notice.forEachEntry((name, value) -> fields.put(name, value.asString()));
        return sign(fields).equals(notice.get("signature").asString());
    }

    @Override
    public void close() {
        ear.stop(0);
    }
}
