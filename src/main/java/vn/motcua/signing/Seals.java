package vn.motcua.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
        FORM_06,
        ACKNOWLEDGEMENT
    }

    /**
     * What a paper says of itself, entered into the register of issued papers.
     *
     * @param token at least 20 random base32 characters, printed on the paper as text and QR: {@code /verify} takes it
     * @param subject what it belongs to, as in {@code dossier/H26-261116-0001}
     */
    public record Paper(
            Kind kind, String token, AgencyCode issuer, String issuerName, String subject, Instant issuedAt) {

        public Paper {
            if (!TOKEN.matcher(token).matches()) {
                throw new IllegalArgumentException("A paper's token comes from newToken()");
            }
        }
    }

    private static final Pattern TOKEN = Pattern.compile("[A-Z2-7]{20,40}");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int TOKEN_LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Pki pki;
    private final Papers papers;
    private final InstantSource clock;
    private volatile @Nullable SealPress press;

    Seals(Pki pki, Papers papers, InstantSource clock) {
        this.pki = pki;
        this.papers = papers;
        this.clock = clock;
    }

    /** A fresh token for a paper that is about to be drawn: 24 base32 characters, 120 random bits. */
    public String newToken() {
        var token = new StringBuilder();
        for (int i = 0; i < TOKEN_LENGTH; i++) {
            token.append(BASE32.charAt(RANDOM.nextInt(32)));
        }
        return token.toString();
    }

    /** The token in groups of four, easier to read from paper and to type; every check takes it so too. */
    public static String readable(String token) {
        return token.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /**
     * Seals the PDF (PAdES-B-T, EC P-256, the portal's own issuing key) and enters it into the register, in the running
     * transaction. Returns the sealed bytes.
     */
    @Transactional
    public byte[] seal(byte[] pdf, Paper paper) {
        var sealed = press().press(pdf, paper.kind(), paper.issuerName(), Date.from(clock.instant()));
        papers.enter(paper, sha256(sealed));
        return sealed;
    }

    /**
     * Whether these bytes are a paper of ours, and whole. The register decides where it knows them; where it does not, the
     * seal does: a changed byte or something added makes it not whole, another root not ours.
     */
    public Verdict check(byte[] pdf) {
        return papers.byContent(sha256(pdf)).map(Verdict::of).orElseGet(() -> {
            var read = OfflineCheck.verdict(new SealReader(pki.anchors()).read(pdf));
            // Sealed by us and not in the register: nobody can say that it holds, so it does not.
            return new Verdict(read.ours(), read.whole(), false, read.kind(), read.issuer(), read.issuedAt());
        });
    }

    /** What the register says of the token printed on a paper; the paper itself cannot be compared so. */
    public Verdict check(String token) {
        return papers.byToken(token).map(Verdict::of).orElse(Verdict.NOT_OURS);
    }

    private SealPress press() {
        var present = press;
        if (present == null || present.generation != pki.member(Role.SEAL).generation()) {
            present = new SealPress(pki, clock);
            press = present;
        }
        return present;
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
