package vn.motcua.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.time.DueWork;

/**
 * Clears the disk of blobs that no row speaks of: a process that died between blob and row leaves some. A few of 256
 * directories each hour, all within a day. In two steps, so that a blob which is taken up again in the same moment is never
 * lost: first it is put aside (and still found), and only a day later deleted, when there is still no row.
 */
@Component
class SweepBlobs implements DueWork {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int PARTS = 11; // of 256, so that all are seen within a day

    /** By the disk's own clock; a request lasts seconds. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(SweepBlobs.class);

    private final JdbcClient sql;
    private final Blobs blobs;
    private final InstantSource clock;

    SweepBlobs(JdbcClient sql, Blobs blobs, InstantSource clock) {
        this.sql = sql;
        this.blobs = blobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "files.sweep-blobs";
    }

    @Override
    public Optional<Instant> next() {
        return sql.sql("select next_at from files.sweep")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .or(() -> Optional.of(Instant.EPOCH));
    }

    /** The next part is due an hour from now, not from when this one was: hours that nobody was there are not made up for. */
    @Override
    public void run(Instant until) {
        var part = sql.sql("""
                        insert into files.sweep (next_at, part) values (?, 0)
                        on conflict (one) do update set next_at = excluded.next_at, part = (sweep.part + ?) % 256
                        where sweep.next_at <= ? returning part
                        """)
                .params(vn.motcua.files.Files.utc(clock.instant().plus(EVERY)), PARTS, vn.motcua.files.Files.utc(until))
                .query(Integer.class)
                .optional();
        part.ifPresent(first -> {
            for (int i = 0; i < PARTS; i++) {
                sweep(blobs.part((first + i) % 256), GRACE);
            }
        });
    }

    /** Looks through one directory; what is younger than the grace is left alone. */
    void sweep(Path directory, Duration grace) {
        if (Files.notExists(directory)) {
            return;
        }
        var old = blobs.diskTime().toInstant().minus(grace);
        try (var entries = Files.list(directory)) {
            var candidates = entries.filter(path -> isOlder(path, old)).toList();
            for (int from = 0; from < candidates.size(); from += 1000) {
                sweep(candidates.subList(from, Math.min(candidates.size(), from + 1000)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweep(List<Path> candidates) throws IOException {
        var wanted = wanted(candidates);
        for (var path : candidates) {
            var file = path.getFileName().toString();
            if (file.endsWith(".tmp")) {
                Files.deleteIfExists(path);
            } else if (!file.endsWith(Blobs.LEAVING)) {
                if (!wanted.contains(file)) {
                    Files.setLastModifiedTime(path, blobs.diskTime());
                    Files.move(path, Blobs.leaving(path));
                }
            } else if (wanted.contains(name(path))) {
                Files.move(path, path.resolveSibling(name(path)));
            } else {
                Files.deleteIfExists(path);
                LOG.info("Deleted a blob without a file: {}", name(path));
            }
        }
    }

    private Set<String> wanted(List<Path> candidates) {
        var names = candidates.stream()
                .map(SweepBlobs::name)
                .filter(name -> name.matches("[0-9a-f]{64}"))
                .map(HexFormat.of()::parseHex)
                .toArray(byte[][]::new);
        return new HashSet<>(sql.sql("select distinct encode(blob, 'hex') from files.file where blob = any(?)")
                .param(names)
                .query(String.class)
                .list());
    }

    private static String name(Path path) {
        var file = path.getFileName().toString();
        return file.endsWith(Blobs.LEAVING) ? file.substring(0, file.length() - Blobs.LEAVING.length()) : file;
    }

    private static boolean isOlder(Path path, Instant old) {
        try {
            return Files.getLastModifiedTime(path).compareTo(FileTime.from(old)) < 0;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
