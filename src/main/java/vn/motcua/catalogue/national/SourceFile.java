package vn.motcua.catalogue.national;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of records: JSON Lines, one JSON object or a JSON array of them; also compressed by gzip. Read as a stream; what
 * cannot be read is said and passed over.
 */
final class SourceFile {

    /** The longest line of the real file has 90,000 bytes. */
    static final int MAX_LINE = 4 << 20;

    /** A file that is not lines is held in memory whole; nobody's portal answers more at once. */
    static final int MAX_WHOLE = 64 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;

    /** @param line 1, 2, 3 …; in an array the place of the element */
    record Element(int line, JsonNode tree) {}

    /** @param why a sentence for the operator */
    record Broken(int line, String why) {}

    SourceFile(Path path) {
        this.path = path;
    }

    /** How many bytes have been read of how many; for the progress bar. */
    interface Progress {
        void at(long bytes, long of);
    }

    void read(Consumer<Element> good, Consumer<Broken> bad, Progress progress) throws IOException {
        long size = Files.size(path);
        try (var counted = new Counted(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
                var bytes = plain(counted)) {
            int number = 0;
            while (true) {
                var line = line(bytes);
                if (line == null) {
                    break;
                }
                number++;
                progress.at(counted.read, size);
                if (number == 1 && isWhole(line)) {
                    whole(line, bytes, good, bad);
                    break;
                }
                one(number, line, good, bad);
            }
            progress.at(size, size);
        }
    }

    private static InputStream plain(Counted raw) throws IOException {
        raw.mark(2);
        boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    /** Without its end; null at the end of the file; cut, and so broken, where it is longer than anything real. */
    private static byte @Nullable [] line(InputStream bytes) throws IOException {
        var line = new ByteArrayOutputStream(1 << 14);
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (line.size() <= MAX_LINE) {
                line.write(next);
            }
        }
        return line.toByteArray();
    }

    /** A file that begins with a bracket, or with a brace that its own line does not close. */
    private static boolean isWhole(byte[] first) {
        var text = new String(first, StandardCharsets.UTF_8).strip();
        return text.startsWith("[") || text.equals("{") || text.startsWith("{") && !text.endsWith("}");
    }

    private static void whole(byte[] first, InputStream rest, Consumer<Element> good, Consumer<Broken> bad)
            throws IOException {
        var all = new ByteArrayOutputStream();
        all.write(first);
        all.write('\n');
        all.write(rest.readNBytes(MAX_WHOLE));
        if (rest.read() >= 0) {
            bad.accept(new Broken(1, "the file is one JSON document of more than 64 MB: give one record a line"));
            return;
        }
        try {
            var tree = JSON.readTree(all.toByteArray());
            int number = 0;
            for (var element : tree.isArray() ? tree : JSON.createArrayNode().add(tree)) {
                good.accept(new Element(++number, element));
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            bad.accept(new Broken(at == null ? 1 : at.getLineNr(), "not JSON: " + e.getOriginalMessage()));
        }
    }

    private static void one(int number, byte[] line, Consumer<Element> good, Consumer<Broken> bad) {
        if (line.length > MAX_LINE) {
            bad.accept(new Broken(number, "longer than 4 MB"));
            return;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            if (text.isBlank()) {
                return;
            }
            good.accept(new Element(number, JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text)));
        } catch (CharacterCodingException _) {
            bad.accept(new Broken(number, "not UTF-8"));
        } catch (JacksonException e) {
            bad.accept(new Broken(number, "not JSON: " + e.getOriginalMessage()));
        }
    }

    /** Counts what was read, before it is unpacked. */
    private static final class Counted extends InputStream {
        private final InputStream from;
        private long read;
        private long marked;

        Counted(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            int next = from.read();
            read += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = from.read(into, offset, length);
            read += Math.max(0, count);
            return count;
        }

        @Override
        public void mark(int limit) {
            from.mark(limit);
            marked = read;
        }

        @Override
        public void reset() throws IOException {
            from.reset();
            read = marked;
        }

        @Override
        public boolean markSupported() {
            return true;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
