package vn.motcua.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Text;

/**
 * An agency as of some day.
 *
 * @param name of the agency itself ("Công an thành phố Hà Nội"); {@code unit} of its one-stop unit
 * @param address one line; {@code phone} for people to call
 * @param validTo the first day on which it no longer exists, null while it does
 */
public record Agency(
        AgencyCode code,
        Text name,
        Text unit,
        String address,
        String phone,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
