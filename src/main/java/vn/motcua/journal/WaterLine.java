package vn.motcua.journal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Works out up to which position the journal is complete. A look is the last position drawn and, taken after it, those who
 * may still commit one that is not above it. When none of those is left, everything up to that position is decided.
 */
final class WaterLine {

    /** Looks that wait for their holders; while a holder stays, more of them tell nothing new. */
    private static final int MAX_WAITING = 64;

    record Look(long last, Set<String> holders) {}

    private final Deque<Look> waiting = new ArrayDeque<>();
    private long line;

    /** Takes one more look into account and answers the line, which never falls. */
    long after(Look look) {
        if (look.last() > line && waiting.size() < MAX_WAITING) {
            waiting.addLast(look);
        }
        for (var it = waiting.descendingIterator(); it.hasNext(); ) {
            var earlier = it.next();
            var decided = earlier == look
                    ? look.holders().isEmpty()
                    : Collections.disjoint(earlier.holders(), look.holders());
            if (decided) {
                line = Math.max(line, earlier.last());
                break;
            }
        }
        waiting.removeIf(earlier -> earlier.last() <= line);
        return line;
    }

    long line() {
        return line;
    }

    static Look look(long last, String[] holders) {
        return new Look(last, Set.copyOf(List.of(holders)));
    }
}
