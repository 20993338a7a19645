package vn.motcua.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The address under which people know the portal, as in {@code https://motcua.example}: printed on papers, sent in messages,
 * given to payment gateways. Setting {@code motcua.public-address}; without it, this machine's own.
 */
@Component
public class PublicAddress {

    private final String base;

    PublicAddress(@Value("${motcua.public-address:}") String configured, @Value("${server.port:8080}") int port) {
        this.base = configured.isBlank() ? "http://localhost:" + port : configured.replaceAll("/+$", "");
    }

    /** The whole address of a path that begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** Only the name, for a text message: {@code motcua.example}. */
    public String host() {
        return base.replaceFirst("^https?://", "");
    }
}
