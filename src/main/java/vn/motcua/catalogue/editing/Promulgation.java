package vn.motcua.catalogue.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.ProvinceValues;
import vn.motcua.catalogue.Publishing;
import vn.motcua.catalogue.Publishing.Origin;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.catalogue.editing.Decision.Act;
import vn.motcua.catalogue.editing.Decisions.Told;
import vn.motcua.identity.Official;
import vn.motcua.shared.Problem;

/**
 * How a decision moves from its draft to what everybody sees. Whoever wrote any of it neither approves nor publishes it, and
 * all that it carries becomes public in one transaction, or nothing does.
 */
@Component
public class Promulgation {

    /** Free words of officials, in characters. */
    public static final int LONGEST_REASON = 2_000;

    private final Decisions decisions;
    private final Items items;
    private final Checks checks;
    private final Public next;

    Promulgation(Decisions decisions, Items items, Checks checks, Public next) {
        this.decisions = decisions;
        this.items = items;
        this.checks = checks;
        this.next = next;
    }

    /** Asks another editor to approve it. Refused while anything is missing. */
    public void send(Official official, UUID id, int seen) {
        decisions.move(official, id, seen, Act.SEND, decision -> {
            refuseIncomplete(decision);
            return new Told(Map.of("items", items.of(id).size()), "");
        });
    }

    /** Gives it back to those who wrote it; the reason is theirs to read. */
    public void giveBack(Official official, UUID id, int seen, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "catalogue.editing.reason", LONGEST_REASON);
        }
        decisions.move(official, id, seen, Act.RETURN, _ -> new Told(Map.of(), reason.strip()));
    }

    public void approve(Official official, UUID id, int seen) {
        decisions.move(official, id, seen, Act.APPROVE, decision -> {
            refuseOwn(official, decision);
            refuseIncomplete(decision);
            return new Told(Map.of(), "");
        });
    }

    /** Everything it carries becomes public, each from its own day on. */
    public void publish(Official official, UUID id, int seen) {
        decisions.move(official, id, seen, Act.PUBLISH, decision -> {
            next.alone();
            refuseOwn(official, decision);
            refuseIncomplete(decision);
            var numbers = new HashMap<String, Object>();
            for (var item : items.of(id)) {
                int number = next.publish(decision, item, official);
                items.published(id, item.procedure(), number);
                numbers.put(item.procedure().value(), number);
            }
            return new Told(numbers, "");
        });
    }

    public void withdraw(Official official, UUID id, int seen, String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw Problem.invalid("reason", "catalogue.editing.reason", LONGEST_REASON);
        }
        decisions.move(official, id, seen, Act.WITHDRAW, _ -> new Told(Map.of(), reason.strip()));
    }

    /** Whether this official wrote any of it. */
    public boolean isOwn(Official official, UUID id) {
        return decisions.hands(id).contains(official.id());
    }

    private void refuseOwn(Official official, Decision decision) {
        if (isOwn(official, decision.id())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.editing.own");
        }
    }

    private void refuseIncomplete(Decision decision) {
        var findings = checks.of(decision, items.of(decision.id()));
        if (!findings.isEmpty()) {
            throw Problem.invalid(findings.stream().map(Finding::mistake).toList());
        }
    }

    /** Makes the versions of drafts. */
    @Component
    static class Public {

        private final Publishing publishing;
        private final ProvinceValues provinces;
        private final Agencies agencies;

        Public(Publishing publishing, ProvinceValues provinces, Agencies agencies) {
            this.publishing = publishing;
            this.provinces = provinces;
            this.agencies = agencies;
        }

        void alone() {
            publishing.alone();
        }

        /** The number of the version that it became; that of the national one where a province said something beside it. */
        int publish(Decision decision, Item item, Official official) {
            var code = item.procedure();
            return switch (item.kind()) {
                case NEW, CHANGE -> {
                    var tree = NextVersion.of(
                            item, decision, agencies.find(decision.agency()).orElseThrow());
                    int number = version(tree, official);
                    publishing.carryService(code, item.base(), number);
                    yield number;
                }
                case RETIRE ->
                    version(
                            NextVersion.end(
                                    item, decision, publishing.latest(code).orElseThrow()),
                            official);
                case PROVINCE_VALUE -> {
                    List<ProvinceValues.Value> values = NextVersion.values(item, decision);
                    values.forEach(value -> provinces.publish(code, decision.agency(), value, decision.id()));
                    yield publishing.latest(code).orElseThrow().version();
                }
            };
        }

        private int version(tools.jackson.databind.node.ObjectNode tree, Official official) {
            return publishing
                    .publish(RecordTree.procedure(tree, 1), Origin.BACK_OFFICE, official.id())
                    .number();
        }
    }
}
