package vn.motcua.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.Official;
import vn.motcua.identity.Person;

/** Who sent this request, as far as the door could tell. */
sealed interface Asker {

    String ATTRIBUTE = "vn.motcua.asker";

    record Citizen(Person person) implements Asker {}

    record Worker(Official official) implements Asker {}

    /** A session was shown that has ended. */
    record Late() implements Asker {}

    /** A token was shown that nobody believes. */
    record Refused() implements Asker {}

    static @Nullable Asker of(HttpServletRequest request) {
        return (Asker) request.getAttribute(ATTRIBUTE);
    }

    /** The name under which limits and repeated requests are counted; empty for those who did not say who they are. */
    default @Nullable String client() {
        return switch (this) {
            case Citizen citizen -> citizen.person().id().toString();
            case Worker worker -> worker.official().id().toString();
            case Late _, Refused _ -> null;
        };
    }
}
