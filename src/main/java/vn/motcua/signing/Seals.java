package vn.motcua.signing;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.motcua.shared.AgencyCode;

/** The portal's electronic seal (PAdES): puts it on papers and checks it. */
@Component
public class Seals {

    /** What a paper is; {@code /verify} names it so. */
    public enum Kind {
        RESULT,
        FEE_RECEIPT,
        FORM_01,
        FORM_02,
        FORM_03,
        FORM_04,
        FORM_05,
        FORM_06
    }

    /**
     * What a paper says of itself, entered into the register of issued papers.
     *
     * @param token at least 20 random base32 characters, printed on the paper as text and QR: {@code /verify} takes it
     * @param subject what it belongs to, as in {@code dossier/H26-261116-0001}
     */
    public record Paper(
            Kind kind, String token, AgencyCode issuer, String issuerName, String subject, Instant issuedAt) {}

    /** A fresh token for a paper that is about to be drawn. */
    public String newToken() {
        throw new UnsupportedOperationException("to be written by the signing room");
    }

    /**
     * Seals the PDF (PAdES-B-T, EC P-256, the portal's own issuing key) and enters it into the register, in the running
     * transaction. Returns the sealed bytes.
     */
    public byte[] seal(byte[] pdf, Paper paper) {
        throw new UnsupportedOperationException("to be written by the signing room");
    }
}
