package vn.motcua.keys;

import org.springframework.stereotype.Repository;

/**
 * Secret keys by name and purpose. Each is a row, encrypted (AES-256-GCM) under the master key of
 * {@code DATA/secrets/master.key}; made on first use under an advisory lock, so that two nodes never make two.
 */
@Repository
public class Keys {

    /** A random key of 32 bytes for one purpose, as in {@code files.content}; the same for ever, on every node. */
    public byte[] secret(String name) {
        throw new UnsupportedOperationException("to be written by the keys room");
    }

    /** Encrypts under the named secret (AES-256-GCM, random nonce first). */
    public byte[] encrypt(String name, byte[] plain) {
        throw new UnsupportedOperationException("to be written by the keys room");
    }

    /** Decrypts what {@link #encrypt} made; refuses changed bytes with an {@link IllegalStateException}. */
    public byte[] decrypt(String name, byte[] sealed) {
        throw new UnsupportedOperationException("to be written by the keys room");
    }

    /** An EC P-256 key pair for one purpose ({@code identity.token}), made on first use, wrapped like the rest. */
    public java.security.KeyPair pair(String name) {
        throw new UnsupportedOperationException("to be written by the keys room");
    }
}
