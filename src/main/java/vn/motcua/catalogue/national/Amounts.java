package vn.motcua.catalogue.national;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money in Vietnamese sentences, in đồng, and the days for which a reduced one holds. */
final class Amounts {

    private static final Pattern AMOUNT =
            Pattern.compile("(?iu)(\\d[\\d.,]{0,15}) ?(triệu đồng|nghìn đồng|ngàn đồng|đồng|vnđ|vnd|đ(?![\\p{L}]))");

    private static final String DAY = "(\\d{1,2})(?:/| tháng )(\\d{1,2})(?:/| năm )(\\d{4})";
    private static final Pattern PERIOD = Pattern.compile("(?iu)(?:kể từ|từ)(?: kể từ)?(?: ngày)? {0,2}" + DAY
            + "[^\\d]{0,20}?(?:đến hết|đến)(?: ngày)? {0,2}" + DAY);
    private static final Pattern FREE = Pattern.compile("(?iu)miễn (?:thu )?(?:các )?(?:phí|lệ phí|kể từ)");

    /** @param amount zero where nothing is to be paid in these days */
    record Period(long amount, LocalDate from, LocalDate to) {}

    private Amounts() {}

    /** {@code 800,000}, {@code 800.000} and {@code 800000} alike; 0 for what is no number. */
    static long whole(String digits) {
        var bare = digits.replaceAll("[.,]", "");
        return bare.isEmpty() || bare.length() > 12 ? 0 : Long.parseLong(bare);
    }

    static List<Long> in(String text) {
        var amounts = new ArrayList<Long>();
        var matcher = AMOUNT.matcher(text);
        while (matcher.find()) {
            amounts.add(value(matcher));
        }
        return amounts.stream().distinct().toList();
    }

    private static long value(Matcher amount) {
        var unit = amount.group(2).toLowerCase(Locale.ROOT);
        if (unit.startsWith("triệu")) {
            var number = amount.group(1).replace(',', '.').replaceAll("\\.$", "");
            return number.matches("\\d+(\\.\\d{1,2})?") ? Math.round(Double.parseDouble(number) * 1_000_000) : 0;
        }
        long whole = whole(amount.group(1));
        return unit.startsWith("ngh") || unit.startsWith("ng") ? whole * 1_000 : whole;
    }

    /** The reduced amount and its days, where the text names exactly one such period. */
    static Optional<Period> period(String text, long full) {
        var days = PERIOD.matcher(text);
        if (!days.find()) {
            return Optional.empty();
        }
        try {
            var from = day(days, 1);
            var to = day(days, 4);
            if (days.find() || to.isBefore(from)) {
                return Optional.empty();
            }
            var reduced = in(text).stream().filter(amount -> amount != full).toList();
            if (FREE.matcher(text).find() && reduced.isEmpty()) {
                return Optional.of(new Period(0, from, to));
            }
            return reduced.size() == 1 && reduced.getFirst() < full && reduced.getFirst() > 0
                    ? Optional.of(new Period(reduced.getFirst(), from, to))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher matcher, int group) {
        return LocalDate.of(
                Integer.parseInt(matcher.group(group + 2)),
                Integer.parseInt(matcher.group(group + 1)),
                Integer.parseInt(matcher.group(group)));
    }
}
