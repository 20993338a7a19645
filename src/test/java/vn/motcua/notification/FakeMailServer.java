package vn.motcua.notification;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that speaks as much of RFC 5321 as a client needs, refuses {@code nobody@…} and keeps what it takes. */
final class FakeMailServer implements AutoCloseable {

    final List<MimeMessage> received = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();
    final int port;
    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    FakeMailServer() {
        try {
            socket = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = socket.getLocalPort();
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    var client = socket.accept();
                    open.add(client);
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(client));
                }
            } catch (IOException e) {
                // closed
            }
        });
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            say(client, "220 fake");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.split(" ")[0].toUpperCase(java.util.Locale.ROOT);
                if (word.equals("DATA")) {
                    say(client, "354 go on");
                    take(in);
                    say(client, "250 taken");
                } else if (line.toLowerCase(java.util.Locale.ROOT).startsWith("rcpt to:<nobody@")) {
                    say(client, "550 no such mailbox");
                } else {
                    say(client, word.equals("QUIT") ? "221 bye" : "250 OK");
                }
            }
        } catch (Exception e) {
            // the client is gone
        }
    }

    private void take(BufferedReader in) throws Exception {
        var text = new StringBuilder();
        for (var line = in.readLine(); !line.equals("."); line = in.readLine()) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        received.add(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var client : open) {
            client.close();
        }
    }
}
