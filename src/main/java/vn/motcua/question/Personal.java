package vn.motcua.question;

import java.util.List;
import org.springframework.stereotype.Component;

/** Shows the second person what in an answer may tell of somebody; {@link Answering#publish} refuses by the same eyes. */
@Component
public class Personal {

    /**
     * Something found.
     *
     * @param id under which it is confirmed that it may stay
     * @param kind and {@code field}: the last parts of message keys
     * @param certain whether it must go before anything is published
     */
    public record Mark(String id, String kind, String text, String field, boolean certain) {}

    private final Askers askers;

    Personal(Askers askers) {
        this.askers = askers;
    }

    public List<Mark> in(QuestionCode code, Wording wording) {
        var asker = askers.of(code).map(Askers.Asker::name).orElse(null);
        return PersonalData.in(wording, asker).stream()
                .map(found -> new Mark(found.id(), found.kind().name(), found.text(), found.field(), found.certain()))
                .toList();
    }
}
