package vn.motcua.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;

/**
 * Reads the body of an API request once: at most {@value #MAX_BYTES} bytes, well-formed UTF-8, without characters that no table
 * can hold; its digest is then known to {@link TokenArgument}. Files (multipart) pass by, they have limits of their own.
 */
@Component
@Order(0)
class JsonBodies extends OncePerRequestFilter {

    static final int MAX_BYTES = 1_048_576;

    private final Problems problems;
    private final JsonMapper json;

    JsonBodies(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** A request whose body was read already. */
    static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        byte[] body() {
            return body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Stream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getRequestURI().startsWith("/api/")
                || request.getMethod().equals("GET")
                || request.getMethod().equals("HEAD")
                || (type != null && type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Read read;
        try {
            read = new Read(request, body(request));
        } catch (Problem problem) {
            problems.send(request, response, problem);
            return;
        }
        chain.doFilter(read, response);
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        } catch (org.apache.coyote.BadRequestException e) { // as with a chunk whose length is no number
            throw Problem.of(Kind.MALFORMED, "web.problem.malformed.detail");
        }
        if (body.length > MAX_BYTES) {
            throw tooLarge();
        }
        if (!isUtf8(body)) {
            throw Problem.of(Kind.MALFORMED, "web.body.utf8");
        }
        var field = escapesNull(body) ? JsonMistakes.fieldWithNull(json, body) : null;
        if (field != null) {
            throw Problem.invalid(field, "web.body.control");
        }
        return body;
    }

    private static Problem tooLarge() {
        return Problem.of(Kind.TOO_LARGE, "web.problem.too-large.detail", new Messages.Bytes(MAX_BYTES));
    }

    /** UTF-16 without its mark is also a row of UTF-8 characters, but with nulls between, and Jackson would guess what it is. */
    private static boolean isUtf8(byte[] body) {
        for (byte b : body) {
            if (b == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether the JSON contains an escaped null character, which PostgreSQL refuses in a text. */
    private static boolean escapesNull(byte[] json) {
        for (int i = 0; i < json.length - 1; i++) {
            if (json[i] == '\\') {
                if (json[i + 1] == 'u' && i + 5 < json.length && isZero(json, i + 2)) {
                    return true;
                }
                i++; // the escaped character is none of ours, above all not a second backslash
            }
        }
        return false;
    }

    private static boolean isZero(byte[] json, int from) {
        return json[from] == '0' && json[from + 1] == '0' && json[from + 2] == '0' && json[from + 3] == '0';
    }

    private static final class Stream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Stream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read at once");
        }
    }
}
