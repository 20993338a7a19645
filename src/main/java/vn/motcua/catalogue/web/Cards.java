package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.web.Frame;

/** What a list says of a procedure beyond its line: how long and how much. Printed once per version, language and day. */
@Component
class Cards {

    /** More than a country has procedures, in two languages; then it starts over. */
    private static final int MAX_KEPT = 25_000;

    private final Procedures procedures;
    private final Map<Key, Card> kept = new ConcurrentHashMap<>();

    Cards(Procedures procedures) {
        this.procedures = procedures;
    }

    record Card(String limit, String fee) {}

    private record Key(String code, int version, String language, LocalDate day) {}

    Card of(ProcedureLine line, Frame frame) {
        var today = procedures.today();
        var key = new Key(line.code().value(), line.version(), frame.locale().getLanguage(), today);
        var card = kept.get(key);
        if (card == null) {
            var facts = new ProcedureFacts(procedures.whole(line), today, frame);
            card = new Card(facts.limits(), facts.fee());
            if (kept.size() >= MAX_KEPT) {
                kept.clear();
            }
            kept.put(key, card);
        }
        return card;
    }
}
