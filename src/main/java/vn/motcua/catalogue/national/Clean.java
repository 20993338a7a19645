package vn.motcua.catalogue.national;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text of a record as it should have been: NFC, without invisible marks, spaces single, lines trimmed. */
final class Clean {

    /** Marks of direction and joining, soft hyphens, byte order marks, and control characters but line feed and tab. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\n]]|[\\p{Cc}&&[^\\n\\t]]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern AROUND_LINES = Pattern.compile(" *\\n *");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    private Clean() {}

    static String text(String raw) {
        var text = Normalizer.normalize(raw.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        text = INVISIBLE.matcher(text).replaceAll("");
        text = SPACES.matcher(text).replaceAll(" ");
        text = AROUND_LINES.matcher(text).replaceAll("\n");
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    /** The same in one line. */
    static String line(String raw) {
        return SPACES.matcher(text(raw).replace('\n', ' ')).replaceAll(" ");
    }

    /** For comparing names: lower case, without what stands in brackets and without marks. */
    static String key(String text) {
        return line(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)", "")
                .replaceAll("[^\\p{L}\\p{N} ]", "")
                .strip();
    }
}
