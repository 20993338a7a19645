package vn.motcua.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All words of an index, so that a mistyped one leads to those beside it: one letter more, less, other, or two neighbours
 * swapped. The first letter must be right; people rarely miss it. A Lucene FuzzyQuery builds an automaton for each word and
 * field, which cost more than the search itself.
 */
final class Vocabulary {

    /** Words shorter than this are too like each other to forgive a letter. */
    private static final int MIN_LENGTH = 3;

    private final Map<Character, Set<String>> byFirstLetter = new HashMap<>();

    void add(String word) {
        if (word.length() >= MIN_LENGTH) {
            byFirstLetter
                    .computeIfAbsent(word.charAt(0), letter -> new HashSet<>())
                    .add(word);
        }
    }

    /** The words one edit away, without the word itself. */
    List<String> beside(String word) {
        if (word.length() < MIN_LENGTH) {
            return List.of();
        }
        return byFirstLetter.getOrDefault(word.charAt(0), Set.of()).stream()
                .filter(other -> isOneEditAway(word, other))
                .toList();
    }

    static boolean isOneEditAway(String a, String b) {
        if (a.length() > b.length()) {
            return isOneEditAway(b, a);
        }
        if (b.length() - a.length() > 1 || a.equals(b)) {
            return false;
        }
        int from = 0;
        while (from < a.length() && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        var rest = a.substring(from);
        var other = b.substring(from);
        if (a.length() < b.length()) {
            return rest.equals(other.substring(1));
        }
        return rest.substring(1).equals(other.substring(1))
                || rest.length() > 1
                        && rest.charAt(0) == other.charAt(1)
                        && rest.charAt(1) == other.charAt(0)
                        && rest.substring(2).equals(other.substring(2));
    }
}
