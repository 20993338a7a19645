package vn.motcua.question.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.shared.PersonId;

/** Who stands before the public pages, signed in or not. */
@Component
class Visitors {

    private static final int MAX_BROWSER = 300;

    private final People people;

    Visitors(People people) {
        this.people = people;
    }

    /** The citizen who is signed in. */
    Optional<Person> citizen(HttpServletRequest request) {
        return account(request).flatMap(people::findCitizen);
    }

    private static Optional<PersonId> account(HttpServletRequest request) {
        var principal = request.getUserPrincipal();
        try {
            return principal == null
                    ? Optional.empty()
                    : Optional.of(new PersonId(UUID.fromString(principal.getName())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Under what name limits are counted: the account, otherwise the address. */
    String counted(HttpServletRequest request) {
        return account(request).map(PersonId::toString).orElse(request.getRemoteAddr());
    }

    /** Who votes: the account, otherwise address and browser together. */
    String voter(HttpServletRequest request) {
        var browser = request.getHeader("User-Agent");
        var known = browser == null ? "" : browser.substring(0, Math.min(MAX_BROWSER, browser.length()));
        return account(request).map(PersonId::toString).orElse(request.getRemoteAddr() + "\n" + known);
    }
}
