package vn.motcua.payment;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.web.Outbound;
import vn.motcua.web.PublicAddress;

/** The MoMo wallet, API v2, {@code captureWallet}. Amounts are whole đồng. */
@Component
class Momo implements Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Momo.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

    private final PaymentSettings settings;
    private final Outbound outbound;
    private final PublicAddress address;

    Momo(PaymentSettings settings, Outbound outbound, PublicAddress address) {
        this.settings = settings;
        this.outbound = outbound;
        this.address = address;
    }

    @Override
    public String channel() {
        return "momo";
    }

    @Override
    public boolean configured() {
        return settings.momoUrl() != null && !settings.momoSecretKey().isEmpty();
    }

    @Override
    public String begin(Order order) throws Declined {
        var body = new LinkedHashMap<String, Object>();
        body.put("partnerCode", settings.momoPartnerCode());
        body.put("partnerName", "Motcua");
        body.put("requestId", order.reference());
        body.put("amount", order.amount().amount());
        body.put("orderId", order.reference());
        body.put("orderInfo", order.text());
        body.put("redirectUrl", ours("/payments/momo/return"));
        body.put("ipnUrl", ours("/payments/momo/callback"));
        body.put("requestType", "captureWallet");
        body.put("extraData", "");
        body.put("autoCapture", true);
        body.put("lang", order.locale().getLanguage().equals("en") ? "en" : "vi");
        sign(body, MomoSignature.CREATE);
        try {
            var answer = post("create", body);
            int code = answer.path("resultCode").asInt(-1);
            var payUrl = answer.path("payUrl").asString("");
            if (code != 0 || !acceptable(payUrl)) {
                throw new Declined("momo " + code, code == 10);
            }
            return payUrl;
        } catch (IOException e) {
            throw new Declined("no-answer", true);
        }
    }

    /** The payer is sent nowhere but to a web page: https, or this machine where the gateway is on it too (sandbox). */
    private boolean acceptable(String payUrl) {
        try {
            var uri = URI.create(payUrl);
            var base = settings.momoUrl();
            boolean here =
                    base != null && HERE.contains(base.getHost()) && HERE.contains(String.valueOf(uri.getHost()));
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Standing ask(String reference) {
        var body = new LinkedHashMap<String, Object>();
        body.put("partnerCode", settings.momoPartnerCode());
        body.put("requestId", UUID.randomUUID().toString());
        body.put("orderId", reference);
        body.put("lang", "vi");
        sign(body, MomoSignature.QUERY);
        try {
            var answer = post("query", body);
            if (!reference.equals(answer.path("orderId").asString(""))) {
                return new Standing.Away();
            }
            return standing(
                    answer.path("resultCode").asInt(-1),
                    answer.path("amount").asLong(-1),
                    answer.path("transId").asString(""));
        } catch (IOException e) {
            LOG.warn("MoMo did not say how {} stands: {}", reference, e.getMessage());
            return new Standing.Away();
        }
    }

    /** A notice that MoMo itself has signed. */
    record Notice(String reference, Standing standing) {}

    /** Why a notice is not believed, with the attempt that it named. */
    static final class Forged extends Exception {
        final @Nullable String reference;

        Forged(String reason, @Nullable String reference) {
            super(reason, null, false, false);
            this.reference = reference;
        }
    }

    /** Reads a callback; believes nothing in it before its signature fits. */
    Notice hear(byte[] body) throws Forged {
        JsonNode notice;
        try {
            notice = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Forged("not-json", null);
        }
        if (!configured() || !notice.isObject()) {
            throw new Forged("not-a-notice", null);
        }
        var fields = new HashMap<String, String>();
        notice.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asString());
            }
        });
        var reference = fields.getOrDefault("orderId", "");
        fields.put("accessKey", settings.momoAccessKey());
        var raw = MomoSignature.raw(MomoSignature.NOTICE, fields);
        if (!MomoSignature.fits(settings.momoSecretKey(), raw, fields.getOrDefault("signature", ""))) {
            throw new Forged("signature", reference);
        }
        if (!settings.momoPartnerCode().equals(fields.get("partnerCode"))
                || !notice.path("amount").isIntegralNumber()
                || !notice.path("resultCode").isIntegralNumber()) {
            throw new Forged("fields", reference);
        }
        return new Notice(
                reference,
                standing(
                        notice.path("resultCode").asInt(),
                        notice.path("amount").asLong(),
                        fields.getOrDefault("transId", "")));
    }

    /** What MoMo's result codes mean. One that is not listed decides nothing: it is asked again. */
    static Standing standing(int code, long amountVnd, String transId) {
        return switch (code) {
            case 0 -> new Standing.Paid(amountVnd, transId);
            case 7000, 7002, 9000 -> new Standing.Clearing();
            case 42 -> new Standing.NeverBegun();
            case 1003, 1006 -> new Standing.Cancelled("momo " + code);
            case 1005 -> new Standing.TimedOut("momo " + code);
            case 1001, 1002, 1004, 1007, 4001, 4100 -> new Standing.Failed("momo " + code);
            case 10 -> new Standing.Away();
            default -> new Standing.Open();
        };
    }

    private void sign(Map<String, Object> body, java.util.List<String> order) {
        var fields = new HashMap<String, String>();
        body.forEach((name, value) -> fields.put(name, String.valueOf(value)));
        fields.put("accessKey", settings.momoAccessKey());
        body.put("signature", MomoSignature.sign(settings.momoSecretKey(), MomoSignature.raw(order, fields)));
    }

    /** @throws IOException when no answer came that MoMo itself gave; whether the message arrived is not known then */
    private JsonNode post(String call, Map<String, Object> body) throws IOException {
        var base = settings.momoUrl();
        if (base == null) {
            throw new IOException("MoMo is not configured");
        }
        var answer = outbound.post(
                URI.create(base.toString().replaceAll("/+$", "") + "/v2/gateway/api/" + call),
                Map.of("Content-Type", "application/json; charset=UTF-8"),
                JSON.writeValueAsBytes(body));
        int kind = answer.status() / 100;
        if (kind != 2 && kind != 4) { // with 4xx come refusals that have a result code
            throw new IOException("MoMo answered " + answer.status());
        }
        try {
            return JSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IOException("MoMo's answer is no JSON");
        }
    }

    private String ours(String path) {
        return settings.returnBase().isEmpty()
                ? address.of(path)
                : settings.returnBase().replaceAll("/+$", "") + path;
    }
}
