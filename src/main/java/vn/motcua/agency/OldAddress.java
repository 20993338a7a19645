package vn.motcua.agency;

import java.util.ArrayList;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/**
 * An address from before a change, as a person or a program knows it: names with or without kind and accents, or numbers of
 * the statistics office. Refuses one without province (unless the commune is a number), without district and commune, or with
 * a part of more than 100 characters.
 */
public record OldAddress(String province, String district, String commune) {

    public static final int MAX_LENGTH = 100;

    public OldAddress {
        province = province.strip();
        district = district.strip();
        commune = commune.strip();
        var mistakes = new ArrayList<Mistake>();
        if (PlaceName.of(province).isBlank() && !Unit.Level.COMMUNE.fits(commune)) {
            mistakes.add(Mistake.of("province", "agency.address.province.missing"));
        }
        if (PlaceName.of(commune).isBlank() && PlaceName.of(district).isBlank()) {
            mistakes.add(Mistake.of("commune", "agency.address.commune.missing"));
        }
        tooLong("province", province, mistakes);
        tooLong("district", district, mistakes);
        tooLong("commune", commune, mistakes);
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
    }

    private static void tooLong(String field, String text, ArrayList<Mistake> mistakes) {
        if (text.length() > MAX_LENGTH) {
            mistakes.add(Mistake.of(field, "agency.address.long", String.valueOf(MAX_LENGTH)));
        }
    }
}
