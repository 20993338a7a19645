package vn.motcua.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;
import vn.motcua.shared.Problem.Mistake;

/**
 * A refusal on its way to the asker: what a {@link Problem} says, and the few statuses that only HTTP knows (405, 406).
 *
 * @param type the last part of the problem's {@code type}, {@code invalid}
 * @param headers of the answer, as {@code Allow}
 */
record Refusal(
        int status,
        String type,
        List<Mistake> mistakes,
        @Nullable Duration retryAfter,
        Map<String, String> headers) {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(30);

    static Refusal of(Problem problem) {
        var kind = problem.kind();
        var retry = problem.retryAfter();
        if (retry == null) {
            retry = switch (kind) {
                case IN_PROGRESS -> SOON;
                case TOO_MANY, MAINTENANCE -> LATER;
                default -> null;
            };
        }
        return new Refusal(
                kind.status,
                kind.type,
                problem.mistakes(),
                retry,
                kind == Kind.UNAUTHENTICATED ? Map.of("WWW-Authenticate", "Bearer") : Map.of());
    }

    static Refusal of(Kind kind, Mistake... mistakes) {
        return new Refusal(kind.status, kind.type, List.of(mistakes), null, Map.of());
    }

    static Refusal of(Kind kind, String code, Object... args) {
        return of(kind, Mistake.of("", code, args));
    }

    Refusal status(int other) {
        return new Refusal(other, type, mistakes, retryAfter, headers);
    }

    Refusal header(String name, String value) {
        return new Refusal(status, type, mistakes, retryAfter, Map.of(name, value));
    }

    Refusal retry(Duration after) {
        return new Refusal(status, type, mistakes, after, headers);
    }

    boolean asksToSignIn() {
        return status == Kind.UNAUTHENTICATED.status;
    }
}
