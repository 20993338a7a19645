package vn.motcua.sandbox.momo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 of MoMo v2 over {@code key=value} pairs in an order of its own for each message, values as they are. Written
 * for the sandbox alone: the portal has its own, so that a mistake in one shows at the other.
 */
final class MomoSignature {

    static final String CREATE =
            "accessKey amount extraData ipnUrl orderId orderInfo partnerCode redirectUrl requestId requestType";
    static final String QUERY = "accessKey orderId partnerCode requestId";
    static final String REFUND = "accessKey amount description orderId partnerCode requestId transId";
    static final String NOTICE = "accessKey amount extraData message orderId orderInfo orderType partnerCode payType"
            + " requestId responseTime resultCode transId";

    private MomoSignature() {}

    /** The signature in small hexadecimal letters; a value that is missing counts as empty. */
    static String of(String order, Map<String, String> values, String secretKey) {
        var raw = Stream.of(order.split(" "))
                .map(key -> key + "=" + values.getOrDefault(key, ""))
                .collect(Collectors.joining("&"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(raw.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** Compares in a time that tells nothing. */
    static boolean matches(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
