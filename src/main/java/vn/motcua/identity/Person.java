package vn.motcua.identity;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.PersonId;

/**
 * A citizen with an account.
 *
 * @param identityNumber 12 digits (số định danh); see {@code IdentityNumber} for what they mean
 * @param phone verified, in the form 0912000017; {@code email} verified too; null while unconfirmed
 * @param level assurance level 1 or 2 (Nghị định 69/2024/NĐ-CP)
 * @param address where the person lives, as one line
 * @param locale the language of messages to the person
 */
public record Person(
        PersonId id,
        String identityNumber,
        String fullName,
        LocalDate birthDate,
        Sex sex,
        @Nullable String phone,
        @Nullable String email,
        int level,
        String address,
        Locale locale) {

    public enum Sex {
        MALE,
        FEMALE
    }
}
