package vn.motcua.catalogue.editing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.journal.Journal;

/** What happened to a decision, as the journal tells it; names and reasons as long as nobody erased them. */
@Component
public class History {

    /** The words of each step are asked for one by one. */
    private static final int MOST_SHOWN = 60;

    private final Journal journal;

    History(Journal journal) {
        this.journal = journal;
    }

    /**
     * @param type {@code catalogue.DecisionSent}
     * @param act what changed in it, {@code SAVED}; empty for the other acts
     * @param procedure whose draft it was, or empty
     */
    public record Step(String type, String act, String procedure, Instant at, String who, String reason) {}

    /** The latest 60, the latest first. */
    public List<Step> of(UUID decision) {
        return journal.history("decision/" + decision).reversed().stream()
                .limit(MOST_SHOWN)
                .map(event -> {
                    var data = RecordTree.parse(event.data());
                    var words = journal.secrets(event.position());
                    return new Step(
                            event.type(),
                            data.path("act").asString(""),
                            data.path("procedure").asString(""),
                            event.at(),
                            words.getOrDefault("who", ""),
                            words.getOrDefault("reason", ""));
                })
                .toList();
    }
}
