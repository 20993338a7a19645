package vn.motcua.sandbox.portal;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.identity.People;
import vn.motcua.identity.SandboxKey;
import vn.motcua.identity.Tokens;
import vn.motcua.identity.Tokens.Scope;
import vn.motcua.shared.AgencyCode;

/** Tokens without sign-in, for scripts and load tests; signed by the sandbox's own key. */
@Component
class SandboxTokens {

    /** Long enough for a load test, short enough to be forgotten. */
    static final Duration VALID = Duration.ofHours(8);

    private final People people;
    private final Tokens tokens;
    private final SandboxKey key;

    SandboxTokens(People people, Tokens tokens, SandboxKey key) {
        this.people = people;
        this.tokens = tokens;
        this.key = key;
    }

    /** A token for a citizen ({@code me}) or an official ({@code work}); empty when nobody signs in by that name. */
    Optional<String> person(String login, Scope scope) {
        return people.account(login).map(id -> tokens.issue(key, id.toString(), scope, VALID));
    }

    /** A token for an agency's own system. */
    String partner(AgencyCode agency) {
        return tokens.issue(key, agency.value(), Scope.PARTNER, VALID);
    }
}
