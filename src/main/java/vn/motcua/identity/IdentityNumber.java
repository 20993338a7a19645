package vn.motcua.identity;

import java.time.LocalDate;
import java.util.Set;
import vn.motcua.identity.Person.Sex;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/**
 * A citizen's identity number (số định danh cá nhân, Nghị định 137/2015/NĐ-CP Article 13): {@code PPP} province where the
 * birth was registered, {@code G} century and sex, {@code YY} year of birth, {@code RRRRRR} random. There is no check
 * digit. Refuses a number that cannot have been issued; the provinces are the 63 of before July 2025, for numbers do not
 * change when provinces merge.
 */
public record IdentityNumber(String value) {

    private static final Set<Integer> PROVINCES = Set.of(
            1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37, 38, 40, 42,
            44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77, 79, 80, 82, 83, 84, 86,
            87, 89, 91, 92, 93, 94, 95, 96);

    private static final String FIELD = "identityNumber";

    public IdentityNumber {
        if (!value.matches("\\d{12}")) {
            var digits = (int)
                    value.chars().filter(sign -> sign >= '0' && sign <= '9').count();
            throw digits == value.length() && digits > 0
                    ? Problem.invalid(FIELD, "identity.number.digits", digits)
                    : Problem.invalid(FIELD, value.isEmpty() ? "identity.number.empty" : "identity.number.shape");
        }
        if (!PROVINCES.contains(Integer.parseInt(value.substring(0, 3)))) {
            throw Problem.invalid(FIELD, "identity.number.province", value.substring(0, 3));
        }
        if (value.charAt(3) > '3') {
            // 4 and 5 begin with the births of 2100
            throw Problem.invalid(FIELD, "identity.number.century", value.substring(3, 4));
        }
    }

    /** Reads what a person types: spaces, dots and hyphens between the digits do not matter. */
    public static IdentityNumber parse(String typed) {
        return new IdentityNumber(typed.strip().replaceAll("[ .\\-\\u00a0]", ""));
    }

    /** The provinces' codes that a number can begin with, for making sample numbers. */
    public static Set<Integer> provinces() {
        return PROVINCES;
    }

    public Sex sex() {
        return (value.charAt(3) - '0') % 2 == 0 ? Sex.MALE : Sex.FEMALE;
    }

    /** The year of birth that digits four to six name. */
    public int birthYear() {
        return 1900 + 100 * ((value.charAt(3) - '0') / 2) + Integer.parseInt(value.substring(4, 6));
    }

    /** Whether the number can belong to somebody born then and of that sex; refuses with everything that does not fit. */
    public IdentityNumber belongingTo(LocalDate birthDate, Sex declared) {
        var mistakes = new java.util.ArrayList<Mistake>();
        if (birthYear() != birthDate.getYear()) {
            mistakes.add(Mistake.of(FIELD, "identity.number.year", birthYear(), birthDate.getYear()));
        }
        if (sex() != declared) {
            mistakes.add(Mistake.of(FIELD, "identity.number.sex", value.substring(3, 4)));
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        return this;
    }

    /** For people to recognise, not for others to read: {@code 001•••••0017}. */
    public String masked() {
        return value.substring(0, 3) + "•••••" + value.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }
}
