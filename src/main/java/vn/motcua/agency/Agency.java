package vn.motcua.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Text;

/**
 * An agency as of some day (codes: Quyết định 20/2020/QĐ-TTg).
 *
 * @param name of the agency itself ("Ủy ban nhân dân thành phố Hà Nội"); {@code unit} of its one-stop unit
 * @param place the territory as it stands in the names of the bodies there: "thành phố Hà Nội"
 * @param address one line, empty until an administrator enters it; {@code phone} for people to call, likewise
 * @param province the number of its province at the statistics office, null for a ministry
 * @param validTo the first day on which it no longer exists, null while it does
 */
public record Agency(
        AgencyCode code,
        Text name,
        Text unit,
        Text place,
        @Nullable String province,
        String address,
        String phone,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** Whether it is a province's agency of the first level, {@code H26}. */
    public boolean isProvince() {
        return code.value().length() == 3 && code.value().startsWith("H");
    }

    /** 1 for a ministry or province, one more for each part below. */
    public int level() {
        return 1 + (int) code.value().chars().filter(c -> c == '.').count();
    }
}
