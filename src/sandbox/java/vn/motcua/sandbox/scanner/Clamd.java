package vn.motcua.sandbox.scanner;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.motcua.sandbox.Faults;

/**
 * A virus scanner as clamd answers: PING, VERSION, INSTREAM, IDSESSION, with the prefixes {@code z} (commands end with a
 * zero) and {@code n} (with a line feed). It knows one virus: the test file on which all scanners agree (EICAR).
 */
public final class Clamd implements AutoCloseable {

    private static final int LARGEST_STREAM = 100 * 1024 * 1024;
    private static final int LONGEST_COMMAND = 64;
    private static final String VERSION = "ClamAV 1.4.6/sandbox";
    private static final int IDLE_MS = 120_000;

    /** Put together here, so that no scanner takes our own file for the virus. */
    private static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private final Faults faults;
    private @Nullable ServerSocket socket;

    public Clamd(Faults faults) {
        this.faults = faults;
    }

    /** Begins to listen; answers the port. */
    public int open(int port) throws IOException {
        var opened = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        socket = opened;
        Thread.ofPlatform().name("clamd").daemon().start(() -> listen(opened));
        return opened.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    private void listen(ServerSocket opened) {
        while (true) {
            try {
                var caller = opened.accept();
                Thread.startVirtualThread(() -> serve(caller));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setSoTimeout(IDLE_MS);
            var in = new DataInputStream(new BufferedInputStream(caller.getInputStream(), 16_384));
            var session = new Session();
            do {
                answer(caller, in, session);
            } while (session.open);
        } catch (IOException _) {
            // the caller has gone
        }
    }

    private static final class Session {
        private boolean open;
        private int number;
    }

    private void answer(Socket caller, DataInputStream in, Session session) throws IOException {
        int prefix = in.read();
        if (prefix < 0) {
            throw new EOFException();
        }
        boolean marked = prefix == 'z' || prefix == 'n';
        int end = prefix == 'z' ? 0 : '\n';
        var command = (marked ? "" : String.valueOf((char) prefix)) + word(in, end);
        var reply = reply(command, in, session);
        if (reply == null) {
            return;
        }
        var number = session.open ? session.number + ": " : "";
        var out = caller.getOutputStream();
        out.write((number + reply).getBytes(StandardCharsets.UTF_8));
        out.write(end);
        out.flush();
    }

    /** Null when nothing is to be said, which is also how a scanner that is down ends a connection. */
    private @Nullable String reply(String command, DataInputStream in, Session session) throws IOException {
        session.number += session.open ? 1 : 0;
        switch (command) {
            case "IDSESSION" -> {
                session.open = true;
                return null;
            }
            case "END" -> {
                session.open = false;
                return null;
            }
            default -> {
                if (faults.isDown(Faults.Target.SCANNER)) {
                    session.open = false;
                    return null;
                }
            }
        }
        return switch (command) {
            case "PING" -> "PONG";
            case "VERSION" -> VERSION;
            case "VERSIONCOMMANDS" -> VERSION + "| COMMANDS: PING VERSION VERSIONCOMMANDS INSTREAM IDSESSION END";
            case "INSTREAM" -> scan(in);
            default -> "UNKNOWN COMMAND";
        };
    }

    private static String word(InputStream in, int end) throws IOException {
        var word = new ByteArrayOutputStream();
        for (int b = in.read(); b != end && b >= 0; b = in.read()) {
            if (word.size() == LONGEST_COMMAND) {
                throw new IOException("no command is that long");
            }
            word.write(b);
        }
        return word.toString(StandardCharsets.US_ASCII).strip();
    }

    /** Looks through a stream of chunks, each with its length before it, without holding more than one window of it. */
    private static String scan(DataInputStream in) throws IOException {
        var window = new byte[16_384 + EICAR.length];
        int kept = 0;
        long total = 0;
        boolean found = false;
        for (int left = in.readInt(); left != 0; left = in.readInt()) {
            if (left < 0 || (total += left) > LARGEST_STREAM) {
                return "INSTREAM size limit exceeded. ERROR";
            }
            while (left > 0) {
                int read = in.read(window, kept, Math.min(left, window.length - kept));
                if (read < 0) {
                    throw new EOFException();
                }
                left -= read;
                int filled = kept + read;
                found |= contains(window, filled);
                kept = Math.min(filled, EICAR.length - 1);
                System.arraycopy(window, filled - kept, window, 0, kept);
            }
        }
        return found ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK";
    }

    private static boolean contains(byte[] window, int length) {
        for (int i = 0; i + EICAR.length <= length; i++) {
            if (window[i] == EICAR[0] && Arrays.equals(window, i, i + EICAR.length, EICAR, 0, EICAR.length)) {
                return true;
            }
        }
        return false;
    }
}
