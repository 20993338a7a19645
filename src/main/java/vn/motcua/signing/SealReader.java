package vn.motcua.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/**
 * Reads the seal of a PDF by our roots alone, without a register, a network or the time of day. Stricter than a general
 * validator: one seal, over the whole file but its own place, whose padding is empty and whose encoding is the one we write;
 * the time stamp is ours too. What a general validator says (DSS, pdfsig) is compared in the tests.
 */
final class SealReader {

    /** What was found in a file. Reason and place are covered by the seal: what the paper is, who issued it. */
    record Found(boolean ours, boolean whole, String reason, String place, Instant sealedAt) {}

    /** Seal, issuing and root; time stamp and issuing. */
    private static final int CHAIN = 3;

    private static final int STAMP_CHAIN = 2;

    static final Found NOTHING = new Found(false, false, "", "", Instant.EPOCH);

    private final List<X509Certificate> anchors;

    SealReader(List<X509Certificate> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    Found read(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var best = NOTHING;
            for (var signature : document.getSignatureDictionaries()) {
                var found = read(pdf, signature);
                best = found.ours() && !best.whole() ? found : best;
            }
            return best;
        } catch (IOException | RuntimeException e) {
            return NOTHING; // not a PDF that can be read: whatever it is, we did not make it like this
        }
    }

    private Found read(byte[] pdf, PDSignature signature) {
        try {
            var contents = signature.getContents();
            var range = signature.getByteRange();
            if (contents == null || range == null || range.length != 4) {
                return NOTHING;
            }
            var content = new CMSProcessableByteArray(signed(pdf, range));
            var cms = new CMSSignedData(content, contents);
            var signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return NOTHING;
            }
            var signer = signers.iterator().next();
            var certificate = find(cms.getCertificates(), signer);
            if (!sealsForUs(certificate, cms.getCertificates())) {
                return NOTHING;
            }
            boolean whole = holds(signer, certificate)
                    && Envelope.plain(cms, signer, 1, CMSObjectIdentifiers.data, CHAIN)
                    && coversAll(pdf, range, contents)
                    && Envelope.standsIn(contents, signer.toASN1Structure().getEncoded(ASN1Encoding.DL))
                    && onlyOurs(cms.getCertificates());
            var stamp = stamp(signer);
            boolean stamped = stamp != null && isOurs(stamp, signer);
            var at = stamp == null
                    ? Instant.EPOCH
                    : stamp.getTimeStampInfo().getGenTime().toInstant();
            return new Found(true, whole && stamped, text(signature.getReason()), text(signature.getLocation()), at);
        } catch (CMSException | IOException | GeneralSecurityException | RuntimeException e) {
            return NOTHING;
        } catch (OperatorCreationException | TSPException e) {
            return NOTHING;
        }
    }

    /** The bytes before and after the seal's own place; those that lie outside the file are missing. */
    private static byte[] signed(byte[] pdf, int[] range) {
        var out = new ByteArrayOutputStream(pdf.length);
        out.write(pdf, range[0], range[1]);
        out.write(pdf, range[2], range[3]);
        return out.toByteArray();
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate)
            throws OperatorCreationException {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException e) {
            return false; // the digest of the content is another one
        }
    }

    /** From the first byte to the last, but for the seal itself in hexadecimal digits, followed by zeros only. */
    private static boolean coversAll(byte[] pdf, int[] range, byte[] contents) throws IOException {
        int open = range[1];
        int close = range[2] - 1;
        if (range[0] != 0
                || range[2] + range[3] != pdf.length
                || open >= close
                || pdf[open] != '<'
                || pdf[close] != '>') {
            return false;
        }
        var written = new String(pdf, open + 1, close - open - 1, StandardCharsets.ISO_8859_1);
        var hex = HexFormat.of().formatHex(contents);
        if (!written.equals(hex) && !written.equals(hex.toUpperCase(Locale.ROOT))) {
            return false;
        }
        var in = new ByteArrayInputStream(contents);
        new ASN1InputStream(in).readObject();
        for (int i = contents.length - in.available(); i < contents.length; i++) {
            if (contents[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Signs seals (key usage), under an issuing certificate that one of the roots signed. */
    private boolean sealsForUs(X509Certificate certificate, Store<X509CertificateHolder> others)
            throws GeneralSecurityException {
        var usage = certificate.getKeyUsage();
        return usage != null
                && usage[1]
                && certificate.getBasicConstraints() < 0
                && certificate.getExtendedKeyUsage() == null
                && leadsToUs(certificate, others);
    }

    private boolean leadsToUs(X509Certificate certificate, Store<X509CertificateHolder> others)
            throws GeneralSecurityException {
        for (var holder : all(others)) {
            var issuing = converted(holder);
            if (issuing.getBasicConstraints() >= 0 && signedBy(certificate, issuing)) {
                for (var anchor : anchors) {
                    if (signedBy(issuing, anchor)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** No foreign or broken certificate travels along. */
    private boolean onlyOurs(Store<X509CertificateHolder> certificates) throws GeneralSecurityException {
        for (var holder : all(certificates)) {
            var certificate = converted(holder);
            if (holder.toASN1Structure().getSignature().getPadBits() != 0) {
                return false;
            }
            boolean known = anchors.contains(certificate)
                    || anchors.stream().anyMatch(anchor -> signedBy(certificate, anchor))
                    || leadsToUs(certificate, certificates);
            if (!known) {
                return false;
            }
        }
        return true;
    }

    private static boolean signedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable TimeStampToken stamp(SignerInformation signer)
            throws CMSException, IOException, TSPException {
        var attributes = signer.getUnsignedAttributes();
        var attribute = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null
                || attributes.size() != 1
                || attribute.getAttrValues().size() != 1) {
            return null;
        }
        return new TimeStampToken(new CMSSignedData(
                attribute.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded()));
    }

    /** The stamp is over this very signature, by a time-stamping certificate of ours. */
    private boolean isOurs(TimeStampToken stamp, SignerInformation signer)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var info = stamp.getTimeStampInfo();
        var cms = stamp.toCMSSignedData();
        var signers = cms.getSignerInfos().getSigners();
        if (signers.size() != 1
                || !Envelope.plain(
                        cms, signers.iterator().next(), 3, PKCSObjectIdentifiers.id_ct_TSTInfo, STAMP_CHAIN)) {
            return false;
        }
        var raw = cms.getEncoded();
        var sealedInfo = new DERTaggedObject(true, 0, new DEROctetString(info.getEncoded())).getEncoded();
        var stamper = signers.iterator().next().toASN1Structure().getEncoded(ASN1Encoding.DL);
        if (!Envelope.standsIn(raw, sealedInfo) || !Envelope.standsIn(raw, stamper)) {
            return false;
        }
        if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                || !Arrays.equals(info.getMessageImprintDigest(), Seals.sha256(signer.getSignature()))) {
            return false;
        }
        var certificates = stamp.getCertificates();
        var found = certificates.getMatches(stamp.getSID());
        if (found.size() != 1 || !onlyOurs(certificates)) {
            return false;
        }
        var certificate = converted((X509CertificateHolder) found.iterator().next());
        try {
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (TSPException e) {
            return false;
        }
        return leadsToUs(certificate, certificates) && within(info.getGenTime().toInstant(), certificate);
    }

    private static boolean within(Instant at, X509Certificate certificate) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && at.isBefore(certificate.getNotAfter().toInstant());
    }

    @SuppressWarnings("unchecked")
    private static X509Certificate find(Store<X509CertificateHolder> certificates, SignerInformation signer)
            throws GeneralSecurityException {
        Collection<X509CertificateHolder> found = certificates.getMatches(signer.getSID());
        return converted(found.iterator().next());
    }

    private static Collection<X509CertificateHolder> all(Store<X509CertificateHolder> certificates) {
        return certificates.getMatches(null);
    }

    private static X509Certificate converted(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
