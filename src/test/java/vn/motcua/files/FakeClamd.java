package vn.motcua.files;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A virus scanner that speaks zINSTREAM and knows one virus, the EICAR test file. Can be silent. */
final class FakeClamd implements AutoCloseable {

    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    final AtomicInteger asked = new AtomicInteger();
    volatile String forced = "";
    private final ServerSocket door;
    private volatile boolean silent;

    FakeClamd() throws IOException {
        this(0);
    }

    FakeClamd(int port) throws IOException {
        door = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    FakeClamd silent() {
        silent = true;
        return this;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            if (door.isClosed()) {
                return; // came in while the door closed
            }
            var in = new DataInputStream(caller.getInputStream());
            var command = in.readNBytes(10);
            if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                caller.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
                return;
            }
            var content = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            asked.incrementAndGet();
            if (silent) {
                Thread.sleep(60_000);
            }
            boolean found = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
            var word = !forced.isEmpty() ? forced : found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
            caller.getOutputStream().write((word + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | InterruptedException e) {
            // the caller went away
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
