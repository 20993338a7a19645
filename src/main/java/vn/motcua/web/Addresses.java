package vn.motcua.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Which of our addresses are read by programs and which by people. */
final class Addresses {

    private Addresses() {}

    /** The API and its relatives, and whoever asks for JSON alone. */
    static boolean isForMachines(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.startsWith("/api/")
                || path.startsWith("/.well-known/")
                || path.startsWith("/actuator/")
                || path.startsWith("/sandbox/")) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    /** Path and query as the browser sent them; of the page asked for, also while an error is shown in its place. */
    static String pathAndQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
