package vn.motcua.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What others need to verify our papers by themselves: the roots, the certificates under them, other public keys. */
@Component
public class Anchors {

    /**
     * As it is published.
     *
     * @param anchors root certificates in PEM; a verifier trusts these and nothing else
     * @param certificates issuing, seal and time-stamp certificates in PEM, newest last
     * @param publicKeys by purpose, in PEM
     */
    public record Published(List<String> anchors, List<String> certificates, Map<String, String> publicKeys) {}

    private final Pki pki;
    private final ObjectProvider<KeyAnnouncer> announcers;

    Anchors(Pki pki, ObjectProvider<KeyAnnouncer> announcers) {
        this.pki = pki;
        this.announcers = announcers;
    }

    public Published published() {
        var keys = new TreeMap<String, String>();
        announcers.forEach(announcer -> keys.putAll(announcer.publicKeys()));
        var others = pki.all().stream()
                .filter(member -> member.role() != Role.ROOT)
                .map(member -> pem(member.certificate()))
                .toList();
        return new Published(roots(), others, keys);
    }

    /** Every root there ever was, in PEM. */
    List<String> roots() {
        return pki.anchors().stream().map(Anchors::pem).toList();
    }

    private static String pem(X509Certificate certificate) {
        try {
            var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
