package vn.motcua.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.journal.Recorded;
import vn.motcua.shared.PersonId;

/**
 * One step on a dossier's way, as its history tells it.
 *
 * @param kind the event's name, {@code Accepted}; its message key is {@code dossier.step.Accepted}
 * @param left when the next step began; null while this is the last
 * @param due the promised time that this step set, if it set one
 */
public record Step(
        long position,
        String kind,
        PersonId actor,
        Instant entered,
        @Nullable Instant left,
        @Nullable Instant due) {

    /** The steps of a history, oldest first. */
    static List<Step> of(List<Recorded> history) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < history.size(); i++) {
            var row = history.get(i);
            var next = i + 1 < history.size() ? history.get(i + 1).at() : null;
            steps.add(new Step(
                    row.position(),
                    row.type().substring("dossier.".length()),
                    row.actor(),
                    row.at(),
                    next,
                    due(EventJson.event(row))));
        }
        return steps;
    }

    private static @Nullable Instant due(DossierEvent event) {
        return switch (event) {
            case DossierEvent.Submitted e -> e.acknowledgeBy();
            case DossierEvent.FeePaid e -> e.acknowledgeBy();
            case DossierEvent.Accepted e -> e.due();
            case DossierEvent.Supplemented e -> e.due();
            case DossierEvent.Apologised e -> e.due();
            case DossierEvent.Resumed e -> e.due();
            default -> null;
        };
    }

    /** The message key of its name. */
    public String nameKey() {
        return "dossier.step." + kind;
    }
}
