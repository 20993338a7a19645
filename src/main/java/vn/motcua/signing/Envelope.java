package vn.motcua.signing;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/**
 * The envelope in which a signature travels (CMS). Some of its bytes are covered by no signature, and parsers forgive many
 * errors; here each stands as we write it or the paper is not whole. Tried on every digit of a seal.
 */
final class Envelope {

    private Envelope() {}

    /** The parts of the envelope that no signature covers stand as we write them, and there is nothing else in it. */
    static boolean plain(
            CMSSignedData cms, SignerInformation signer, int version, ASN1ObjectIdentifier content, int certificates) {
        var algorithms = cms.getDigestAlgorithmIDs();
        return cms.getVersion() == version
                && cms.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)
                && cms.getCertificates().getMatches(null).size() == certificates
                && cms.getSignedContentTypeOID().equals(content.getId())
                && algorithms.size() == 1
                && isSha256(algorithms.iterator().next())
                && cms.getCRLs().getMatches(null).isEmpty()
                && cms.getAttributeCertificates().getMatches(null).isEmpty()
                && signer.getVersion() == 1
                && isSha256(signer.getDigestAlgorithmID())
                && signer.getEncryptionAlgOID().equals(X9ObjectIdentifiers.ecdsa_with_SHA256.getId())
                && signer.getEncryptionAlgParams() == null;
    }

    /** The part as a strict writer would write it: a parser forgives wrong tags, a seal must not. */
    static boolean standsIn(byte[] whole, byte[] part) {
        return new String(whole, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    private static boolean isSha256(AlgorithmIdentifier algorithm) {
        var parameters = algorithm.getParameters();
        return algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && (parameters == null || parameters.equals(DERNull.INSTANCE));
    }
}
