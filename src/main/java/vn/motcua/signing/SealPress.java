package vn.motcua.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/** Seals with one generation of certificates: PAdES baseline B-T, the time stamp from our own authority. */
final class SealPress {

    /** Policy under which our time stamps are given: made up under the arc for examples until a deployment has its own. */
    private static final String TSA_POLICY = "1.3.6.1.4.1.99999.1";

    /** Room in the file for signature and time stamp, in bytes; they need about 3,500. */
    private static final int ROOM = 5_000;

    final int generation;
    private final KeyPair sealKeys;
    private final CertificateToken seal;
    private final List<CertificateToken> chain;
    private final PAdESService service;

    SealPress(Pki pki, InstantSource clock) {
        this.generation = pki.member(Role.SEAL).generation();
        this.sealKeys = pki.keys(Role.SEAL);
        this.seal = token(pki, Role.SEAL);
        this.chain = List.of(seal, token(pki, Role.ISSUING), token(pki, Role.ROOT));
        var verifier = new CommonCertificateVerifier();
        verifier.setAIASource(null); // never fetches anything that a file names
        this.service = new PAdESService(verifier);
        this.service.setTspSource(new Tsa(pki, clock));
    }

    /** @param kind and issuer stand in the seal, so that a check without our register can name them */
    byte[] press(byte[] pdf, Seals.Kind kind, String issuer, Date at) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(seal);
        parameters.setCertificateChain(chain);
        parameters.setContentSize(ROOM);
        parameters.setSignatureTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setAppName("Motcua");
        parameters.setReason(kind.name());
        parameters.setLocation(issuer);
        parameters.bLevel().setSigningDate(at);
        var document = new InMemoryDocument(pdf);
        var toSign = service.getDataToSign(document, parameters);
        var value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, sign(toSign.getBytes()));
        return ((InMemoryDocument) service.signDocument(document, parameters, value)).getBytes();
    }

    private byte[] sign(byte[] data) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(sealKeys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CertificateToken token(Pki pki, Role role) {
        return new CertificateToken(pki.member(role).certificate());
    }

    /** Our own time-stamping authority; it reads the one clock. */
    private static final class Tsa extends KeyEntityTSPSource {

        private static final long serialVersionUID = 1;
        private final transient InstantSource clock;

        Tsa(Pki pki, InstantSource clock) {
            super(
                    pki.keys(Role.TSA).getPrivate(),
                    pki.member(Role.TSA).certificate(),
                    List.of(
                            pki.member(Role.TSA).certificate(),
                            pki.member(Role.ISSUING).certificate()));
            this.clock = clock;
            setTsaPolicy(TSA_POLICY);
            setDigestAlgorithm(DigestAlgorithm.SHA256);
        }

        @Override
        protected Date getProductionTime() {
            return Date.from(clock.instant());
        }
    }
}
