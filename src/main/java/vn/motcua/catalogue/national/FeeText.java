package vn.motcua.catalogue.national;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a record writes about money and time in one string: {@code 800,000 VNĐ(why)15 ngày kể từ …}.
 *
 * @param amounts those that head it, in đồng
 * @param note what stands in brackets behind them
 * @param rest the sentences after that, mostly about time and way
 */
record FeeText(List<Long> amounts, String note, String rest) {

    private static final Pattern HEAD =
            Pattern.compile("(?iu)^\\s*([\\d.,]{1,20}) ?(VNĐ|VND|Việt Nam Đồng|đồng)(?=\\W|\\p{Lu}|$)");

    static FeeText of(String text) {
        var amounts = new ArrayList<Long>();
        var notes = new ArrayList<String>();
        var rest = text;
        while (true) {
            var head = HEAD.matcher(rest);
            if (head.find()) {
                amounts.add(Amounts.whole(head.group(1)));
                rest = rest.substring(head.end());
            } else if (!rest.startsWith("(") || (amounts.isEmpty() && !notes.isEmpty())) {
                break;
            }
            if (rest.startsWith("(")) {
                int end = closing(rest);
                notes.add(rest.substring(1, end).strip());
                rest = rest.substring(Math.min(rest.length(), end + 1)).stripLeading();
            }
        }
        return new FeeText(amounts, String.join("; ", notes), rest.strip());
    }

    /** Where the first bracket closes; the end where it never does. */
    private static int closing(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
