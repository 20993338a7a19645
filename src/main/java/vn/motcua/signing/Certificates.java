package vn.motcua.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes the certificates of our own small public-key infrastructure (X.509 v3, EC P-256, ECDSA with SHA-256). */
final class Certificates {

    /** Validity begins a day early, for verifiers whose clock is behind. */
    private static final Duration EARLY = Duration.ofDays(1);

    private Certificates() {}

    /** Whose signature makes a certificate valid. */
    record Signer(X509Certificate certificate, KeyPair keys) {}

    /** @param by null for the root, which signs itself */
    static X509Certificate make(Role role, String subject, KeyPair keys, @Nullable Signer by, Instant now) {
        try {
            var issuer = by == null
                    ? new X500Name(subject)
                    : X500Name.getInstance(
                            by.certificate().getSubjectX500Principal().getEncoded());
            var name = new X500Name(subject);
            var until = now.plus(role.validity);
            if (by != null && until.isAfter(by.certificate().getNotAfter().toInstant())) {
                until = by.certificate().getNotAfter().toInstant();
            }
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(127, new SecureRandom()),
                    Date.from(now.minus(EARLY)),
                    Date.from(until),
                    name,
                    keys.getPublic());
            extend(builder, role, keys, by);
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(by == null ? keys.getPrivate() : by.keys().getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("The certificate " + subject + " cannot be made", e);
        }
    }

    private static void extend(JcaX509v3CertificateBuilder builder, Role role, KeyPair keys, @Nullable Signer by)
            throws GeneralSecurityException, CertIOException {
        var identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()));
        if (by != null) {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(by.certificate().getPublicKey()));
        }
        if (role != Role.ROOT) {
            // RFC 9608: no lists of revoked certificates are published; what is withdrawn, the register of papers says
            builder.addExtension(Extension.noRevAvail, false, org.bouncycastle.asn1.DERNull.INSTANCE);
        }
        switch (role) {
            case ROOT, ISSUING -> {
                builder.addExtension(
                        Extension.basicConstraints,
                        true,
                        role == Role.ROOT ? new BasicConstraints(1) : new BasicConstraints(0));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }
            case SEAL ->
                builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            case TSA -> {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
        }
    }
}
