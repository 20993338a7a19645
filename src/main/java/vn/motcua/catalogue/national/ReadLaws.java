package vn.motcua.catalogue.national;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Procedure.AgencyOrBody;
import vn.motcua.catalogue.Procedure.LegalText;
import vn.motcua.shared.Text;

/** The legal texts of a record: titles and numbers stand in one string without a gap, with the numbers beside it. */
final class ReadLaws {

    private static final Pattern NUMBER = Pattern.compile(
            "\\d{1,4}(?:\\.\\d{1,3})?[a-z]?/(?:\\d{4}/)?(?:QH\\d{1,2}|NĐ-CP|NQ-CP|QĐ-TTg|CT-TTg|UBTVQH\\d{1,2}|[A-ZĐ]{2,4}L?T?-[A-ZĐ]{2,10}(?:-[A-ZĐ]{2,10})*)");
    private static final Pattern DATE =
            Pattern.compile("(?iu)ngày (\\d{1,2})(?:/| tháng )(\\d{1,2})(?:/| năm )(\\d{4})");

    private static final Map<String, String> ISSUERS = Map.ofEntries(
            Map.entry("NĐ-CP", "Chính phủ"),
            Map.entry("NQ-CP", "Chính phủ"),
            Map.entry("QĐ-TTg", "Thủ tướng Chính phủ"),
            Map.entry("TT-BTC", "Bộ Tài chính"),
            Map.entry("TT-BCA", "Bộ Công an"),
            Map.entry("TT-BTP", "Bộ Tư pháp"),
            Map.entry("TT-BXD", "Bộ Xây dựng"),
            Map.entry("TT-BGTVT", "Bộ Giao thông vận tải"),
            Map.entry("TT-BNNPTNT", "Bộ Nông nghiệp và Phát triển nông thôn"),
            Map.entry("TT-BNNMT", "Bộ Nông nghiệp và Môi trường"),
            Map.entry("TT-BTNMT", "Bộ Tài nguyên và Môi trường"),
            Map.entry("TT-NHNN", "Ngân hàng Nhà nước Việt Nam"),
            Map.entry("TT-BYT", "Bộ Y tế"),
            Map.entry("TT-BCT", "Bộ Công Thương"));

    private static final int MAX_TITLE = 600;

    private ReadLaws() {}

    static List<LegalText> read(Source record) {
        var details = record.all("legalTexts");
        if (!details.isEmpty()) {
            return details.stream()
                    .map(law -> law(law.line("number"), law.line("title")))
                    .toList();
        }
        var text = record.line("legalBasisText");
        var laws = new ArrayList<LegalText>();
        for (var number : numbers(record)) {
            laws.add(law(number, title(text, number)));
        }
        return List.copyOf(laws);
    }

    private static Set<String> numbers(Source record) {
        var numbers = new LinkedHashSet<String>();
        for (var said : record.texts("legalBasisCodes")) {
            var number = NUMBER.matcher(said);
            var clear = number.find();
            numbers.add(clear ? number.group() : said);
            if (!clear || !said.substring(number.end()).matches("\\d*")) { // digits behind it begin the next number
                record.doubt("legalBasis", Doubt.Kind.LAW_NUMBER_UNSURE, said);
            }
        }
        return numbers;
    }

    /** What stands before the number, back to the number before it; empty where that is no title. */
    private static String title(String text, String number) {
        int at = -1;
        for (int from = text.indexOf(number); from >= 0; from = text.indexOf(number, from + 1)) {
            if (from == 0 || text.charAt(from - 1) != ' ' || at < 0) {
                at = from; // glued to its title, as the numbers of the list are
            }
        }
        if (at <= 0) {
            return "";
        }
        int start = 0;
        Matcher before = NUMBER.matcher(text).region(0, at);
        while (before.find()) {
            var glued = before.start() == 0 || text.charAt(before.start() - 1) != ' ';
            start = glued ? before.end() : start;
        }
        var title = text.substring(start, at).strip();
        return title.length() > MAX_TITLE || title.length() < 4 ? "" : title;
    }

    private static LegalText law(String number, String title) {
        var suffix = number.substring(number.lastIndexOf('/') + 1);
        var issuer = suffix.startsWith("QH") ? "Quốc hội" : ISSUERS.getOrDefault(suffix, "");
        return new LegalText(
                number, Text.vietnamese(title), date(title), new AgencyOrBody(null, Text.vietnamese(issuer)));
    }

    /** The day in the title, where it names exactly one. */
    private static @Nullable LocalDate date(String title) {
        var date = DATE.matcher(title);
        if (!date.find()) {
            return null;
        }
        try {
            var day = LocalDate.of(
                    Integer.parseInt(date.group(3)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)));
            return date.find() ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
