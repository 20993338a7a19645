package vn.motcua.catalogue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/**
 * All procedures in force as files that anybody may take and use: printed into temporary files, one procedure at a time, when
 * somebody asks for them for the first time after the catalogue or the day has changed. The same catalogue makes the same
 * bytes on every node.
 */
@Component
public class OpenData implements DisposableBean {

    /** As its publisher names it. */
    public static final String LICENCE = "CC BY 4.0";

    public static final String LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/";

    /**
     * One printed file.
     *
     * @param packed the same, compressed with gzip
     * @param tag names the content: the same for the same bytes
     */
    public record Print(Path plain, Path packed, String tag) {

        /** Open, it can be read to its end even when a newer one takes its place. */
        public Printed open(boolean compressed) throws IOException {
            var path = compressed ? packed : plain;
            var stream = Files.newInputStream(path);
            return new Printed(stream, Files.size(path), compressed ? tag + "-gzip" : tag);
        }

        public long bytes() {
            return plain.toFile().length();
        }
    }

    public record Printed(java.io.InputStream stream, long bytes, String tag) {}

    /**
     * Both files of one moment.
     *
     * @param changed when something in them last changed: a version was published, began or ended
     */
    public record Edition(Print json, Print csv, Instant changed, int procedures) {}

    /** One procedure as JSON, with when it last changed. */
    public record Single(byte[] json, String tag, Instant changed) {}

    /** Of what catalogue and day the edition is; an old catalogue is not kept alive by it. */
    private record Made(WeakReference<Catalogue> of, LocalDate day, Edition edition, Path folder) {}

    private final Published published;
    private final JdbcClient sql;
    private final InstantSource clock;
    private @Nullable Made made;
    private @Nullable Path last;

    OpenData(Published published, JdbcClient sql, InstantSource clock) {
        this.published = published;
        this.sql = sql;
        this.clock = clock;
    }

    /** The files of now; whoever comes first after a change waits until they are printed. */
    public synchronized Edition edition() {
        var catalogue = published.catalogue();
        var day = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        var known = made;
        if (known != null && known.of().refersTo(catalogue) && known.day().equals(day)) {
            return known.edition();
        }
        try {
            var folder = Files.createTempDirectory("motcua-open-data");
            var edition = print(catalogue, day, folder);
            forget(last); // one edition longer than it is current, for those who just asked for it
            last = known == null ? null : known.folder();
            made = new Made(new WeakReference<>(catalogue), day, edition, folder);
            return edition;
        } catch (IOException e) {
            throw new UncheckedIOException("The open data cannot be printed", e);
        }
    }

    private Edition print(Catalogue catalogue, LocalDate day, Path folder) throws IOException {
        var codes = catalogue.codes().stream()
                .filter(code -> catalogue.line(code, day).isPresent())
                .toList();
        var changed = changed(catalogue, day, catalogue.codes().stream());
        var records = (OpenRecords.Source) () -> codes.stream().map(code -> record(catalogue, code, day));
        return new Edition(
                print(folder.resolve("procedures.json"), out -> OpenRecords.json(records, codes.size(), changed, out)),
                print(folder.resolve("procedures.csv"), out -> OpenRecords.csv(records, out)),
                changed,
                codes.size());
    }

    private OpenRecords.Entry record(Catalogue catalogue, ProcedureCode code, LocalDate day) {
        var procedure = published.whole(catalogue.line(code, day).orElseThrow());
        var offered = catalogue.offered(code).stream()
                .flatMap(id -> catalogue.offering(id, day).stream())
                .toList();
        return OpenRecords.Entry.of(procedure, offered);
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static Print print(Path plain, Writing writing) throws IOException {
        var digest = sha256();
        var packed = plain.resolveSibling(plain.getFileName() + ".gz");
        try (var out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(plain), 1 << 16), digest)) {
            writing.to(out);
        }
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed), 1 << 16)) {
            Files.copy(plain, out);
        }
        return new Print(plain, packed, tag(digest));
    }

    /** The version in force today; empty where there is none. */
    public Optional<Single> procedure(ProcedureCode code) {
        var catalogue = published.catalogue();
        var day = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        return catalogue.line(code, day).map(line -> {
            var json = OpenRecords.json(record(catalogue, code, day));
            var digest = sha256();
            digest.update(json);
            return new Single(json, tag(digest), changed(catalogue, day, Stream.of(code)));
        });
    }

    private Instant changed(Catalogue catalogue, LocalDate day, Stream<ProcedureCode> codes) {
        var chosen = codes.toList();
        var dates = chosen.stream()
                .flatMap(code -> catalogue.versions(code).stream())
                .flatMap(version -> Stream.of(version.effectiveFrom(), version.effectiveTo()))
                .filter(Objects::nonNull)
                .filter(date -> !date.isAfter(day))
                .map(date -> date.atStartOfDay(WorkingTime.ZONE).toInstant());
        return Stream.concat(dates, publishedAt(chosen).stream())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private Optional<Instant> publishedAt(List<ProcedureCode> codes) {
        var only = codes.size() == 1 ? codes.getFirst().value() : null;
        return sql.sql("""
                        select max(published_at) from (
                            select procedure, published_at from catalogue.procedure_version
                            union all
                            select procedure, published_at from catalogue.service_version
                        ) version
                        where ?::text is null or procedure = ?
                        """)
                .param(only)
                .param(only)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tag(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private static void forget(@Nullable Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    @Override
    public synchronized void destroy() throws IOException {
        forget(last);
        forget(made == null ? null : made.folder());
    }
}
