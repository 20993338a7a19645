package vn.motcua.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;

/**
 * A controller's parameter of the type {@link Idempotency.Token}: who asks (the principal's name), for what (method and
 * address), the header {@code Idempotency-Key} and the digest of what was sent. Of a multipart body the parts count, not the
 * separator between them, which differs each time.
 */
final class TokenArgument implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    /** Stricter than {@link UUID#fromString}, which also takes 1-1-1-1-1. */
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Idempotency.Token.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException, ServletException {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return new Idempotency.Token(
                client(request),
                request.getMethod() + " " + request.getRequestURI(),
                key(request.getHeader(HEADER)),
                digest(request));
    }

    private static UUID key(@Nullable String header) {
        if (header == null || !UUID_SHAPE.matcher(header).matches()) {
            throw Problem.of(Kind.MALFORMED, "web.idempotency.missing");
        }
        return UUID.fromString(header);
    }

    private static String client(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        return principal == null ? "address:" + request.getRemoteAddr() : principal.getName();
    }

    private static byte[] digest(HttpServletRequest request) throws IOException, ServletException {
        var digest = sha256();
        var read = WebUtils.getNativeRequest(request, JsonBodies.Read.class);
        if (read != null) {
            return digest.digest(read.body());
        }
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            for (Part part : request.getParts()) {
                digest.update((part.getName() + "\n" + part.getSubmittedFileName() + "\n" + part.getSize() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
                try (var content = part.getInputStream()) {
                    var buffer = new byte[8192];
                    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                        digest.update(buffer, 0, n);
                    }
                }
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
