package vn.motcua.shared;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the asker can understand and mend. It names no sentence but message keys ({@code messages/*}), which the
 * web turns into the asker's language, for a page and for the API (RFC 9457) alike. Anything thrown that is not a
 * {@code Problem} is our own fault.
 */
public final class Problem extends RuntimeException {

    /** What kind of refusal; decides the HTTP status and the last part of the problem's {@code type}. */
    public enum Kind {
        INVALID("invalid", 422),
        MALFORMED("invalid", 400),
        UNAUTHENTICATED("forbidden", 401),
        FORBIDDEN("forbidden", 403),
        NOT_FOUND("not-found", 404),
        STALE("stale", 409),
        NOT_ALLOWED_NOW("not-allowed-now", 409),
        IN_PROGRESS("in-progress", 409),
        TOO_LARGE("too-large", 413),
        UNSUPPORTED("unsupported", 422),
        UNSUPPORTED_TYPE("unsupported", 415),
        TOO_MANY("too-many", 429),
        MAINTENANCE("maintenance", 503);

        public final String type;
        public final int status;

        Kind(String type, int status) {
            this.type = type;
            this.status = status;
        }
    }

    /**
     * One thing to mend.
     *
     * @param field what it concerns, as the asker named it ({@code answers.licenceNumber}, {@code papers[1].file}); empty
     *     where it concerns the whole
     * @param code the message key of a sentence that says what is wrong and what mends it; also the API's stable code
     * @param args what the sentence is filled with
     */
    public record Mistake(String field, String code, List<Object> args) {
        public Mistake {
            args = List.copyOf(args);
        }

        public static Mistake of(String field, String code, Object... args) {
            return new Mistake(field, code, List.of(args));
        }
    }

    private final Kind kind;
    private final List<Mistake> mistakes;
    private final @Nullable Duration retryAfter;

    private Problem(Kind kind, List<Mistake> mistakes, @Nullable Duration retryAfter) {
        super(kind + " " + mistakes, null, false, false);
        this.kind = kind;
        this.mistakes = List.copyOf(mistakes);
        this.retryAfter = retryAfter;
    }

    /** 422: everything that is wrong with the input, at once. */
    public static Problem invalid(List<Mistake> mistakes) {
        return new Problem(Kind.INVALID, mistakes, null);
    }

    public static Problem invalid(String field, String code, Object... args) {
        return invalid(List.of(Mistake.of(field, code, args)));
    }

    public static Problem of(Kind kind, String code, Object... args) {
        return new Problem(kind, List.of(Mistake.of("", code, args)), null);
    }

    /** 404, also for what is there but not the asker's. */
    public static Problem notFound(String code, Object... args) {
        return of(Kind.NOT_FOUND, code, args);
    }

    /** 429 or 503 with the time after which another try makes sense. */
    public static Problem later(Kind kind, Duration retryAfter, String code, Object... args) {
        return new Problem(kind, List.of(Mistake.of("", code, args)), retryAfter);
    }

    public Kind kind() {
        return kind;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
