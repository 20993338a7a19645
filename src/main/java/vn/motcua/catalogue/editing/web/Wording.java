package vn.motcua.catalogue.editing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.editing.web.DifferencePage.Piece;

/**
 * What changed between two texts, word by word: the longest common run of words stays, the others were taken out or put in.
 * Texts too long for that are compared by sentences.
 */
final class Wording {

    /** Cells of the table that is filled to compare; a million take some milliseconds and four megabytes. */
    private static final long MOST_CELLS = 1_000_000;

    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");
    private static final Pattern SENTENCES = Pattern.compile("[^.;\\n]*(?:[.;\\n]+\\s*|$)");

    private Wording() {}

    static List<Piece> of(String before, String after) {
        if (before.equals(after)) {
            return List.of(new Piece("", after));
        }
        var words = changed(cut(before, WORDS), cut(after, WORDS));
        if (words != null) {
            return words;
        }
        var sentences = changed(cut(before, SENTENCES), cut(after, SENTENCES));
        return sentences != null ? sentences : List.of(new Piece("del", before), new Piece("ins", after));
    }

    private static List<String> cut(String text, Pattern into) {
        return into.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static @Nullable List<Piece> changed(List<String> a, List<String> b) {
        int start = 0;
        while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(a.size(), b.size()) - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        var from = a.subList(start, a.size() - end);
        var to = b.subList(start, b.size() - end);
        if ((long) from.size() * to.size() > MOST_CELLS) {
            return null;
        }
        var pieces = new Pieces();
        a.subList(0, start).forEach(word -> pieces.add("", word));
        walk(from, to, pieces);
        a.subList(a.size() - end, a.size()).forEach(word -> pieces.add("", word));
        return pieces.all();
    }

    private static void walk(List<String> a, List<String> b, Pieces pieces) {
        var common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                pieces.add("", a.get(i++));
                j++;
            } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
                pieces.add("del", a.get(i++));
            } else {
                pieces.add("ins", b.get(j++));
            }
        }
    }

    /** Neighbours of one kind become one piece; a blank between two changed words is changed with them. */
    private static final class Pieces {

        private final List<Piece> done = new ArrayList<>();
        private final StringBuilder gone = new StringBuilder();
        private final StringBuilder come = new StringBuilder();
        private final StringBuilder same = new StringBuilder();

        void add(String kind, String word) {
            switch (kind) {
                case "del" -> {
                    bridge();
                    gone.append(word);
                }
                case "ins" -> {
                    bridge();
                    come.append(word);
                }
                default -> same.append(word);
            }
        }

        private void bridge() {
            if (!same.isEmpty() && same.toString().isBlank() && (!gone.isEmpty() || !come.isEmpty())) {
                gone.append(same);
                come.append(same);
                same.setLength(0);
            } else if (!same.isEmpty()) {
                flush();
            }
        }

        /** What changed, then what stayed; a blank at the end of both sides of a change stayed. */
        private void flush() {
            if (!gone.isEmpty() && !come.isEmpty() && isBlankAtEnd(gone) && isBlankAtEnd(come)) {
                same.insert(0, gone.charAt(gone.length() - 1));
                gone.setLength(gone.length() - 1);
                come.setLength(come.length() - 1);
            }
            add("del", gone, done);
            add("ins", come, done);
            add("", same, done);
        }

        private static boolean isBlankAtEnd(StringBuilder words) {
            return words.charAt(words.length() - 1) == ' ';
        }

        private static void add(String kind, StringBuilder words, List<Piece> done) {
            if (!words.isEmpty()) {
                done.add(new Piece(kind, words.toString()));
                words.setLength(0);
            }
        }

        List<Piece> all() {
            flush();
            return List.copyOf(done);
        }
    }
}
