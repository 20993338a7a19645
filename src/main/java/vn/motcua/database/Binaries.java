package vn.motcua.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs, unpacked from the jar that carries them to {@code DATA/pg/<version>} (0700). */
record Binaries(Path home, int major) {

    /** The version stands in the jar's name only. */
    private static final Pattern VERSION = Pattern.compile("-(\\d+)(\\.\\d+)+\\.jar!");

    static Binaries unpacked(DataDirectory data) {
        var archive = archive();
        var match = VERSION.matcher(archive.toString());
        if (!match.find()) {
            throw new IllegalStateException("No version in " + archive);
        }
        var version = match.group().replaceAll("^-|\\.jar!$", "");
        var home = data.folder("pg").resolve(version);
        if (!Files.isDirectory(home)) {
            try {
                unpack(archive, home);
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be unpacked to " + home, e);
            }
        }
        return new Binaries(home, Integer.parseInt(match.group(1)));
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static URL archive() {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = Binaries.class.getResource("/postgres-linux-" + machine + ".txz");
        if (archive == null) {
            throw new StartRefused(
                    "This build carries no PostgreSQL for %s %s: build with the matching profile, or set "
                                    .formatted(System.getProperty("os.name"), machine)
                            + "motcua.database.url to a PostgreSQL 16 or newer.");
        }
        return archive;
    }

    /** Beside first, then moved into place in one step, so that a kill in the middle leaves nothing half done. */
    private static void unpack(URL archive, Path home) throws IOException {
        var beside = Files.createTempDirectory(
                home.getParent(),
                "unpack",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = beside.resolve(entry.getName()).normalize();
                if (!target.startsWith(beside) || target.toString().endsWith(".a")) {
                    continue;
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
                    }
                }
            }
        }
        Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
