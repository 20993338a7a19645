package vn.motcua.identity.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that means nothing by itself: the browser keeps it, we keep its hash. */
public final class Opaque {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Opaque() {}

    /** 256 random bits in 43 signs that fit a cookie and an address. */
    public static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256; no salt is needed for what is random already. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static int below(int bound) {
        return RANDOM.nextInt(bound);
    }
}
