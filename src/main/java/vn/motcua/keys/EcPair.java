package vn.motcua.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** An EC P-256 key pair as bytes: the length of the public part, the public part (X.509), the private part (PKCS #8). */
final class EcPair {

    private EcPair() {}

    static byte[] fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var open = pair.getPublic().getEncoded();
            var closed = pair.getPrivate().getEncoded();
            return ByteBuffer.allocate(4 + open.length + closed.length)
                    .putInt(open.length)
                    .put(open)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair decode(byte[] bytes) {
        try {
            var buffer = ByteBuffer.wrap(bytes);
            var open = new byte[buffer.getInt()];
            buffer.get(open);
            var closed = new byte[buffer.remaining()];
            buffer.get(closed);
            var factory = KeyFactory.getInstance("EC");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(open)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(closed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
