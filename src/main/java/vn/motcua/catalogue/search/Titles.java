package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.shared.ProcedureCode;

/**
 * The words of one procedure as numbers of the {@link Vocabulary}, for ranking.
 *
 * @param titles what it is called: its name, everyday name and keywords, each in order
 * @param more its other words in no order: field, results, summary
 * @param words all of them without accents, sorted, to see quickly what cannot fit
 * @param said whether somebody wrote down what people call it
 */
record Titles(ProcedureCode code, List<int[]> titles, Set<Integer> more, int[] words, boolean said, double prior) {

    static Titles of(ProcedureLine line, Vocabulary vocabulary, EverydayWords everyday) {
        var titles = new ArrayList<int[]>();
        titles.add(ids(line.name().vi(), vocabulary));
        var writtenOut = everyday.writtenOut(VietnameseWords.of(line.name().vi()));
        if (!writtenOut.isEmpty()) {
            titles.add(writtenOut.stream().mapToInt(vocabulary::id).toArray());
        }
        for (var title :
                List.of(line.everyday().vi(), line.name().en(), line.everyday().en())) {
            if (!title.isBlank()) {
                titles.add(ids(title, vocabulary));
            }
        }
        line.keywords().forEach(keyword -> titles.add(ids(keyword, vocabulary)));
        var more = new LinkedHashSet<Integer>();
        for (var text : List.of(
                line.field().name().vi(),
                line.field().name().en(),
                line.summary().vi(),
                line.summary().en())) {
            add(more, ids(text, vocabulary));
        }
        line.results().forEach(result -> add(more, ids(result.vi(), vocabulary)));
        var all = new LinkedHashSet<Integer>();
        titles.forEach(title -> add(all, title));
        all.addAll(more);
        var folded = new LinkedHashSet<Integer>();
        all.forEach(id -> folded.add(vocabulary.plainOf(id)));
        vocabulary.count(folded);
        var said = !line.everyday().vi().isBlank();
        var words = folded.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new Titles(line.code(), titles, Set.copyOf(more), words, said, prior(line, said));
    }

    /** What people ask for most, all else being equal: what somebody described for them, what citizens do, what is near. */
    private static double prior(ProcedureLine line, boolean said) {
        double prior = said ? 0.04 : 0;
        prior += line.audiences().contains(Procedure.Audience.CITIZEN) ? 0.01 : 0;
        return prior + (line.levels().equals(List.of(Procedure.Level.MINISTRY)) ? 0 : 0.01);
    }

    private static void add(Set<Integer> all, int[] ids) {
        for (int id : ids) {
            all.add(id);
        }
    }

    private static int[] ids(String text, Vocabulary vocabulary) {
        return VietnameseWords.of(text).stream().mapToInt(vocabulary::id).toArray();
    }
}
