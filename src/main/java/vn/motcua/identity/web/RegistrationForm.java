package vn.motcua.identity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.motcua.identity.EmailAddress;
import vn.motcua.identity.IdentityNumber;
import vn.motcua.identity.Person.Sex;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.identity.door.Passwords;
import vn.motcua.identity.door.Registrations.Applicant;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/** What the registration form carries, as it was typed. */
public record RegistrationForm(
        @Nullable String identityNumber,
        @Nullable String fullName,
        @Nullable String birthDateDay,
        @Nullable String birthDateMonth,
        @Nullable String birthDateYear,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String password) {

    /** Below this age a guardian acts (Nghị định 69/2024/NĐ-CP, Article 7). */
    private static final int YOUNGEST = 14;

    private static final int OLDEST = 130;

    static RegistrationForm empty() {
        return new RegistrationForm(null, null, null, null, null, null, null, null, null);
    }

    /** For printing: never null; the password never comes back. */
    public String shown(@Nullable String typed) {
        return typed == null ? "" : typed.length() > 500 ? typed.substring(0, 500) : typed;
    }

    /** Everything that is wrong at once, or an applicant. */
    Applicant checked(LocalDate today, Locale locale) {
        var mistakes = new ArrayList<Mistake>();
        var number = collect(mistakes, () -> IdentityNumber.parse(text(identityNumber)));
        var name = collect(mistakes, () -> PersonName.parse(text(fullName)));
        var born = collect(mistakes, () -> birthDate(today));
        var declared = collect(mistakes, this::declaredSex);
        var mobile = collect(mistakes, () -> PhoneNumber.parse(text(phone)));
        var mail = collect(mistakes, () -> EmailAddress.parse(text(email)));
        collect(mistakes, () -> {
            Passwords.check(
                    text(password),
                    number == null ? "" : number.value(),
                    mobile == null ? "" : mobile.value(),
                    mail == null ? "" : mail.value());
            return true;
        });
        if (number != null && born != null && declared != null) {
            collect(mistakes, () -> number.belongingTo(born, declared));
        }
        if (!mistakes.isEmpty() || number == null || name == null || born == null || mobile == null || mail == null) {
            throw Problem.invalid(mistakes);
        }
        return new Applicant(number, name, born, mobile, mail, locale);
    }

    private LocalDate birthDate(LocalDate today) {
        LocalDate born;
        try {
            born = LocalDate.of(part(birthDateYear, 4), part(birthDateMonth, 2), part(birthDateDay, 2));
        } catch (NumberFormatException e) {
            throw Problem.invalid("birthDate", "identity.birth.empty");
        } catch (DateTimeException e) {
            throw Problem.invalid("birthDate", "identity.birth.impossible");
        }
        if (born.isAfter(today)) {
            throw Problem.invalid("birthDate", "identity.birth.future");
        }
        if (born.isBefore(today.minusYears(OLDEST))) {
            throw Problem.invalid("birthDate", "identity.birth.long-ago", born.getYear());
        }
        if (born.isAfter(today.minusYears(YOUNGEST))) {
            throw Problem.invalid("birthDate", "identity.birth.young", YOUNGEST);
        }
        return born;
    }

    /** Digits only: {@code Integer.parseInt} alone would take signs and other scripts' digits. */
    private static int part(@Nullable String typed, int longest) {
        var digits = text(typed).strip();
        if (!digits.matches("[0-9]{1," + longest + "}")) {
            throw new NumberFormatException();
        }
        return Integer.parseInt(digits);
    }

    private Sex declaredSex() {
        return switch (text(sex)) {
            case "MALE" -> Sex.MALE;
            case "FEMALE" -> Sex.FEMALE;
            default -> throw Problem.invalid("sex", "identity.sex.empty");
        };
    }

    private static <T> @Nullable T collect(List<Mistake> mistakes, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem problem) {
            mistakes.addAll(problem.mistakes());
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
