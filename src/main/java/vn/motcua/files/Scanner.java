package vn.motcua.files;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks a virus scanner by clamd's protocol (zINSTREAM: chunks with a four-byte length, a zero at the end). Written here
 * because the client library knows no time-outs: a scanner that hangs must hold a file, not a request.
 */
@Component
class Scanner {

    enum Word {
        CLEAN,
        INFECTED,
        /** Nobody answered, or not with a word that we know: the file is held and asked about again. */
        NO_ANSWER
    }

    private static final Logger LOG = LoggerFactory.getLogger(Scanner.class);
    private static final int CHUNK = 64 * 1024;
    private static final int MAX_ANSWER = 4096;

    private final FilesSettings settings;

    Scanner(FilesSettings settings) {
        this.settings = settings;
    }

    Word scan(byte[] content) {
        long end = System.nanoTime() + settings.scannerAnswer().toNanos();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.scannerHost(), settings.scannerPort()), (int)
                    settings.scannerConnect().toMillis());
            send(socket, content);
            return word(answer(socket, end));
        } catch (IOException e) {
            LOG.warn(
                    "The virus scanner at {}:{} does not answer ({}); files are held until it does",
                    settings.scannerHost(),
                    settings.scannerPort(),
                    e.toString());
            return Word.NO_ANSWER;
        }
    }

    private static void send(Socket socket, byte[] content) throws IOException {
        try {
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                int length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
        } catch (IOException e) {
            // A scanner may speak and close before it has read all; what it said is read next.
            LOG.debug("The virus scanner stopped listening", e);
        }
    }

    private static String answer(Socket socket, long end) throws IOException {
        var said = new StringBuilder();
        var in = socket.getInputStream();
        while (said.length() < MAX_ANSWER) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new IOException("no answer in time");
            }
            socket.setSoTimeout((int) left);
            int sign = in.read();
            if (sign <= 0) {
                break;
            }
            said.append((char) sign);
        }
        return said.toString().strip();
    }

    private static Word word(String answer) {
        if (answer.equals("stream: OK")) {
            return Word.CLEAN;
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return Word.INFECTED;
        }
        LOG.warn("The virus scanner said: {}", answer.isEmpty() ? "nothing" : answer);
        return Word.NO_ANSWER;
    }
}
