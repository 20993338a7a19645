package vn.motcua.dossier;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.identity.People;
import vn.motcua.identity.Person;
import vn.motcua.time.WorkingTime;

/**
 * What need not be asked or handed in, because the identity account holds it.
 *
 * @param asOf the day for which this holds
 * @param papers the codes of components that the account fills
 */
public record Known(LocalDate asOf, List<Field> fields, List<String> papers) {

    /** @param fixed whether the account proves it, so that no other answer is taken */
    public record Field(String name, String value, boolean fixed) {}

    /** Where the account is asked. */
    @Component
    public static class Finder {

        private final People people;
        private final InstantSource clock;

        Finder(People people, InstantSource clock) {
            this.people = people;
            this.clock = clock;
        }

        public Known of(Person person, Offering offering) {
            var fields = new ArrayList<Field>();
            for (var field : Prefill.fields(offering.form())) {
                var kind = Objects.requireNonNull(field.prefill());
                var value = Prefill.of(person, kind);
                if (value != null) {
                    fields.add(new Field(field.name(), value, Prefill.proven(kind)));
                }
            }
            var fromAccount = offering.cases().stream()
                    .flatMap(c -> c.components().stream())
                    .filter(component -> component.source() == Offering.Source.ACCOUNT)
                    .map(Offering.Component::code)
                    .distinct()
                    .toList();
            var papers =
                    fromAccount.isEmpty() || people.portrait(person.id()).isEmpty() ? List.<String>of() : fromAccount;
            return new Known(LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE), fields, papers);
        }
    }
}
