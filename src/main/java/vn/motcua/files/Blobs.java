package vn.motcua.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.keys.Keys;

/**
 * Bytes on the disk, found by what they hold: encrypted (AES-256-GCM), named by a keyed digest, because the plain SHA-256 of
 * a paper with few possible contents would tell what it says. Each content has a key of its own, so one nonce serves, and
 * two nodes that write the same content write the same file.
 */
@Component
class Blobs {

    private static final byte VERSION = 1;
    private static final int TAG_BITS = 128;
    /** Put behind the name of a blob that no row speaks of, a while before it is deleted. */
    static final String LEAVING = ".leaving";

    private final Path root;
    private final byte[] nameKey;
    private final byte[] contentKey;

    Blobs(Keys keys, @Value("${motcua.data:var}") Path data) {
        this.root = data.resolve("files").toAbsolutePath();
        this.nameKey = keys.secret("files.name");
        this.contentKey = keys.secret("files.content");
        inDisk(() -> Files.createDirectories(
                root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
    }

    /** Keeps the content; when this returns it lies on the disk, name and all. Returns the blob's name. */
    byte[] put(byte[] sha256, byte[] content) {
        var name = hmac(nameKey, sha256);
        var path = path(name);
        inDisk(() -> {
            if (!refreshed(path)) {
                write(path, sha256, content);
            }
            return path;
        });
        return name;
    }

    byte[] get(byte[] name, byte[] sha256) {
        var path = path(name);
        byte[] stored;
        try {
            stored = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            stored = inDisk(() -> Files.readAllBytes(leaving(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("A file on the disk cannot be read: " + path, e);
        }
        try {
            if (stored.length <= 1 + TAG_BITS / 8 - 1 || stored[0] != VERSION) {
                throw new IllegalStateException("A file on the disk is cut short or of an unknown kind: " + path);
            }
            return cipher(Cipher.DECRYPT_MODE, sha256).doFinal(stored, 1, stored.length - 1);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("A file on the disk was changed, or its key is another one: " + path);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void delete(byte[] name) {
        inDisk(() -> Files.deleteIfExists(path(name)));
        inDisk(() -> Files.deleteIfExists(leaving(path(name))));
    }

    Path path(byte[] name) {
        var hex = HexFormat.of().formatHex(name);
        return part(Integer.parseInt(hex.substring(0, 2), 16)).resolve(hex);
    }

    /** One of the 256 directories over which the blobs are spread. */
    Path part(int number) {
        return root.resolve(HexFormat.of().toHexDigits((byte) number));
    }

    static Path leaving(Path blob) {
        return blob.resolveSibling(blob.getFileName() + LEAVING);
    }

    /** What the disk's own clock says; ages on the disk are counted by it and by no other. */
    FileTime diskTime() {
        return inDisk(() -> {
            var probe = Files.createTempFile(root, "now", ".tmp");
            var time = Files.getLastModifiedTime(probe);
            Files.delete(probe);
            return time;
        });
    }

    /** True when the blob is there already; it then counts as new again, so that the sweep leaves it alone. */
    private boolean refreshed(Path path) throws IOException {
        try {
            Files.setLastModifiedTime(path, diskTime());
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void write(Path path, byte[] sha256, byte[] content) throws IOException {
        var directory = java.util.Objects.requireNonNull(path.getParent());
        var fresh = Files.notExists(directory);
        Files.createDirectories(directory);
        var beside = directory.resolve(UUID.randomUUID() + ".tmp");
        try (var out = FileChannel.open(beside, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            var bytes = ByteBuffer.wrap(encrypted(sha256, content));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(beside, path, ATOMIC_MOVE);
        force(directory);
        if (fresh) {
            force(root);
        }
    }

    private byte[] encrypted(byte[] sha256, byte[] content) {
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, sha256);
            var out = ByteBuffer.allocate(1 + cipher.getOutputSize(content.length))
                    .put(VERSION);
            cipher.doFinal(ByteBuffer.wrap(content), out);
            return out.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] sha256) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = new SecretKeySpec(hmac(contentKey, sha256), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, new byte[12])); // this key never meets another content
        return cipher;
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void force(Path directory) throws IOException {
        try (var entry = FileChannel.open(directory)) {
            entry.force(true);
        }
    }

    private interface OnDisk<T> {
        T act() throws IOException;
    }

    private static <T> T inDisk(OnDisk<T> act) {
        try {
            return act.act();
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of files cannot be used: " + e.getMessage(), e);
        }
    }
}
