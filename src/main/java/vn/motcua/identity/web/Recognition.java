package vn.motcua.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.motcua.identity.Official;
import vn.motcua.identity.People;
import vn.motcua.identity.Tokens;
import vn.motcua.identity.door.Sessions;
import vn.motcua.shared.PersonId;
import vn.motcua.web.Visitor;

/**
 * Finds out who asks: on the API by bearer token alone, on pages by session alone, so that no page is moved by a token and
 * no API call by a cookie. Leaves an {@link Asker}, the layout's {@link Visitor} and the request's principal (whose name is
 * the account's random id). Decides nothing.
 */
class Recognition extends OncePerRequestFilter {

    private final Tokens tokens;
    private final Sessions sessions;
    private final People people;
    private final Cookies cookies;

    Recognition(Tokens tokens, Sessions sessions, People people, Cookies cookies) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.people = people;
        this.cookies = cookies;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Paths.isStatic(request) || Paths.isOperator(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asker = Paths.isApi(request) ? byToken(request) : bySession(request);
        if (asker == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Asker.ATTRIBUTE, asker);
        visitor(asker).ifPresent(visitor -> request.setAttribute(Visitor.ATTRIBUTE, visitor));
        // what is shown to one person stays out of every cache
        response.setHeader("Cache-Control", "no-store");
        var client = asker.client();
        chain.doFilter(client == null ? request : new Named(request, client), response);
    }

    private @Nullable Asker byToken(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return null;
        }
        var bearer = tokens.verify(header.substring(7).strip());
        if (bearer.isEmpty()) {
            return new Asker.Refused();
        }
        var subject = subject(bearer.get().subject());
        Optional<? extends Asker> found =
                switch (bearer.get().scope()) {
                    case ME -> subject.flatMap(people::findCitizen).map(Asker.Citizen::new);
                    case WORK -> subject.flatMap(people::official).map(Asker.Worker::new);
                    case PARTNER -> Optional.empty();
                };
        return found.isPresent() ? found.get() : new Asker.Refused();
    }

    private @Nullable Asker bySession(HttpServletRequest request) {
        var secret = cookies.session(request);
        if (secret == null) {
            return null;
        }
        var session = sessions.find(secret);
        if (session.isEmpty()) {
            return new Asker.Late();
        }
        var account = session.get().account();
        var citizen = people.findCitizen(account);
        if (citizen.isPresent()) {
            return new Asker.Citizen(citizen.get());
        }
        var official = people.official(account);
        return official.isPresent() ? new Asker.Worker(official.get()) : new Asker.Late();
    }

    private static Optional<PersonId> subject(String text) {
        try {
            return Optional.of(new PersonId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Visitor> visitor(Asker asker) {
        return switch (asker) {
            case Asker.Citizen citizen ->
                Optional.of(new Visitor(citizen.person().fullName(), Visitor.Kind.CITIZEN));
            case Asker.Worker worker ->
                Optional.of(new Visitor(
                        worker.official().fullName(),
                        Visitor.Kind.OFFICIAL,
                        worker.official().is(Official.Duty.CATALOGUE_ADMIN)));
            case Asker.Late _, Asker.Refused _ -> Optional.empty();
        };
    }

    private static final class Named extends HttpServletRequestWrapper {

        private final String client;

        Named(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> client;
        }

        @Override
        public String getRemoteUser() {
            return client;
        }
    }
}
