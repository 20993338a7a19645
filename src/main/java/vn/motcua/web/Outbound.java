package vn.motcua.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one client for whatever leaves the portal by HTTP. Https to public addresses only: the name is resolved once, the
 * address is looked at, and the connection goes to that very address, so that a name cannot change its mind in between. No
 * redirects, 10 seconds for the whole call, 1 MB. Private addresses, and plain http to them, only where the start-up list
 * {@code motcua.outbound.private} names host and port.
 */
@Component
public class Outbound {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    static final int MAX_BYTES = 1_048_576;

    private final List<String> privates;
    private final Duration limit;

    @Autowired
    Outbound(@Value("${motcua.outbound.private:}") List<String> privates) {
        this(privates, LIMIT);
    }

    Outbound(List<String> privates, Duration limit) {
        this.limit = limit;
        this.privates = privates.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** What came back; a status of 3xx is an answer like any other. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** Thrown where the address may not be called, or did not answer as HTTP says in time and size. */
    public static class Failed extends IOException {
        public Failed(String why) {
            super(why);
        }

        Failed(String why, Throwable cause) {
            super(why, cause);
        }
    }

    public Answer get(URI address, Map<String, String> headers) throws Failed {
        return call("GET", address, headers, new byte[0]);
    }

    public Answer post(URI address, Map<String, String> headers, byte[] body) throws Failed {
        return call("POST", address, headers, body);
    }

    private Answer call(String method, URI address, Map<String, String> headers, byte[] body) throws Failed {
        long end = System.nanoTime() + limit.toNanos();
        var target = target(address);
        try (var line = new Socket()) {
            // Whatever happens, the call is over at its limit: a server that drips bytes cannot hold a thread.
            var guard = Thread.startVirtualThread(() -> closeAt(line, end));
            try (var socket = connect(line, target)) {
                return HttpExchange.of(method, address, headers, body).over(socket);
            } finally {
                guard.interrupt();
            }
        } catch (Failed failed) {
            throw failed;
        } catch (IOException e) {
            throw new Failed("No answer from " + target.host() + ": " + e.getMessage(), e);
        }
    }

    /** Where a call goes: the address is final. */
    private record Target(String host, int port, boolean tls, InetAddress address) {}

    private Target target(URI uri) throws Failed {
        var host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            throw new Failed("An address to call has a host and no user: " + uri);
        }
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        boolean listed = privates.contains(host.toLowerCase(Locale.ROOT) + ":" + port);
        if (!tls && !(listed && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new Failed("Only https is called: " + uri);
        }
        try {
            var address = InetAddress.getByName(host);
            if (!listed && !isPublic(address)) {
                throw new Failed(host + " is not a public address");
            }
            return new Target(host, port, tls, address);
        } catch (UnknownHostException e) {
            throw new Failed("No such host: " + host, e);
        }
    }

    /** Public = none of the ranges kept for machines, networks, groups, documentation or translation. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (b.length == 4) {
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128) // carriers' own
                    && !(first == 192 && second == 0)
                    && !(first == 198 && (second == 18 || second == 19 || second == 51))
                    && !(first == 203 && second == 0 && (b[2] & 0xff) == 113);
        }
        // Of IPv6 only what is handed out (2000::/3), without the tunnels that carry an IPv4 address inside and the
        // examples.
        return (first & 0xe0) == 0x20
                && !(first == 0x20 && second == 0x02)
                && !(first == 0x20 && second == 0x01 && (b[2] == 0 && b[3] == 0))
                && !(first == 0x20 && second == 0x01 && (b[2] & 0xff) == 0x0d && (b[3] & 0xff) == 0xb8);
    }

    private Socket connect(Socket line, Target target) throws IOException {
        line.connect(new InetSocketAddress(target.address(), target.port()), (int) limit.toMillis());
        line.setSoTimeout((int) limit.toMillis());
        if (!target.tls()) {
            return line;
        }
        var tls = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(line, target.host(), target.port(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!target.host().matches("[0-9.]+|\\[.*]")) {
            parameters.setServerNames(List.of(new SNIHostName(target.host())));
        }
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls;
    }

    private static void closeAt(Socket socket, long end) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            socket.close();
        } catch (InterruptedException | IOException e) {
            Thread.currentThread().interrupt();
        }
    }
}
