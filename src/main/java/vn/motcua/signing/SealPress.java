package vn.motcua.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;

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
        this.service = new Stamping(verifier, new Tsa(pki, clock));
        this.service.setPdfObjFactory(new PdfBoxNativeObjectFactory()); // instead of looking it up for every paper
    }

    /** @param kind and issuer stand in the seal, so that a check without our register can name them */
    byte[] press(byte[] pdf, Seals.Kind kind, String issuer, Date at) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B); // the stamp is added on the way
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(seal);
        parameters.setCertificateChain(chain);
        parameters.setContentSize(ROOM);
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

    /**
     * Adds the time stamp to the signature before it is set into the file. DSS's own way to level T first validates the
     * signature that it has just made, with all its chains; that took half of the time of sealing.
     */
    private static final class Stamping extends PAdESService {

        private static final long serialVersionUID = 1;
        private final transient Tsa tsa;

        Stamping(CertificateVerifier verifier, Tsa tsa) {
            super(verifier);
            this.tsa = tsa;
        }

        @Override
        protected byte[] generateCMSSignedData(
                DSSDocument document, PAdESSignatureParameters parameters, SignatureValue value) {
            try {
                var cms = new CMSSignedData(super.generateCMSSignedData(document, parameters, value));
                var signer = cms.getSignerInfos().iterator().next();
                var stamped = SignerInformation.replaceUnsignedAttributes(signer, stamp(signer.getSignature()));
                return CMSSignedData.replaceSigners(cms, new SignerInformationStore(stamped))
                        .getEncoded(ASN1Encoding.DER);
            } catch (CMSException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private AttributeTable stamp(byte[] signature) throws IOException {
            var token = tsa.getTimeStampResponse(DigestAlgorithm.SHA256, Seals.sha256(signature))
                    .getBytes();
            return new AttributeTable(new DERSet(new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(ASN1Primitive.fromByteArray(token)))));
        }
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
