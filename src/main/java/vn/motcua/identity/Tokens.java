package vn.motcua.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.motcua.shared.PersonId;

/**
 * Access tokens: JWTs signed with ES256, for one subject and one scope, valid for minutes. A token is believed when a
 * trusted key signed it and the one clock says that it is in force; nothing else in it is read.
 */
@Component
public class Tokens {

    /** What a token lets its bearer do: act as a citizen, as an official, or as a partner system. */
    public enum Scope {
        ME,
        WORK,
        PARTNER;

        String claim() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a token says, once it is believed. The subject is a {@link PersonId}, or an agency's code for a partner. */
    public record Bearer(String subject, Scope scope, Instant from, Instant until) {}

    private record Believed(Bearer bearer, long checkedNanos) {}

    private static final String ISSUER = "motcua";

    /** Longer ones are not read: ours have about 400 signs. */
    private static final int MAX_LENGTH = 2_000;

    /** Believed tokens in memory; about 1 KB each. Then all are forgotten and checked again. */
    private static final int MAX_BELIEVED = 10_000;

    private final TokenKeys keys;
    private final InstantSource clock;
    private final Duration cached;
    private final ConcurrentHashMap<String, Believed> believed = new ConcurrentHashMap<>();

    Tokens(TokenKeys keys, InstantSource clock, IdentitySettings settings) {
        this.keys = keys;
        this.clock = clock;
        this.cached = settings.tokenCached();
    }

    /** A token by the portal's own key. */
    public String issue(PersonId subject, Scope scope, Duration valid) {
        return sign(keys.own(), subject.toString(), scope, valid);
    }

    /** A token by the sandbox's key, which only a start with the sandbox believes. */
    public String issue(SandboxKey key, String subject, Scope scope, Duration valid) {
        return sign(TokenKeys.named(key.pair().get()), subject, scope, valid);
    }

    /** What the token says; empty when it is expired, not yet in force, signed by no trusted key or no token at all. */
    public Optional<Bearer> verify(String token) {
        var known = believed.get(token);
        if (known != null && System.nanoTime() - known.checkedNanos < cached.toNanos()) {
            return Optional.of(known.bearer).filter(this::inForce);
        }
        var bearer = read(token).filter(this::inForce);
        if (bearer.isPresent()) {
            if (believed.size() >= MAX_BELIEVED) {
                believed.clear();
            }
            believed.put(token, new Believed(bearer.get(), System.nanoTime()));
        } else {
            believed.remove(token);
        }
        return bearer;
    }

    private boolean inForce(Bearer bearer) {
        var now = clock.instant();
        return now.isBefore(bearer.until()) && !now.isBefore(bearer.from());
    }

    private Optional<Bearer> read(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(token);
            var key = keys.find(jwt.getHeader().getKeyID());
            if (key.isEmpty()
                    || !JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new ECDSAVerifier(key.get().toECPublicKey()))) {
                return Optional.empty();
            }
            var claims = jwt.getJWTClaimsSet();
            if (!ISSUER.equals(claims.getIssuer())
                    || claims.getSubject() == null
                    || claims.getExpirationTime() == null
                    || claims.getNotBeforeTime() == null) {
                return Optional.empty();
            }
            return Optional.of(new Bearer(
                    claims.getSubject(),
                    Scope.valueOf(String.valueOf(claims.getStringClaim("scope")).toUpperCase(Locale.ROOT)),
                    claims.getNotBeforeTime().toInstant(),
                    claims.getExpirationTime().toInstant()));
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String sign(ECKey key, String subject, Scope scope, Duration valid) {
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject)
                .claim("scope", scope.claim())
                .issueTime(Date.from(now))
                // whole seconds on the wire: a token must not begin after the moment at which it was made
                .notBeforeTime(Date.from(now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)))
                .expirationTime(Date.from(now.plus(valid)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return jwt.serialize();
    }
}
