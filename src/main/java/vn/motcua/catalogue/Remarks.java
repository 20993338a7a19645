package vn.motcua.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Collects what the checks of one folder say, and how much they looked at. */
final class Remarks {

    /** A broken folder is mended from the top; nobody reads on after so many. */
    private static final int MAX = 200;

    private final List<Remark> all = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    void mistake(String file, String field, String sentence, Object... args) {
        add(Remark.Weight.MISTAKE, file, field, sentence, args);
    }

    void warning(String file, String field, String sentence, Object... args) {
        add(Remark.Weight.WARNING, file, field, sentence, args);
    }

    private void add(Remark.Weight weight, String file, String field, String sentence, Object... args) {
        if (all.size() < MAX) {
            var said = args.length == 0 ? sentence : sentence.formatted(args);
            all.add(new Remark(weight, file, field, said));
        }
    }

    /** Counts what was looked at, for the report. */
    void counted(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    boolean hasMistakes() {
        return all.stream().anyMatch(Remark::isMistake);
    }

    List<Remark> all() {
        return List.copyOf(all);
    }

    /** One line: {@code combinations 96, sentences 41 …}. */
    String counts() {
        return counts.entrySet().stream()
                .map(count -> "%s %,d".formatted(count.getKey(), count.getValue()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
