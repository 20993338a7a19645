package vn.motcua.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A day that is not what its weekday says, and the message key that tells why. */
record SpecialDay(
        LocalDate date,
        Kind kind,
        String occasion,
        @Nullable LocalDate pair) {

    enum Kind {
        HOLIDAY,
        SUBSTITUTE,
        SWAP_OFF,
        MAKEUP_WORKDAY
    }

    /** The holidays of Labour Code art. 112 that have a sentence of their own; any other is told in its own words. */
    private static final Set<String> KNOWN =
            Set.of("new-year", "tet", "hung-kings", "reunification", "labour", "national-day", "culture");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    boolean works() {
        return kind == Kind.MAKEUP_WORKDAY;
    }

    String why() {
        return switch (kind) {
            case HOLIDAY -> KNOWN.contains(occasion) ? "time.day.holiday." + occasion : "time.day.holiday|" + occasion;
            case SUBSTITUTE -> "time.day.substitute";
            case SWAP_OFF -> "time.day.swap|" + otherDay();
            case MAKEUP_WORKDAY -> "time.day.makeup|" + otherDay();
        };
    }

    private String otherDay() {
        return pair == null ? "" : DATE.format(pair);
    }
}
