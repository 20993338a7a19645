package vn.motcua.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Kind;
import vn.motcua.shared.Problem.Mistake;

/** What is wrong with a JSON body, with the name of the field as the sender wrote it: {@code papers[1].file}. */
final class JsonMistakes {

    private JsonMistakes() {}

    static Refusal of(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Refusal.of(problem);
            }
        }
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                Refusal.of(Kind.INVALID, Mistake.of(path(unknown), "web.field.unknown", unknown.getPropertyName()));
            case StreamConstraintsException tooLong ->
                Refusal.of(Kind.INVALID, Mistake.of(path(tooLong), "web.body.long"));
            case InputCoercionException wrong ->
                Refusal.of(Kind.INVALID, Mistake.of(path(wrong), "web.field.type", wanted(wrong.getTargetType())));
            case MismatchedInputException wrong -> mismatch(wrong);
            case StreamReadException malformed -> malformed(malformed);
            case JacksonException other
            when !other.getPath().isEmpty() -> Refusal.of(Kind.INVALID, Mistake.of(path(other), "web.field.value"));
            case JacksonException other -> malformed(other);
            case null -> Refusal.of(Kind.MALFORMED, "web.body.missing");
            default -> Refusal.of(Kind.MALFORMED, "web.problem.malformed.detail");
        };
    }

    private static Refusal mismatch(MismatchedInputException wrong) {
        var type = wrong.getTargetType();
        if (wrong.getPath().isEmpty() && wrong.getOriginalMessage().startsWith("Trailing token")) {
            return malformed(wrong);
        }
        if (wrong.getPath().isEmpty() && type == null) {
            return Refusal.of(Kind.MALFORMED, "web.body.missing");
        }
        return Refusal.of(
                Kind.INVALID,
                type == null
                        ? Mistake.of(path(wrong), "web.field.value")
                        : Mistake.of(path(wrong), "web.field.type", wanted(type)));
    }

    private static Refusal malformed(JacksonException malformed) {
        var at = malformed.getLocation();
        return at == null
                ? Refusal.of(Kind.MALFORMED, "web.problem.malformed.detail")
                : Refusal.of(Kind.MALFORMED, "web.body.json", at.getLineNr(), at.getColumnNr());
    }

    private static String path(JacksonException thrown) {
        var path = new StringBuilder();
        for (var step : thrown.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /**
     * The first field whose name or text contains a null character. None where the body is no JSON: then whoever reads it
     * refuses it.
     */
    static @Nullable String fieldWithNull(JsonMapper json, byte[] body) {
        try (var parser = json.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean words = token == JsonToken.PROPERTY_NAME || token == JsonToken.VALUE_STRING;
                if (words && parser.getString().indexOf('\0') >= 0) {
                    return path(parser.streamReadContext());
                }
            }
            return null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String path(TokenStreamContext at) {
        var parent = at.getParent();
        if (parent == null) {
            return "";
        }
        var before = path(parent);
        if (at.inArray()) {
            return before + "[" + at.getCurrentIndex() + "]";
        }
        return before.isEmpty() ? at.currentName() : before + "." + at.currentName();
    }

    /** What a field of this type takes, in words. */
    static Messages.Key wanted(Class<?> type) {
        if (type.isEnum()) {
            return new Messages.Key(
                    "web.type.one-of",
                    List.of(Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name())
                            .collect(Collectors.joining(", "))));
        }
        return new Messages.Key(wantedKey(type), new ArrayList<>());
    }

    private static String wantedKey(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "web.type.truth";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "web.type.whole";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "web.type.number";
        }
        if (type == LocalDate.class) {
            return "web.type.date";
        }
        if (type == OffsetDateTime.class || type == Instant.class) {
            return "web.type.moment";
        }
        if (type == UUID.class) {
            return "web.type.uuid";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "web.type.list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "web.type.object" : "web.type.text";
    }
}
