package vn.motcua.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import vn.motcua.shared.Text;
import vn.motcua.shared.Vnd;
import vn.motcua.time.Limit;
import vn.motcua.time.WorkingTime;

/** Dates, times, periods and money as people write them here: {@code 10:40 thứ Sáu 27/11/2026}, {@code 135.000 đ}. */
public final class Formats {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final String[] DAYS = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};

    private Formats() {}

    /** {@code 10:40 thứ Sáu 27/11/2026}, {@code 10:40 on Friday 27 Nov 2026}. */
    public static String moment(Locale locale, OffsetDateTime at) {
        var here = at.atZoneSameInstant(WorkingTime.ZONE);
        return CLOCK.format(here)
                + (english(locale) ? " on " : " ")
                + weekday(locale, here.getDayOfWeek())
                + " "
                + date(locale, here.toLocalDate());
    }

    public static String moment(Locale locale, Instant at) {
        return moment(locale, here(at));
    }

    /** {@code 27/11/2026}, {@code 27 Nov 2026}. */
    public static String date(Locale locale, LocalDate date) {
        return (english(locale) ? DATE_EN : DATE_VI).format(date);
    }

    /** {@code thứ Sáu 27/11/2026}, {@code Friday 27 Nov 2026}. */
    public static String day(Locale locale, LocalDate date) {
        return weekday(locale, date.getDayOfWeek()) + " " + date(locale, date);
    }

    /** {@code 27/11}, {@code 27 Nov}: where the year is clear. */
    public static String shortDate(Locale locale, LocalDate date) {
        return DateTimeFormatter.ofPattern(english(locale) ? "d MMM" : "dd/MM", Locale.ENGLISH)
                .format(date);
    }

    /** {@code 08:24}. */
    public static String time(OffsetDateTime at) {
        return CLOCK.format(at.atZoneSameInstant(WorkingTime.ZONE));
    }

    public static String weekday(Locale locale, DayOfWeek day) {
        return english(locale) ? day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) : DAYS[day.getValue() - 1];
    }

    /** {@code 135.000 đ}, {@code 135,000 ₫}. */
    public static String money(Locale locale, Vnd amount) {
        return english(locale) ? String.format(Locale.ENGLISH, "%,d ₫", amount.amount()) : amount.toString();
    }

    /** {@code 5 ngày làm việc}, {@code 5 working days}; none is the same day. */
    public static String limit(Locale locale, Limit limit) {
        if (limit.quantity() == 0) {
            return english(locale) ? "the same day" : "trong ngày";
        }
        if (!english(locale)) {
            return limit.quantity()
                    + switch (limit.unit()) {
                        case WORKING_DAY -> " ngày làm việc";
                        case DAY -> " ngày";
                        case HOUR -> " giờ làm việc";
                        case MONTH -> " tháng";
                    };
        }
        return limit.quantity()
                + switch (limit.unit()) {
                    case WORKING_DAY -> " working day";
                    case DAY -> " day";
                    case HOUR -> " working hour";
                    case MONTH -> " month";
                }
                + (limit.quantity() == 1 ? "" : "s");
    }

    /** {@code 3,4 MB}, {@code 120 kB}. */
    public static String bytes(Locale locale, long bytes) {
        if (bytes < 1_000_000) {
            return Math.max(1, Math.round(bytes / 1000.0)) + " kB";
        }
        var megabytes = String.format(Locale.ROOT, "%.1f", bytes / 1_000_000.0);
        return (english(locale) ? megabytes : megabytes.replace('.', ',')) + " MB";
    }

    /** The moment as the law's clock shows it, +07:00. */
    public static OffsetDateTime here(Instant at) {
        return at.atZone(WorkingTime.ZONE).toOffsetDateTime();
    }

    /** RFC 3339 with +07:00, {@code 2026-11-27T10:40:00+07:00}: the form in which times leave the portal. */
    public static String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(here(at));
    }

    /** An argument of a sentence in the form that its kind has. */
    static String any(Locale locale, Object value) {
        return switch (value) {
            case String text -> text;
            case Text text -> text.in(locale);
            case Vnd amount -> money(locale, amount);
            case OffsetDateTime at -> moment(locale, at);
            case ZonedDateTime at -> moment(locale, at.toOffsetDateTime());
            case Instant at -> moment(locale, at);
            case LocalDate date -> date(locale, date);
            case LocalTime time -> CLOCK.format(time);
            case Limit limit -> limit(locale, limit);
            default -> value.toString();
        };
    }

    private static boolean english(Locale locale) {
        return locale.getLanguage().equals("en");
    }
}
