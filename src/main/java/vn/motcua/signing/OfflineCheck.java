package vn.motcua.signing;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks a sealed paper with nothing but the trust anchors: no database, no network. It can say that a paper is ours and
 * whole, not that it was never revoked since. Behind {@code bin/motcua verify FILE --anchors FILE}.
 */
public final class OfflineCheck {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private final SealReader reader;

    private OfflineCheck(List<X509Certificate> anchors) {
        this.reader = new SealReader(anchors);
    }

    /**
     * @param anchors what {@code /.well-known/motcua/} answered, or certificates in PEM; the roots in it are trusted. Refuses
     *     a file without a root with an {@link IllegalArgumentException}.
     */
    public static OfflineCheck with(byte[] anchors) {
        var roots = new ArrayList<X509Certificate>();
        var matcher = PEM.matcher(new String(anchors, StandardCharsets.UTF_8).replace("\\n", "\n"));
        while (matcher.find()) {
            var certificate = certificate(matcher.group(1));
            if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                roots.add(certificate);
            }
        }
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("There is no root certificate in the file of trust anchors.");
        }
        return new OfflineCheck(roots);
    }

    public Verdict check(byte[] pdf) {
        return verdict(reader.read(pdf));
    }

    static Verdict verdict(SealReader.Found found) {
        if (!found.ours()) {
            return Verdict.NOT_OURS;
        }
        if (!found.whole()) {
            return Verdict.ALTERED;
        }
        return new Verdict(true, true, null, kind(found.reason()), found.place(), found.sealedAt());
    }

    private static Seals.@org.jspecify.annotations.Nullable Kind kind(String reason) {
        for (var kind : Seals.Kind.values()) {
            if (kind.name().equals(reason)) {
                return kind;
            }
        }
        return null;
    }

    private static X509Certificate certificate(String base64) {
        try {
            return Pki.certificate(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("A certificate in the file of trust anchors cannot be read.", e);
        }
    }
}
