package vn.motcua.catalogue.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ProcedureCode;

/** The query of an API request: each parameter known, given once and of its shape; every mistake is collected. */
final class Parameters {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;
    private static final int MAX_UNKNOWN = 10;

    private final HttpServletRequest request;
    private final List<Mistake> mistakes = new ArrayList<>();

    private Parameters(HttpServletRequest request) {
        this.request = request;
    }

    static Parameters of(HttpServletRequest request, String... known) {
        var parameters = new Parameters(request);
        var names = new TreeSet<>(Set.of(known));
        request.getParameterMap().keySet().stream()
                .filter(name -> !names.contains(name))
                .limit(MAX_UNKNOWN)
                .map(name -> ProcedureController.shown(name))
                .forEach(
                        name -> parameters.refuse(name, "catalogue.parameter.unknown", name, String.join(", ", names)));
        return parameters;
    }

    @Nullable
    String text(String name, int max) {
        var value = value(name);
        if (value != null && value.length() > max) {
            refuse(name, "catalogue.parameter.long", max);
            return null;
        }
        return value;
    }

    @Nullable
    AgencyCode agency(String name) {
        return read(name, AgencyCode::new, "catalogue.parameter.agency");
    }

    @Nullable
    ProcedureCode procedure(String name) {
        return read(name, ProcedureCode::parse, "catalogue.parameter.procedure");
    }

    @Nullable
    LocalDate day(String name) {
        return read(name, LocalDate::parse, "catalogue.day.wrong");
    }

    @Nullable
    Integer level() {
        return number("level", 1, 4, "catalogue.parameter.level");
    }

    int limit() {
        var limit = number("limit", 1, MAX_LIMIT, "catalogue.parameter.limit");
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /** Where a list goes on: how many items stand before, as {@link #cursor(int)} wrote it. */
    int from() {
        var from = read("cursor", text -> Integer.parseInt(text, 36) - CURSOR, "catalogue.parameter.cursor");
        if (from == null) {
            return 0;
        }
        if (from < 0) {
            refuse("cursor", "catalogue.parameter.cursor");
        }
        return from;
    }

    private static final int CURSOR = 36 * 36 * 36;

    static String cursor(int from) {
        return Integer.toString(CURSOR + from, 36);
    }

    <E extends Enum<E>> @Nullable E one(String name, Class<E> kind) {
        return read(
                name,
                text -> Enum.valueOf(kind, text.toUpperCase(Locale.ROOT)),
                "catalogue.parameter.value",
                Arrays.stream(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    /** Refuses all that was wrong, at once. */
    void check() {
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
    }

    private @Nullable Integer number(String name, int least, int most, String code) {
        return read(
                name,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new NumberFormatException(text);
                    }
                    return number;
                },
                code);
    }

    private <T> @Nullable T read(String name, Function<String, T> read, String code, Object... args) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        try {
            return read.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(name, code, args);
            return null;
        }
    }

    private @Nullable String value(String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private void refuse(String field, String code, Object... args) {
        mistakes.add(Mistake.of(field, code, args));
    }
}
