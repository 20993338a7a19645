package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import vn.motcua.shared.AgencyCode;

/**
 * The number of a dossier, {@code H26-261116-0412}: agency, day of receipt (Asia/Ho_Chi_Minh), sequence of at least four
 * digits that widens and never wraps (Thông tư 03/2025/TT-VPCP). Also reads the older national shapes, with an eight-digit
 * day or {@code 000.00.01.G09} in front; refuses anything else.
 */
public record DossierCode(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("([GH]\\d{2}(\\.\\d{2}){0,5}|000\\.00\\.\\d{2}\\.[GH]\\d{2})-(\\d{6}|\\d{8})-\\d{4,9}");

    public DossierCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of a dossier: " + value);
        }
    }

    static DossierCode of(AgencyCode agency, LocalDate day, long number) {
        return new DossierCode(
                "%s-%s-%04d".formatted(agency, day.format(DateTimeFormatter.ofPattern("yyMMdd")), number));
    }

    /** How other rooms name this dossier: the journal's stream, what money is owed for, what a message is about. */
    public String stream() {
        return "dossier/" + value;
    }

    static DossierCode ofStream(String stream) {
        return new DossierCode(stream.substring("dossier/".length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
