package vn.motcua.identity.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.util.function.SingletonSupplier;

/** Our mark on words that leave the house and come back (HMAC-SHA256), made with a key that never does. */
public final class Stamp {

    private final Supplier<SecretKeySpec> key;

    /** The key is fetched on first use. */
    public Stamp(Supplier<byte[]> key) {
        this.key = SingletonSupplier.of(() -> new SecretKeySpec(key.get(), "HmacSHA256"));
    }

    /** 32 bytes; the parts are counted, so that "ab" + "c" is not "a" + "bc". */
    public byte[] bytes(String... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key.get());
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    public String text(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(parts));
    }

    /** Whether the text is our mark on the parts; takes as long for a wrong one as for a right one. */
    public boolean fits(String text, String... parts) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), text(parts).getBytes(StandardCharsets.UTF_8));
    }
}
