package vn.motcua.web;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;
import vn.motcua.shared.Problem.Mistake;

/** What each thing that can be thrown means to the asker; empty where it is our own fault. */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(10);

    private Refusals() {}

    static @Nullable Refusal of(Throwable thrown, long maxUploadBytes) {
        return switch (thrown) {
            case Problem problem -> Refusal.of(problem);
            case HttpMessageNotReadableException unreadable -> JsonMistakes.of(unreadable);
            case HttpRequestMethodNotSupportedException wrong ->
                Refusal.of(Kind.UNSUPPORTED, "web.problem.method.detail", wrong.getMethod())
                        .status(405)
                        .header("Allow", allowed(wrong));
            case HttpMediaTypeNotSupportedException wrong ->
                Refusal.of(Kind.UNSUPPORTED_TYPE, "web.problem.type.detail", String.valueOf(wrong.getContentType()));
            case MaxUploadSizeExceededException _ -> tooLarge(maxUploadBytes);
            case MultipartException broken -> multipart(broken, maxUploadBytes);
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MethodArgumentTypeMismatchException wrong -> argument(wrong);
            case BindingResult wrong -> binding(wrong);
            case BadRequestException _, InvalidParameterException _ ->
                Refusal.of(Kind.MALFORMED, "web.problem.malformed.detail");
            case CannotGetJdbcConnectionException _, CannotCreateTransactionException _ -> databaseAway(thrown);
            case QueryTimeoutException _, TransientDataAccessResourceException _ -> databaseAway(thrown);
            case DataAccessException failure
            when sqlState(failure).startsWith("22") -> {
                log.warn("A value that no check refused did not fit the database", failure);
                yield Refusal.of(Kind.INVALID, "web.value.refused");
            }
            case ErrorResponse answer -> answer(answer);
            default -> null;
        };
    }

    static Refusal tooLarge(long maxBytes) {
        return Refusal.of(Kind.TOO_LARGE, "web.problem.too-large.detail", new Messages.Bytes(maxBytes));
    }

    private static String allowed(HttpRequestMethodNotSupportedException wrong) {
        var methods = wrong.getSupportedHttpMethods();
        return methods == null
                ? ""
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }

    private static Refusal missing(String name) {
        return Refusal.of(Kind.INVALID, Mistake.of(name, "web.field.missing", name));
    }

    /** A code in an address that cannot exist is an address that does not exist; elsewhere it is a wrong value. */
    private static Refusal argument(MethodArgumentTypeMismatchException wrong) {
        if (wrong.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return Refusal.of(Kind.NOT_FOUND, "web.problem.not-found.detail");
        }
        var type = wrong.getRequiredType();
        return Refusal.of(
                Kind.INVALID,
                type == null
                        ? Mistake.of(wrong.getName(), "web.field.value")
                        : Mistake.of(wrong.getName(), "web.field.type", JsonMistakes.wanted(type)));
    }

    private static Refusal binding(BindingResult wrong) {
        return Refusal.of(
                Kind.INVALID,
                wrong.getFieldErrors().stream()
                        .map(error -> Mistake.of(error.getField(), "web.field.value"))
                        .toArray(Mistake[]::new));
    }

    private static Refusal multipart(MultipartException broken, long maxUploadBytes) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().endsWith("LimitExceededException")) {
                return tooLarge(maxUploadBytes);
            }
        }
        return Refusal.of(Kind.MALFORMED, "web.problem.malformed.detail");
    }

    private static Refusal databaseAway(Throwable thrown) {
        log.error("The database could not be asked", thrown);
        return Refusal.of(Kind.MAINTENANCE, "web.problem.maintenance.detail").retry(DATABASE_AWAY);
    }

    private static String sqlState(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** Spring's remaining refusals, by their status. */
    private static @Nullable Refusal answer(ErrorResponse answer) {
        HttpStatusCode status = answer.getStatusCode();
        return status.is5xxServerError() && status.value() != 503 ? null : ofStatus(status.value());
    }

    /** What a bare status means, also one that a filter or the server gave. */
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 401 -> Refusal.of(Problem.of(Kind.UNAUTHENTICATED, "web.problem.unauthenticated.detail"));
            case 403 -> Refusal.of(Kind.FORBIDDEN, "web.problem.forbidden.detail");
            case 404 -> Refusal.of(Kind.NOT_FOUND, "web.problem.not-found.detail");
            case 406 ->
                Refusal.of(Kind.UNSUPPORTED, "web.problem.accept.detail").status(406);
            case 413 -> Refusal.of(Kind.TOO_LARGE, "web.body.long");
            case 429 -> Refusal.of(Problem.of(Kind.TOO_MANY, "web.problem.too-many.detail"));
            case 503 -> Refusal.of(Problem.of(Kind.MAINTENANCE, "web.problem.maintenance.detail"));
            default ->
                Refusal.of(Kind.MALFORMED, "web.problem.malformed.detail").status(status);
        };
    }
}
