package vn.motcua.payment;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.shared.Vnd;

/** An amount as it is spoken in Vietnamese, for receipts: 135.000 đ is "Một trăm ba mươi lăm nghìn đồng". */
public final class AmountInWords {

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> GROUPS = List.of("", "nghìn", "triệu", "tỷ");

    private AmountInWords() {}

    public static String of(Vnd amount) {
        var words = String.join(" ", amount.isZero() ? List.of("không") : words(amount.amount()));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + " đồng";
    }

    private static List<String> words(long number) {
        var words = new ArrayList<String>();
        if (number >= 1_000_000_000_000L) { // a thousand billion is spoken "nghìn tỷ"
            words.addAll(words(number / 1_000_000_000L));
            words.add("tỷ");
            number %= 1_000_000_000L;
        }
        for (int group = 3; group >= 0; group--) {
            int three = (int) (number / (long) Math.pow(1000, group) % 1000);
            if (three > 0) {
                three(words, three);
                if (group > 0) {
                    words.add(GROUPS.get(group));
                }
            }
        }
        return words;
    }

    /** Hundreds are spoken even when there are none, except at the very beginning. */
    private static void three(List<String> words, int number) {
        int hundreds = number / 100;
        int tens = number / 10 % 10;
        int ones = number % 10;
        boolean first = words.isEmpty();
        if (hundreds > 0 || !first) {
            words.add(DIGITS.get(hundreds));
            words.add("trăm");
        }
        if (tens == 0) {
            if (ones > 0 && (hundreds > 0 || !first)) {
                words.add("linh");
            }
        } else if (tens == 1) {
            words.add("mười");
        } else {
            words.add(DIGITS.get(tens));
            words.add("mươi");
        }
        if (ones > 0) {
            words.add(one(ones, tens));
        }
    }

    private static String one(int ones, int tens) {
        return switch (ones) {
            case 1 -> tens > 1 ? "mốt" : "một";
            case 4 -> tens > 1 ? "tư" : "bốn";
            case 5 -> tens > 0 ? "lăm" : "năm";
            default -> DIGITS.get(ones);
        };
    }
}
