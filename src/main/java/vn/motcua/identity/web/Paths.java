package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;

/** What kind of address a request goes to, as far as the door treats them differently. */
final class Paths {

    private Paths() {}

    /** The API: tokens, never cookies. */
    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    /** The management port's routes, guarded by their own port and secret. */
    static boolean isOperator(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/sandbox/") || path.startsWith("/actuator/") || path.startsWith("/health/");
    }

    /** Files of the layout, the same for everybody. */
    static boolean isStatic(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/assets/") || path.equals("/favicon.ico");
    }

    /** What other machines post by their own signature: no browser's cookie has a part in it. */
    static boolean isSigned(HttpServletRequest request) {
        var path = path(request);
        return path.startsWith("/payments/") && path.endsWith("/callback") || path.startsWith("/mapi/");
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /** A place inside the portal to go on to after sign-in; anything else becomes the given one. */
    static String local(@org.jspecify.annotations.Nullable String next, String otherwise) {
        if (next == null || next.length() > 500 || !next.startsWith("/") || next.startsWith("//")) {
            return otherwise;
        }
        // browsers read a backslash as a slash, and skip tabs and line ends
        var clean = next.chars().allMatch(sign -> sign > 0x20 && sign < 0x7f && sign != '\\');
        return clean && !next.startsWith("/login") && !next.startsWith("/register") ? next : otherwise;
    }
}
