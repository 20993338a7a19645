package vn.motcua.dossier;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering;
import vn.motcua.files.FileId;
import vn.motcua.identity.Person;

/**
 * A dossier as an applicant wants to hand it in, not yet checked.
 *
 * @param papers what was uploaded, in the order given; a component may have several files
 */
public record Submission(
        Offering offering, String caseCode, Map<String, Object> answers, List<Given> papers, Delivery delivery) {

    public Submission {
        answers = Map.copyOf(answers);
        papers = List.copyOf(papers);
    }

    /** With what the account knows put in where nothing was answered. */
    Submission filledFor(Person person) {
        return new Submission(offering, caseCode, Prefill.fill(person, offering.form(), answers), papers, delivery);
    }

    /** One uploaded file for one component. */
    public record Given(String component, FileId file) {}

    /** How the applicant wants the result; by post it needs an address. */
    public record Delivery(Offering.Way way, @Nullable String address) {}
}
