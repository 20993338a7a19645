package vn.motcua.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A province, district or commune while it was the same (numbers: the list of the General Statistics Office, Quyết định
 * 124/2004/QĐ-TTg). Numbers are used again, so a unit is its number and the day on which it began. Refuses a number of another
 * shape, an empty name and a unit that ends before it begins.
 *
 * @param name with its kind in front, "Phường Ba Đình"
 * @param province the number of the province it lies in, null for a province; {@code district} likewise, null since there
 *     are none any more
 * @param validFrom null where only its end is told
 * @param validTo the first day on which it no longer exists, null while it does
 */
public record Unit(
        Level level,
        String code,
        String name,
        @Nullable String province,
        @Nullable String district,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Districts were given up on 1 July 2025. */
    public enum Level {
        PROVINCE(2),
        DISTRICT(3),
        COMMUNE(5);

        final int digits;

        Level(int digits) {
            this.digits = digits;
        }

        boolean fits(String code) {
            return code.length() == digits && code.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }

    /** What no two units share. */
    record Key(Level level, String code, @Nullable LocalDate validFrom) {}

    public Unit {
        if (!level.fits(code) || name.isBlank()) {
            throw new IllegalArgumentException("No unit: " + level + " " + code + " " + name);
        }
        if (validFrom != null && validTo != null && !validFrom.isBefore(validTo)) {
            throw new IllegalArgumentException(code + " ends before it begins");
        }
    }

    Key key() {
        return new Key(level, code, validFrom);
    }

    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    /** The last day on which it was there; {@code today} while it is. */
    LocalDate lastDay(LocalDate today) {
        return validTo == null || today.isBefore(validTo) ? today : validTo.minusDays(1);
    }
}
