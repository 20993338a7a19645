package vn.motcua.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Everything that one portal keeps: its cluster, its files and its secrets. Nobody but the portal's user may read it. */
public record DataDirectory(Path root) {

    static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int SECRET_BYTES = 24;

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path cluster() {
        return root.resolve("pg-data");
    }

    public Path file(String name) {
        return root.resolve(name);
    }

    /** A folder in it, made with mode 0700 where it is missing. */
    public Path folder(String name) {
        try {
            privateFolder(root);
            return privateFolder(root.resolve(name));
        } catch (IOException e) {
            throw new StartRefused("%s cannot be written: start as the user who owns it, or choose another --data."
                    .formatted(root.resolve(name)));
        }
    }

    static Path privateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PRIVATE_FOLDER);
        }
        return folder;
    }

    /** Random secrets by name in {@code secrets/FILE.properties} (0600); those that are missing are made. */
    public Properties secrets(String file, List<String> names) {
        var path = folder("secrets").resolve(file + ".properties");
        try {
            var secrets = new Properties();
            if (Files.exists(path)) {
                try (var in = Files.newInputStream(path)) {
                    secrets.load(in);
                }
            }
            if (!secrets.stringPropertyNames().containsAll(names)) {
                names.forEach(name -> secrets.putIfAbsent(name, random()));
                write(path, secrets);
            }
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, Properties secrets) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PRIVATE));
        try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                var out = java.nio.channels.Channels.newOutputStream(channel)) {
            secrets.store(out, "Made at the first start. Never in a backup, never in a repository.");
            out.flush();
            channel.force(true);
        }
        Files.move(fresh, path, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Holds the directory for this process until closed; the system lets go of it when the process dies, however it dies.
     * Refuses when another portal or the operator's tool holds it.
     */
    public Hold hold() {
        folder("secrets");
        try {
            var channel =
                    FileChannel.open(root.resolve("portal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse();
            }
            return new Hold(channel);
        } catch (java.nio.channels.OverlappingFileLockException e) {
            throw inUse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a portal (or the operator's tool, working alone) is at work on it. */
    public boolean isHeld() {
        if (!Files.exists(root.resolve("portal.lock"))) {
            return false;
        }
        try (var hold = hold()) {
            return hold == null;
        } catch (StartRefused e) {
            return true;
        }
    }

    private StartRefused inUse() {
        return new StartRefused(
                "%s is in use by another portal or by bin/motcua: stop that one first, or choose another --data."
                        .formatted(root));
    }

    /** Proof that this process alone works on the directory. */
    public record Hold(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
