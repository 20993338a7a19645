package vn.motcua.agency;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The name of a place as it is compared: in lower case, {@code Hoà} like {@code Hòa}, {@code P.05} like {@code Phường 5}; with
 * and without its kind, with and without accents.
 *
 * @param full with its kind, {@code bare} without; each also folded to letters without accents
 */
record PlaceName(String full, String foldedFull, String bare, String foldedBare) {

    private static final Map<String, String> SHORT = Map.of(
            "tp",
            "thành phố",
            "q",
            "quận",
            "h",
            "huyện",
            "p",
            "phường",
            "x",
            "xã",
            "tt",
            "thị trấn",
            "tx",
            "thị xã",
            "t",
            "tỉnh",
            "dk",
            "đặc khu");

    private static final List<String> KINDS = List.of(
            "thanh pho",
            "tinh",
            "quan",
            "huyen",
            "thi xa",
            "phuong",
            "xa",
            "thi tran",
            "dac khu",
            "district",
            "ward",
            "commune",
            "town");

    /** Grave, acute, hook, tilde and dot: the tones, which stand on this vowel or that by the writer's taste. */
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

    /** What people write instead of a province's name. */
    private static final Map<String, String> NICKNAMES =
            Map.of("tphcm", "Hồ Chí Minh", "hcm", "Hồ Chí Minh", "sai gon", "Hồ Chí Minh", "brvt", "Bà Rịa Vũng Tàu");

    private static final Pattern GLUED = Pattern.compile("(tp|q|p|h|x|tt|tx)(\\d+)");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern QUIET = Pattern.compile("['’`\\p{Cf}]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

    static PlaceName of(String text) {
        var words = words(text);
        var full = String.join(" ", words);
        var folded = folded(full);
        int kind = kind(folded);
        var bare = String.join(" ", words.subList(kind, words.size()));
        return new PlaceName(full, folded, bare, folded(bare));
    }

    /** A province's nickname as its name, anything else as it is. */
    static String province(String typed) {
        return NICKNAMES.getOrDefault(of(typed).foldedBare(), typed);
    }

    /** Whether it is one of many of its kind, {@code Phường 6}. */
    boolean isNumber() {
        return bare.chars().allMatch(Character::isDigit);
    }

    boolean isBlank() {
        return full.isBlank();
    }

    /** The words, the first one written out where it is an abbreviated kind, each with its tone at its end. */
    private static List<String> words(String text) {
        var plain = QUIET.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        for (var word : BETWEEN.split(plain)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (!words.isEmpty()) {
            var glued = GLUED.matcher(words.getFirst());
            if (glued.matches()) {
                words.set(0, glued.group(1));
                words.add(1, glued.group(2));
            }
            var kind = SHORT.get(words.getFirst());
            if (kind != null && words.size() > 1) {
                words.removeFirst();
                words.addAll(0, List.of(kind.split(" ")));
            }
        }
        words.replaceAll(PlaceName::word);
        return words;
    }

    private static String word(String word) {
        return word.charAt(0) == '0' && word.length() > 1 && word.chars().allMatch(Character::isDigit)
                ? String.valueOf(Long.parseLong(word.substring(0, Math.min(word.length(), 9))))
                : toned(word);
    }

    private static String toned(String word) {
        if (word.chars().allMatch(c -> c < 128)) {
            return word;
        }
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            (TONES.indexOf(apart.charAt(i)) < 0 ? letters : tones).append(apart.charAt(i));
        }
        return letters.append(tones).toString();
    }

    private static String folded(String toned) {
        return MARKS.matcher(toned).replaceAll("").replace('đ', 'd');
    }

    /** How many words the kind in front has; 0 where nothing would be left. */
    private static int kind(String folded) {
        for (var kind : KINDS) {
            if (folded.startsWith(kind + " ")) {
                return kind.indexOf(' ') < 0 ? 1 : 2;
            }
        }
        return 0;
    }

    /** How many letters must change until one is the other, {@code most + 1} where there are more. */
    static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        var row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return Math.min(row[other.length()], most + 1);
    }
}
