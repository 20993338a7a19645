package vn.motcua.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

class ClamdTest {

    private static final String VIRUS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    Path data;

    private World world;

    @BeforeEach
    void open() throws IOException {
        world = new World(data);
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    @Test
    void commandsAreAnsweredInTheFormInWhichTheyCame() throws IOException {
        assertThat(ask("zPING\0")).isEqualTo("PONG\0");
        assertThat(ask("nPING\n")).isEqualTo("PONG\n");
        assertThat(ask("PING\n")).isEqualTo("PONG\n");
        assertThat(ask("zVERSION\0")).startsWith("ClamAV");
        assertThat(ask("zRELOAD\0")).isEqualTo("UNKNOWN COMMAND\0");
    }

    @Test
    void virusIsFoundWhereverTheChunksAreCut() throws IOException {
        for (int cut = 1; cut < VIRUS.length(); cut += 7) {
            assertThat(scan("a".repeat(40_000) + VIRUS.substring(0, cut), VIRUS.substring(cut) + "b"))
                    .isEqualTo("stream: Win.Test.EICAR_HDB-1 FOUND\0");
        }
        assertThat(scan("a".repeat(40_000), VIRUS.substring(1))).isEqualTo("stream: OK\0");
        assertThat(scan()).isEqualTo("stream: OK\0");
    }

    @Test
    void clientThatThePortalUsesIsServed() {
        var client = new ClamavClient("127.0.0.1", world.sandbox.ports().clamd());

        client.ping();
        assertThat(client.scan(new ByteArrayInputStream(VIRUS.getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(ScanResult.VirusFound.class);
        assertThat(client.scan(new ByteArrayInputStream(new byte[200_000]))).isEqualTo(ScanResult.OK.INSTANCE);
    }

    @Test
    void scannerThatIsDownSaysNothing() throws IOException {
        world.fault("scanner", "down", 1, 0);

        assertThat(scan("x")).isEmpty();
        assertThat(scan("x")).isEqualTo("stream: OK\0");
    }

    private String scan(String... chunks) throws IOException {
        try (var socket = connected()) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (var chunk : chunks) {
                out.writeInt(chunk.length());
                out.write(chunk.getBytes(StandardCharsets.US_ASCII));
            }
            out.writeInt(0);
            return answer(socket);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    private String ask(String command) throws IOException {
        try (var socket = connected()) {
            socket.getOutputStream().write(command.getBytes(StandardCharsets.US_ASCII));
            return answer(socket);
        }
    }

    private Socket connected() throws IOException {
        return new Socket("127.0.0.1", world.sandbox.ports().clamd());
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
