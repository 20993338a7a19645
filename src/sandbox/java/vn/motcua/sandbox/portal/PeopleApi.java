package vn.motcua.sandbox.portal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.identity.Captchas;
import vn.motcua.identity.Tokens.Scope;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;

/** Gives scripts what people have: tokens of test people and partners, more people, answers to captchas. */
@RestController
@RequestMapping("/sandbox")
class PeopleApi {

    /** Enrolled in one request at most; 1,000 take about a second. */
    private static final int MOST_PEOPLE = 20_000;

    /** Who shall be the bearer: a person with a scope, or a partner. */
    record Whom(
            @Nullable String person,
            @Nullable String scope,
            @Nullable String partner) {}

    /** @param expires_in seconds, named as OAuth 2.0 names it */
    record Token(String access_token, long expires_in) {}

    record Count(@Nullable Integer count) {}

    private final SandboxTokens tokens;
    private final SandboxPeople people;
    private final Captchas captchas;

    PeopleApi(SandboxTokens tokens, SandboxPeople people, Captchas captchas) {
        this.tokens = tokens;
        this.people = people;
        this.captchas = captchas;
    }

    @PostMapping("/tokens")
    Token token(@RequestBody Whom whom) {
        if (whom.partner() != null && whom.person() == null && whom.scope() == null) {
            return token(tokens.partner(agency(whom.partner())));
        }
        if (whom.person() == null || whom.scope() == null || whom.partner() != null) {
            throw Problem.invalid("person", "sandbox.token.whom");
        }
        var login = whom.person();
        return token(tokens.person(login, scope(login, whom.scope()))
                .orElseThrow(() -> Problem.invalid("person", "sandbox.token.person", login)));
    }

    @PostMapping("/people")
    List<String> people(@RequestBody Count count) {
        if (count.count() == null || count.count() < 1 || count.count() > MOST_PEOPLE) {
            throw Problem.invalid("count", "sandbox.people.count", MOST_PEOPLE);
        }
        return people.more(count.count());
    }

    @GetMapping("/captchas/{id}")
    Map<String, String> captcha(@PathVariable String id) {
        return Map.of(
                "answer", captchas.answer(id).orElseThrow(() -> Problem.notFound("sandbox.captcha.none")));
    }

    private static Token token(String token) {
        return new Token(token, SandboxTokens.VALID.toSeconds());
    }

    /** Citizens and enterprises sign in with a number, officials with a user name. */
    private static Scope scope(String login, String word) {
        boolean number = login.matches("\\d+");
        if (word.equals("me") && number) {
            return Scope.ME;
        }
        if (word.equals("work") && !number) {
            return Scope.WORK;
        }
        throw Problem.invalid("scope", "sandbox.token.scope");
    }

    private static AgencyCode agency(String code) {
        try {
            return new AgencyCode(code);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("partner", "sandbox.token.partner");
        }
    }
}
