package vn.motcua.catalogue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.catalogue.search.VietnameseWords.Word;

/**
 * All words of an index with how many procedures have them, so that a word counts the more the rarer it is, and a mistyped
 * one leads to those beside it: one letter more, less, other, or two neighbours swapped. A Lucene FuzzyQuery builds an
 * automaton for each word and field, which cost more than the search itself.
 */
final class Vocabulary {

    /** Words shorter than this are too like each other to forgive a letter. */
    private static final int MIN_LENGTH = 3;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Integer> folded = new ArrayList<>();
    private final List<Integer> frequencies = new ArrayList<>();
    private final Map<Character, List<String>> byFirstLetter = new HashMap<>();
    private final Map<String, Map<String, Integer>> written = new HashMap<>();
    private int documents;
    private int[] plain = {};
    private double[] weights = {};

    /** The number of a word; given at its first use. */
    int id(Word word) {
        int plain = id(word.folded(), -1);
        return word.hasAccents() ? id(word.accents(), plain) : plain;
    }

    private int id(String text, int plain) {
        var known = ids.get(text);
        if (known != null) {
            return known;
        }
        int id = folded.size();
        ids.put(text, id);
        folded.add(plain < 0 ? id : plain);
        frequencies.add(0);
        if (plain < 0 && text.length() >= MIN_LENGTH) {
            byFirstLetter
                    .computeIfAbsent(text.charAt(0), letter -> new ArrayList<>())
                    .add(text);
        }
        return id;
    }

    /** Nothing is added any more: from now on numbers are looked up in arrays. */
    void seal() {
        plain = folded.stream().mapToInt(Integer::intValue).toArray();
        weights = frequencies.stream().mapToDouble(this::weighed).toArray();
    }

    /** The number of the word without its accents; after {@link #seal}. */
    int foldedId(int id) {
        return plain[id];
    }

    /** The number of the word without its accents, while words are still added. */
    int plainOf(int id) {
        return folded.get(id);
    }

    /** A procedure has these words, each named once, by the numbers of their folded forms. */
    void count(Iterable<Integer> foldedIds) {
        documents++;
        foldedIds.forEach(id -> frequencies.set(id, frequencies.get(id) + 1));
    }

    /** Remembers how a folded word is written, for showing what was meant. */
    void writes(String folded, String lower) {
        written.computeIfAbsent(folded, any -> new HashMap<>()).merge(lower, 1, Integer::sum);
    }

    /** As it is mostly written, with accents. */
    String mostly(String folded) {
        return written.getOrDefault(folded, Map.of()).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(folded);
    }

    boolean knows(String text) {
        return ids.containsKey(text);
    }

    /** −1 for a word that no procedure has. */
    int find(String text) {
        return ids.getOrDefault(text, -1);
    }

    /** How much a word says: the rarer, the more. A word that no procedure has says most. After {@link #seal}. */
    double weight(int foldedId) {
        return foldedId < 0 ? weighed(0) : weights[foldedId];
    }

    private double weighed(int frequency) {
        return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    }

    /** The most frequent of the words one edit away. */
    Optional<String> beside(String word) {
        if (word.length() < MIN_LENGTH) {
            return Optional.empty();
        }
        return byFirstLetter.getOrDefault(word.charAt(0), List.of()).stream()
                .filter(other -> isOneEditAway(word, other))
                .max(Comparator.comparing(other -> frequencies.get(find(other))));
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
