package vn.motcua.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import vn.motcua.shared.Problem;

/**
 * A file on its way in: read, not yet believed. It holds one of the places for files in memory; close it.
 *
 * @param sha256 of the content; also the digest that stands for a request's body
 */
public record Upload(String name, byte[] content, byte[] sha256, Runnable free) implements AutoCloseable {

    static Upload read(String name, InputStream in, long maxBytes, Runnable free) {
        byte[] content;
        try {
            content = in.readNBytes((int) (maxBytes + 1));
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.MALFORMED, "files.upload.broken-off");
        }
        if (content.length > maxBytes) {
            throw Problem.of(Problem.Kind.TOO_LARGE, "files.upload.too-large", maxBytes / 1024 / 1024);
        }
        if (content.length == 0) {
            throw Problem.invalid("file", "files.upload.empty");
        }
        return new Upload(name, content, sha256(content), free);
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        free.run();
    }
}
