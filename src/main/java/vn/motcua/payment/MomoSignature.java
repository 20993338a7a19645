package vn.motcua.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** MoMo v2's signatures: HMAC-SHA256, lower-case hexadecimal, over the fields in the order that each message fixes. */
final class MomoSignature {

    static final List<String> CREATE = List.of(
            "accessKey",
            "amount",
            "extraData",
            "ipnUrl",
            "orderId",
            "orderInfo",
            "partnerCode",
            "redirectUrl",
            "requestId",
            "requestType");
    static final List<String> QUERY = List.of("accessKey", "orderId", "partnerCode", "requestId");
    static final List<String> NOTICE = List.of(
            "accessKey",
            "amount",
            "extraData",
            "message",
            "orderId",
            "orderInfo",
            "orderType",
            "partnerCode",
            "payType",
            "requestId",
            "responseTime",
            "resultCode",
            "transId");

    private MomoSignature() {}

    /** The text that is signed: values as they are, not URL-encoded; a missing field counts as empty. */
    static String raw(List<String> order, Map<String, String> fields) {
        return order.stream()
                .map(name -> name + "=" + fields.getOrDefault(name, ""))
                .collect(Collectors.joining("&"));
    }

    static String sign(String secret, String raw) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in constant time. */
    static boolean fits(String secret, String raw, String signature) {
        return MessageDigest.isEqual(
                sign(secret, raw).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
