package vn.motcua.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request and one answer of HTTP/1.1 over a connection that is then closed. Own code because no client in the JDK can be told
 * to which address to connect under which name; it knows just what an answer needs: a length, chunks, or the end.
 */
record HttpExchange(String method, URI address, Map<String, String> headers, byte[] body) {

    private static final int MAX_LINE = 8_192;
    private static final int MAX_HEADERS = 100;

    static HttpExchange of(String method, URI address, Map<String, String> headers, byte[] body) {
        headers.forEach((name, value) -> {
            if ((name + value).chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("A header holds printable ASCII: " + name);
            }
        });
        return new HttpExchange(method, address, Map.copyOf(headers), body);
    }

    Outbound.Answer over(Socket socket) throws IOException {
        var out = socket.getOutputStream();
        out.write(head().getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        var in = new BufferedInputStream(socket.getInputStream());
        int status = status(line(in));
        var answered = headers(in);
        while (status >= 100 && status < 200) {
            status = status(line(in));
            answered = headers(in);
        }
        return new Outbound.Answer(
                status, answered, status == 204 || status == 304 ? new byte[0] : content(in, answered));
    }

    private String head() {
        var path = address.getRawPath();
        var head = new StringBuilder(method)
                .append(' ')
                .append(path == null || path.isEmpty() ? "/" : path)
                .append(address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getHost())
                .append(address.getPort() > 0 ? ":" + address.getPort() : "")
                .append("\r\nConnection: close\r\nAccept-Encoding: identity\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static int status(String line) throws IOException {
        var parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5]\\d\\d")) {
            throw new Outbound.Failed("Not an answer of HTTP");
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MAX_HEADERS) {
                throw new Outbound.Failed("Headers that are none, or too many");
            }
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] content(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("Transfer-Encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunks(in);
        }
        var length = headers.get("Content-Length");
        if (length == null) {
            return limited(in.readNBytes(Outbound.MAX_BYTES + 1));
        }
        return exactly(in, number(length, 10));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var content = new ByteArrayOutputStream();
        for (int size = number(line(in).split(";", 2)[0], 16); size > 0; size = number(line(in).split(";", 2)[0], 16)) {
            content.write(exactly(in, size));
            limited(content.toByteArray());
            line(in);
        }
        return content.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new Outbound.Failed("The answer broke off");
        }
        return bytes;
    }

    private static byte[] limited(byte[] content) throws IOException {
        if (content.length > Outbound.MAX_BYTES) {
            throw new Outbound.Failed("The answer is longer than " + Outbound.MAX_BYTES + " bytes");
        }
        return content;
    }

    private static int number(String text, int radix) throws IOException {
        try {
            long number = Long.parseLong(text.strip(), radix);
            if (number < 0 || number > Outbound.MAX_BYTES) {
                throw new Outbound.Failed("The answer is longer than " + Outbound.MAX_BYTES + " bytes");
            }
            return (int) number;
        } catch (NumberFormatException e) {
            throw new Outbound.Failed("A length that is no number");
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > MAX_LINE) {
                throw new Outbound.Failed("The answer broke off, or has a line that never ends");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
