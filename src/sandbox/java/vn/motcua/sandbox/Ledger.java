package vn.motcua.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.sandbox.door.Json;

/**
 * What happened in the outside world, one JSON object a line, only ever appended. A line counts once it is on the disk:
 * whoever acknowledges something to the portal waits for that first. Lines that wait together share one flush, so that
 * hundreds of messages a second need few of them. Refuses a file that is broken anywhere but at its end.
 */
public final class Ledger implements AutoCloseable {

    /** What one kind of line means to its owner, told in the order of the file: at the start and after every flush. */
    public interface Reader {
        void read(JsonNode line, long offset);
    }

    private static final int LONGEST_QUEUE = 4096;
    private static final int LONGEST_BATCH = 512;

    private record Waiting(
            byte @Nullable [] line,
            @Nullable LongConsumer written,
            CompletableFuture<Long> done) {}

    private final FileChannel file;
    private final Map<String, List<Reader>> readers = new HashMap<>();
    private final ArrayBlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread writer = new Thread(this::write, "ledger");
    private long end;
    private volatile @Nullable IOException failure;

    /** Opens the file of the folder; a second process on the same folder is refused. */
    public Ledger(Path folder) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve("ledger.jsonl");
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        if (file.tryLock() == null) {
            file.close();
            throw new IOException("Another sandbox works on " + path + ". Stop it, or choose another --data.");
        }
    }

    /** Whoever understands a kind of line says so before {@link #start}. */
    public void reads(String kind, Reader reader) {
        readers.computeIfAbsent(kind, _ -> new ArrayList<>()).add(reader);
    }

    /** Tells all readers what is in the file, cuts off a last line that a crash tore, and begins to write. */
    public void start() throws IOException {
        end = replay();
        file.truncate(end);
        file.position(end);
        writer.start();
    }

    /** Appends a line and comes back when it is on the disk. The readers of its kind have been told by then. */
    public void keep(ObjectNode line) {
        append(line).join();
    }

    /** Appends a line; the future ends when it is on the disk and the readers of its kind have been told. */
    public CompletableFuture<Long> append(ObjectNode line) {
        return put(new Waiting(bytes(line), offset -> tell(line, offset), new CompletableFuture<>()));
    }

    /** Appends a line whose meaning its writer has taken in already; readers are told of it at the next start only. */
    public CompletableFuture<Long> note(ObjectNode line) {
        return put(new Waiting(bytes(line), null, new CompletableFuture<>()));
    }

    /** One line by where it begins. */
    public JsonNode line(long offset) {
        try {
            var bytes = new ByteArrayOutputStream(512);
            var buffer = ByteBuffer.allocate(1024);
            for (long at = offset; ; at += buffer.position()) {
                buffer.clear();
                if (file.read(buffer, at) < 0) {
                    throw new IOException("No whole line at " + offset);
                }
                int length = 0;
                while (length < buffer.position() && buffer.get(length) != '\n') {
                    length++;
                }
                bytes.write(buffer.array(), 0, length);
                if (length < buffer.position()) {
                    return Json.MAPPER.readTree(bytes.toByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until everything appended so far is on the disk. */
    @Override
    public void close() throws IOException {
        put(new Waiting(null, null, new CompletableFuture<>()));
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }

    private CompletableFuture<Long> put(Waiting waiting) {
        try {
            var broken = failure;
            if (broken != null) {
                throw new UncheckedIOException(broken);
            }
            queue.put(waiting);
            return waiting.done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void write() {
        var batch = new ArrayList<Waiting>(LONGEST_BATCH);
        var closed = false;
        while (!closed) {
            batch.clear();
            try {
                batch.add(queue.take());
                queue.drainTo(batch, LONGEST_BATCH - 1);
                flush(batch);
                closed = batch.getLast().line == null;
            } catch (IOException e) {
                failure = e;
                batch.forEach(waiting -> waiting.done.completeExceptionally(e));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void flush(ArrayList<Waiting> batch) throws IOException {
        var bytes = new ByteArrayOutputStream(16_384);
        for (var waiting : batch) {
            if (waiting.line != null) {
                bytes.write(waiting.line);
            }
        }
        var buffer = ByteBuffer.wrap(bytes.toByteArray());
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        file.force(false);
        for (var waiting : batch) {
            long offset = end;
            end += waiting.line == null ? 0 : waiting.line.length;
            if (waiting.written != null) {
                waiting.written.accept(offset);
            }
            waiting.done.complete(offset);
        }
    }

    /** Where the last whole line ends. */
    private long replay() throws IOException {
        long offset = 0;
        long number = 0;
        var bytes = new ByteArrayOutputStream(1024);
        var in = new BufferedInputStream(Channels.newInputStream(file.position(0)), 1 << 16);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b != '\n') {
                bytes.write(b);
                continue;
            }
            number++;
            if (!understood(bytes.toByteArray(), offset)) {
                if (in.read() >= 0) {
                    throw new IOException("Line " + number + " of the sandbox's ledger.jsonl is broken.");
                }
                return offset;
            }
            offset += bytes.size() + 1;
            bytes.reset();
        }
        return offset;
    }

    private boolean understood(byte[] bytes, long offset) {
        try {
            var line = Json.MAPPER.readTree(bytes);
            tell(line, offset);
            return line.isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    private void tell(JsonNode line, long offset) {
        for (var reader : readers.getOrDefault(line.path("kind").asString(""), List.of())) {
            reader.read(line, offset);
        }
    }

    private static byte[] bytes(ObjectNode line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
