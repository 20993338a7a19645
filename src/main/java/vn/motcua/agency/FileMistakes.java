package vn.motcua.agency;

import java.util.ArrayList;
import java.util.List;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

/** What is wrong in the files of an import, each with its file, line and field; a hundred are enough to see what is wrong. */
final class FileMistakes {

    static final int MOST = 100;

    private final List<Mistake> mistakes = new ArrayList<>();

    void add(String file, int line, String field, String code, Object... args) {
        if (!full()) {
            mistakes.add(mistake(file, line, field, code, args));
        }
    }

    void add(CsvTable.Line line, String field, String code, Object... args) {
        add(line.table().file(), line.number(), field, code, args);
    }

    static Mistake mistake(String file, int line, String field, String code, Object... args) {
        return Mistake.of("%s line %d, %s".formatted(file, line, field), code, args);
    }

    boolean full() {
        return mistakes.size() >= MOST;
    }

    /** Refuses everything where anything is wrong. */
    void check() {
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
    }
}
