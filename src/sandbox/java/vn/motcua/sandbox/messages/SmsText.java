package vn.motcua.sandbox.messages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Letters on the air: the default alphabet of GSM 03.38 (one octet a sign, as SMPP carries it), UCS-2, Latin-1, ASCII. */
final class SmsText {

    static final int GSM = 0;
    static final int ASCII = 1;
    static final int LATIN_1 = 3;
    static final int UCS_2 = 8;

    private static final char ESCAPE = 0x1B;
    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private SmsText() {}

    /** Null when the coding is none of ours or an octet is no letter in it. */
    static @Nullable String decode(byte[] octets, int coding) {
        return switch (coding) {
            case GSM -> gsm(octets);
            case ASCII -> new String(octets, StandardCharsets.US_ASCII);
            case LATIN_1 -> new String(octets, StandardCharsets.ISO_8859_1);
            case UCS_2 -> octets.length % 2 == 0 ? new String(octets, StandardCharsets.UTF_16BE) : null;
            default -> null;
        };
    }

    /** The octets in the default alphabet, or null when a letter is not part of it. */
    static byte @Nullable [] encodeGsm(String text) {
        var octets = new ByteArrayOutputStream(text.length());
        for (char letter : text.toCharArray()) {
            int code = letter == ESCAPE ? -1 : ALPHABET.indexOf(letter);
            int extended = EXTENSION.indexOf(letter);
            if (code >= 0) {
                octets.write(code);
            } else if (extended >= 0) {
                octets.write(ESCAPE);
                octets.write(EXTENSION_CODES[extended]);
            } else {
                return null;
            }
        }
        return octets.toByteArray();
    }

    private static @Nullable String gsm(byte[] octets) {
        var text = new StringBuilder(octets.length);
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] < 0) {
                return null;
            }
            if (octets[i] != ESCAPE) {
                text.append(ALPHABET.charAt(octets[i]));
                continue;
            }
            int extended = i + 1 < octets.length ? extended(octets[++i]) : -1;
            text.append(extended < 0 ? ' ' : EXTENSION.charAt(extended)); // a phone shows a space for what it does not know
        }
        return text.toString();
    }

    private static int extended(byte code) {
        for (int i = 0; i < EXTENSION_CODES.length; i++) {
            if (EXTENSION_CODES[i] == code) {
                return i;
            }
        }
        return -1;
    }
}
