package vn.motcua.sandbox.momo;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.sandbox.Faults;
import vn.motcua.sandbox.PortalLink;
import vn.motcua.sandbox.Secrets;
import vn.motcua.sandbox.door.Call;
import vn.motcua.sandbox.door.Door;
import vn.motcua.sandbox.door.Json;
import vn.motcua.sandbox.door.Refusal;

/**
 * MoMo's server side, version 2: create, query, refund. Refusals are result codes in an answer of status 200 (400 where the
 * message itself cannot be read). The same request sent again (same requestId and signature) gets the same answer.
 */
final class MomoApi {

    private static final int OK = 0;
    private static final int ACCESS_DENIED = 11;
    private static final int SIGNATURE = 13;
    private static final int FORMAT = 20;
    private static final int AMOUNT = 22;
    private static final int DUPLICATE_REQUEST = 40;
    private static final int DUPLICATE_ORDER = 41;
    private static final int NO_ORDER = 42;
    private static final int REFUND_REFUSED = 1080;
    private static final int REFUNDED_ALREADY = 1081;

    private static final long LEAST = 1_000;
    private static final long MOST = 50_000_000; // what one payment from a wallet may be
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z]([-_.]*[0-9a-zA-Z]+)*");
    private static final Set<String> TYPES = Set.of("captureWallet", "payWithATM", "payWithMethod", "payWithCC");

    /** A refusal in the wallet's own way. */
    private static final class Refused extends RuntimeException {
        private final int code;

        Refused(int code, String message) {
            super(message, null, false, false);
            this.code = code;
        }
    }

    private interface Act {
        void into(ObjectNode answer, JsonNode message);
    }

    private final Charges charges;
    private final PortalLink portal;
    private final Faults faults;
    private final Secrets secrets;
    private final String payUrl;

    MomoApi(Charges charges, PortalLink portal, Faults faults, Secrets secrets, Door door) {
        this.charges = charges;
        this.portal = portal;
        this.faults = faults;
        this.secrets = secrets;
        payUrl = "http://127.0.0.1:" + door.port() + "/pay/momo/";
        door.on("POST /v2/gateway/api/create", call -> answer(call, MomoSignature.CREATE, this::create));
        door.on("POST /v2/gateway/api/query", call -> answer(call, MomoSignature.QUERY, this::query));
        door.on("POST /v2/gateway/api/refund", call -> answer(call, MomoSignature.REFUND, this::refund));
    }

    private void answer(Call call, String order, Act act) throws IOException {
        var body = call.body();
        if (faults.isDown(Faults.Target.MOMO)) {
            call.hangUp();
            return;
        }
        var answer = Json.object();
        int status = 200;
        try {
            var message = read(body);
            for (var echo : new String[] {"partnerCode", "orderId", "requestId", "amount"}) {
                answer.set(echo, message.path(echo).isMissingNode() ? null : message.get(echo));
            }
            check(message, order);
            act.into(answer, message);
        } catch (Refused refused) {
            status = refused.code == FORMAT ? 400 : 200;
            answer.put("resultCode", refused.code).put("message", refused.getMessage());
        }
        answer.put("responseTime", portal.now().toInstant().toEpochMilli());
        call.json(status, answer);
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.of(body).node();
        } catch (Refusal refusal) {
            throw new Refused(FORMAT, String.valueOf(refusal.getMessage()));
        }
    }

    private void check(JsonNode message, String order) {
        if (!text(message, "partnerCode").equals(secrets.momoPartnerCode())) {
            throw new Refused(ACCESS_DENIED, "Unknown partner.");
        }
        var values = new HashMap<String, String>(Map.of("accessKey", secrets.momoAccessKey()));
        message.forEachEntry((name, value) -> values.putIfAbsent(name, value.isNull() ? "" : value.asString("")));
        var expected = MomoSignature.of(order, values, secrets.momoSecretKey());
        if (!MomoSignature.matches(expected, text(message, "signature"))) {
            throw new Refused(SIGNATURE, "The signature is wrong.");
        }
        id(message, "requestId");
        id(message, "orderId");
    }

    private void create(ObjectNode answer, JsonNode message) {
        long amount = amount(message);
        var ipnUrl = text(message, "ipnUrl");
        if (!Door.isLoopback(ipnUrl) || !text(message, "redirectUrl").startsWith("http")) {
            throw new Refused(FORMAT, "ipnUrl must be on this machine, redirectUrl an address.");
        }
        if (!TYPES.contains(text(message, "requestType"))) {
            throw new Refused(FORMAT, "requestType is not offered.");
        }
        var lang = optional(message, "lang", "vi");
        if (!lang.equals("vi") && !lang.equals("en")) {
            throw new Refused(FORMAT, "lang is vi or en.");
        }
        var line = Json.object()
                .put("orderId", text(message, "orderId"))
                .put("requestId", text(message, "requestId"))
                .put("amount", amount)
                .put("ipnUrl", ipnUrl)
                .put("redirectUrl", text(message, "redirectUrl"))
                .put("orderInfo", text(message, "orderInfo"))
                .put("extraData", optional(message, "extraData", ""))
                .put("lang", lang)
                .put("signature", text(message, "signature"));
        charges.alone(() -> {
            if (isNew(message)) {
                charges.create(line);
            }
            return line;
        });
        var url = payUrl + text(message, "orderId");
        answer.put("resultCode", OK)
                .put("message", "Successful.")
                .put("payUrl", url)
                .put("shortLink", url)
                .put("deeplink", "momo://app?orderId=" + text(message, "orderId"))
                .put("qrCodeUrl", url);
    }

    private void query(ObjectNode answer, JsonNode message) {
        var charge = charges.find(text(message, "orderId"))
                .orElseThrow(() -> new Refused(NO_ORDER, "There is no such order."));
        var state = charge.stateAt(portal.now());
        answer.put("amount", charge.taken() == 0 ? charge.order().amount() : charge.taken())
                .put("extraData", charge.order().extraData())
                .put("transId", charge.transId())
                .put("payType", charge.transId() == 0 ? "" : "qr")
                .put("partnerUserId", "")
                .put("resultCode", state.resultCode)
                .put("message", state.message);
        var refunds = answer.putArray("refundTrans");
        for (var refund : charge.refunds()) {
            refunds.addObject()
                    .put("orderId", refund.id())
                    .put("amount", refund.amount())
                    .put("resultCode", OK)
                    .put("transId", refund.transId())
                    .put("createdTime", refund.at().toInstant().toEpochMilli());
        }
    }

    private void refund(ObjectNode answer, JsonNode message) {
        long amount = amount(message);
        if (!message.path("transId").isIntegralNumber()) {
            throw new Refused(FORMAT, "transId must be a number.");
        }
        charges.alone(() -> {
            var charge = charges.byTransaction(message.get("transId").asLong())
                    .orElseThrow(() -> new Refused(NO_ORDER, "There is no such transaction."));
            var refund = isNew(message) ? give(charge, message, amount) : given(charge, text(message, "orderId"));
            answer.put("transId", refund.transId()).put("resultCode", OK).put("message", "Successful.");
            return refund;
        });
    }

    private Charge.Refund give(Charge charge, JsonNode message, long amount) {
        if (charge.state() != Charge.State.PAID) {
            throw new Refused(REFUND_REFUSED, "This order was not paid.");
        }
        if (charge.refunded() == charge.taken()) {
            throw new Refused(REFUNDED_ALREADY, "All of it was given back already.");
        }
        if (charge.refunded() + amount > charge.taken()) {
            throw new Refused(REFUND_REFUSED, "That is more than is left of the payment.");
        }
        return charges.refund(
                charge,
                Json.object()
                        .put("orderId", text(message, "orderId"))
                        .put("requestId", text(message, "requestId"))
                        .put("amount", amount)
                        .put("description", optional(message, "description", ""))
                        .put("signature", text(message, "signature")));
    }

    private static Charge.Refund given(Charge charge, String id) {
        return charge.refunds().stream()
                .filter(refund -> refund.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Refused(DUPLICATE_REQUEST, "requestId was used before."));
    }

    /** False for the same request sent again; refuses ids that another request has used. */
    private boolean isNew(JsonNode message) {
        var orderId = text(message, "orderId");
        var before = charges.request(text(message, "requestId"));
        if (before != null) {
            if (before.equals(new Charges.Request(orderId, text(message, "signature")))) {
                return false;
            }
            throw new Refused(DUPLICATE_REQUEST, "requestId was used before.");
        }
        if (charges.find(orderId).isPresent() || charges.isRefund(orderId)) {
            throw new Refused(DUPLICATE_ORDER, "orderId was used before.");
        }
        return true;
    }

    private static long amount(JsonNode message) {
        var amount = message.get("amount");
        if (amount == null || !amount.isIntegralNumber() || !amount.canConvertToLong()) {
            throw new Refused(21, "amount must be a whole number of đồng.");
        }
        if (amount.asLong() < LEAST || amount.asLong() > MOST) {
            throw new Refused(AMOUNT, "amount must be between " + LEAST + " and " + MOST + ".");
        }
        return amount.asLong();
    }

    private static void id(JsonNode message, String field) {
        var id = text(message, field);
        if (id.length() > 50 || !ID.matcher(id).matches()) {
            throw new Refused(FORMAT, field + " has at most 50 letters, digits and - _ . between them.");
        }
    }

    private static String text(JsonNode message, String field) {
        var text = optional(message, field, null);
        if (text == null || text.isEmpty()) {
            throw new Refused(FORMAT, field + " is missing.");
        }
        return text;
    }

    @org.jspecify.annotations.NullUnmarked
    private static String optional(JsonNode message, String field, @Nullable String otherwise) {
        var value = message.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isString() || value.asString().length() > LONGEST_TEXT) {
            throw new Refused(FORMAT, field + " must be a text of at most " + LONGEST_TEXT + " signs.");
        }
        return value.asString();
    }
}
