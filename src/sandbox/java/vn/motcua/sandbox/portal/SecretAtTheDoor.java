package vn.motcua.sandbox.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.motcua.sandbox.Secrets;

/** Lets nobody ask for clock, tokens, people or answers who cannot read the secrets file of the data directory. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SecretAtTheDoor extends OncePerRequestFilter {

    private final Path data;
    private volatile byte @Nullable [] secret;

    SecretAtTheDoor(@Value("${motcua.data:var}") Path data) {
        this.data = data;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/sandbox/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader("X-Sandbox-Secret");
        if (given == null || !MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret())) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private byte[] secret() throws IOException {
        var known = secret;
        if (known == null) {
            known = Secrets.in(data).control().getBytes(StandardCharsets.UTF_8);
            secret = known;
        }
        return known;
    }
}
