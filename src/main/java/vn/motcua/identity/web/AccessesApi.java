package vn.motcua.identity.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Accesses;
import vn.motcua.identity.Person;
import vn.motcua.identity.Signed;
import vn.motcua.shared.Problem;
import vn.motcua.web.Messages;

/** Who read my data, when, why. */
@RestController
class AccessesApi {

    private static final int MOST = 100;

    private final Accesses accesses;
    private final Messages messages;

    AccessesApi(Accesses accesses, Messages messages) {
        this.accesses = accesses;
        this.messages = messages;
    }

    record Item(String reader, String purpose, String about, OffsetDateTime at) {}

    record Items(List<Item> items, @Nullable String next) {}

    @GetMapping("/api/v1/me/accesses")
    Items mine(
            @Signed Person person,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "identity.access.limit", MOST);
        }
        var found = accesses.of(person.id(), after(cursor), limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Items(
                shown.stream()
                        .map(access -> new Item(
                                reader(access, locale),
                                messages.text(locale, access.purpose()),
                                access.about(),
                                access.at()))
                        .toList(),
                found.size() > limit ? Long.toString(shown.getLast().id()) : null);
    }

    private String reader(Accesses.Access access, Locale locale) {
        return access.reader().isEmpty() ? messages.text(locale, "identity.access.portal") : access.reader();
    }

    private static @Nullable Long after(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid("cursor", "identity.access.cursor");
        }
    }
}
