package vn.motcua.question;

import java.text.Normalizer;

/** Text as people typed it, without what nobody sees: NFC, one kind of line end, no control, joining or turning signs. */
final class Plain {

    private Plain() {}

    static String of(@org.jspecify.annotations.Nullable String typed) {
        if (typed == null) {
            return "";
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .replace('\u00a0', ' ')
                .replaceAll("[\\p{Cc}&&[^\\n]]|\\p{Cf}", "")
                .replaceAll(" +\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** For comparing: small letters without marks, sign by sign, so that places stay where they were. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == 'đ' || sign == 'Đ') {
                folded.append('d');
            } else if (sign < 0x80) {
                folded.append(Character.toLowerCase(sign));
            } else {
                var apart = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKD);
                folded.append(Character.toLowerCase(apart.isEmpty() ? sign : apart.charAt(0)));
            }
        }
        return folded.toString();
    }
}
