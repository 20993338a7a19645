package vn.motcua.signing;

import java.util.Map;

/**
 * A room that has public keys for others to verify with offers a bean of this kind; they stand at
 * {@code /.well-known/motcua/} beside the trust anchors.
 */
public interface KeyAnnouncer {

    /** PEM ({@code BEGIN PUBLIC KEY}) by purpose, as in {@code identity.token}. */
    Map<String, String> publicKeys();
}
