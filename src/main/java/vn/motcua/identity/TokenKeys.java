package vn.motcua.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.motcua.keys.Keys;

/** The keys (P-256) by which access tokens are signed and believed: the portal's own, and the sandbox's where it runs. */
@Component
public class TokenKeys {

    private final Keys keys;
    private final ObjectProvider<SandboxKey> sandbox;
    private volatile @Nullable Map<String, ECKey> trusted;

    TokenKeys(Keys keys, ObjectProvider<SandboxKey> sandbox) {
        this.keys = keys;
        this.sandbox = sandbox;
    }

    /** The public keys by key id, as JWKs without their private half, for publication. */
    public Map<String, ECKey> published() {
        var shown = new LinkedHashMap<String, ECKey>();
        trusted().forEach((id, key) -> shown.put(id, key.toPublicJWK()));
        return shown;
    }

    /** The key with which the portal signs. */
    ECKey own() {
        return trusted().values().iterator().next();
    }

    Optional<ECKey> find(@Nullable String keyId) {
        return keyId == null ? Optional.empty() : Optional.ofNullable(trusted().get(keyId));
    }

    /** A key pair with its RFC 7638 thumbprint as key id. */
    static ECKey named(KeyPair pair) {
        try {
            return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("A P-256 key has no thumbprint", e);
        }
    }

    /** Read on first use, not at start: the first page must not wait for keys that it does not need. */
    private Map<String, ECKey> trusted() {
        var known = trusted;
        if (known == null) {
            known = new LinkedHashMap<>();
            var own = named(keys.pair("identity.token"));
            known.put(own.getKeyID(), own);
            var guest = sandbox.getIfAvailable();
            if (guest != null) {
                var key = named(guest.pair().get());
                known.put(key.getKeyID(), key);
            }
            trusted = known;
        }
        return known;
    }
}
