package vn.motcua.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * What the portal and the outside world know of each other, in {@code DATA/secrets/sandbox.properties} (0600). Made by
 * whichever of the two starts first; no value is the same on two machines.
 *
 * @param control opens the portal's routes for the sandbox
 * @param smppPassword at most 8 signs, as SMPP 3.4 wants
 */
public record Secrets(
        String control,
        String momoPartnerCode,
        String momoAccessKey,
        String momoSecretKey,
        Smpp smpp) {

    /** An account at the SMS centre. */
    public record Smpp(String systemId, String password) {}

    /** The folder is the portal's data directory. */
    public static Secrets in(Path data) throws IOException {
        var file = data.resolve("secrets").resolve("sandbox.properties");
        if (!Files.exists(file)) {
            make(file);
        }
        var values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return new Secrets(
                value(values, "control.secret", file),
                value(values, "momo.partner-code", file),
                value(values, "momo.access-key", file),
                value(values, "momo.secret-key", file),
                new Smpp(value(values, "smpp.system-id", file), value(values, "smpp.password", file)));
    }

    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var text =
                """
                # Between the portal and its sandbox; both read it. Delete it with the data directory only.
                control.secret=%s
                momo.partner-code=MOTCUA
                momo.access-key=%s
                momo.secret-key=%s
                smpp.system-id=motcua
                smpp.password=%s
                """
                        .formatted(random(32), random(8), random(16), random(4));
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var made = Files.createTempFile(folder, "sandbox", ".new", owner);
        Files.writeString(made, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, made); // whole or not at all, and the first of two wins
        } catch (FileAlreadyExistsException _) {
            // the portal was faster
        } finally {
            Files.delete(made);
        }
    }

    private static String value(Properties values, String key, Path file) throws IOException {
        var value = values.getProperty(key, "");
        if (value.isBlank()) {
            throw new IOException(file + " has no value for " + key + ".");
        }
        return value.strip();
    }

    private static String random(int bytes) {
        var value = new byte[bytes];
        new SecureRandom().nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
