package vn.motcua.keys;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key over all keys: 32 bytes in a file that only its owner may read, or from the environment. */
@Component
class MasterKey {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final @Nullable String given;
    private final Path file;

    MasterKey(KeysSettings settings, @Value("${motcua.data:var}") Path data) {
        this.given = settings.master();
        this.file = settings.file() != null ? settings.file() : data.resolve("secrets/master.key");
    }

    /** The master key as it stands, empty where there is none yet. */
    Optional<byte[]> read() {
        if (given != null && !given.isBlank()) {
            return Optional.of(decode(given, "the environment (MOTCUA_KEYS_MASTER)"));
        }
        try {
            var permissions = Files.getPosixFilePermissions(file);
            if (!OWNER_ONLY.containsAll(permissions)) {
                throw new KeysUnusable("The master key " + file + " can be read by others (its permissions are "
                        + PosixFilePermissions.toString(permissions) + "); run: chmod 600 " + file);
            }
            return Optional.of(decode(Files.readString(file), file.toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KeysUnusable("The master key " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** Makes the file, whole or not at all: written beside, then linked, so that of two nodes one makes it and both read it. */
    byte[] make() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        try {
            var directory =
                    java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var beside = directory.resolve(
                    file.getFileName() + "." + ProcessHandle.current().pid());
            Files.deleteIfExists(beside);
            try (var out = FileChannel.open(
                    beside, EnumSet.of(CREATE_NEW, WRITE), PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
                out.write(ByteBuffer.wrap((Base64.getEncoder().encodeToString(fresh) + "\n").getBytes()));
                out.force(true);
            }
            try {
                Files.createLink(file, beside);
            } catch (FileAlreadyExistsException e) {
                // another node was faster, and its key is the one that counts
            } finally {
                Files.delete(beside);
            }
            try (var entry = FileChannel.open(directory)) {
                entry.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The master key " + file + " cannot be written", e);
        }
        return read().orElseThrow();
    }

    /** Where it is looked for, for a sentence to the operator. */
    @Override
    public String toString() {
        return given != null && !given.isBlank() ? "MOTCUA_KEYS_MASTER" : file.toString();
    }

    private static byte[] decode(String text, String source) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the text itself
        }
        throw new KeysUnusable("The master key from " + source + " is not 32 bytes in Base64; put the right one back.");
    }
}
