package vn.motcua.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering;
import vn.motcua.files.FileId;
import vn.motcua.identity.Person;

/**
 * What was handed in: never changed. The applicant stands here as the account said at that moment, so that a paper printed
 * later says the same as the first.
 */
record Content(
        Applicant applicant,
        Map<String, Object> answers,
        List<Paper> papers,
        @Nullable String deliveryAddress) {

    /** The applicant's facts at submission. */
    record Applicant(
            String fullName,
            String identityNumber,
            LocalDate birthDate,
            Person.Sex sex,
            @Nullable String phone,
            @Nullable String email,
            String address,
            String language) {

        static Applicant of(Person person) {
            return new Applicant(
                    person.fullName(),
                    person.identityNumber(),
                    person.birthDate(),
                    person.sex(),
                    person.phone(),
                    person.email(),
                    person.address(),
                    person.locale().getLanguage());
        }

        Locale locale() {
            return Locale.of(language);
        }

        /** For the public page: {@code N. T. A.} */
        String initials() {
            var initials = new StringBuilder();
            for (var word : fullName.strip().split("\\s+")) {
                initials.appendCodePoint(word.codePointAt(0)).append(". ");
            }
            return initials.toString().strip();
        }
    }

    /** One paper; {@code file} is none where the form or the account itself holds it. */
    record Paper(String component, @Nullable FileId file, Offering.Source source) {}
}
