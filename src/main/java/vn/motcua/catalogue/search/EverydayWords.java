package vn.motcua.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.motcua.catalogue.ServiceFormat;
import vn.motcua.catalogue.search.VietnameseWords.Word;

/**
 * The words that people use instead of the record's: everyday ones, abbreviations, English. Shipped as
 * {@code catalogue/everyday-words.yaml}; editors add, change and take away.
 */
final class EverydayWords {

    /** Words beyond these are not replaced: each alternative is searched for. */
    private static final int MAX_READINGS = 4;

    private final Map<String, List<Entry>> entries = new HashMap<>();
    private final Map<String, List<List<Word>>> silent = new HashMap<>();
    private final Set<String> maybeSilent = new HashSet<>();
    private final Set<String> english = new HashSet<>();
    private final Set<String> englishSilent = new HashSet<>();
    private final Map<String, List<Word>> abbreviations = new HashMap<>();
    private final List<List<Word>> rare = new ArrayList<>();

    private record Entry(List<Word> said, List<Official> official) {}

    /** The record's words as one reads them, and cut. */
    private record Official(String text, List<Word> words) {}

    /** One way to understand a query; {@code official} names the record's words that came in, empty for none. */
    record Reading(List<Word> words, String official) {

        private Reading and(List<Word> more, String words) {
            var all = new ArrayList<>(this.words);
            all.addAll(more);
            return new Reading(List.copyOf(all), official.isEmpty() ? words : official);
        }
    }

    /** @param changes what editors changed in the shipped words */
    EverydayWords(List<Thesaurus.Entry> changes) {
        try (var file = EverydayWords.class.getResourceAsStream("/catalogue/everyday-words.yaml")) {
            var tree = ServiceFormat.YAML.readTree(file);
            for (var group : List.of("words", "abbreviations", "english")) {
                tree.path(group).properties().forEach(entry -> put(entry.getKey(), texts(entry.getValue())));
            }
            tree.path("abbreviations")
                    .properties()
                    .forEach(entry -> abbreviations.put(
                            VietnameseWords.word(entry.getKey()).folded(),
                            VietnameseWords.of(texts(entry.getValue()).getFirst())));
            tree.path("english").propertyNames().forEach(said -> english.addAll(VietnameseWords.folded(said)));
            texts(tree.path("silent")).forEach(this::silence);
            englishSilent.addAll(texts(tree.path("english-silent")));
            texts(tree.path("rare")).forEach(words -> rare.add(VietnameseWords.of(words)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changes.forEach(change -> put(change.said(), change.active() ? change.officials() : List.of()));
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString).toList()
                : node.isMissingNode() ? List.of() : List.of(node.asString());
    }

    private void put(String said, List<String> official) {
        var words = VietnameseWords.of(said);
        if (words.isEmpty()) {
            return;
        }
        var beside = entries.computeIfAbsent(words.getFirst().folded(), any -> new ArrayList<>());
        beside.removeIf(entry -> entry.said().equals(words));
        if (!official.isEmpty()) {
            beside.add(new Entry(
                    words,
                    official.stream()
                            .map(text -> new Official(text, VietnameseWords.of(text)))
                            .toList()));
            beside.sort((a, b) -> b.said().size() - a.said().size());
        }
    }

    private void silence(String said) {
        var words = VietnameseWords.of(said);
        var beside = silent.computeIfAbsent(words.getFirst().folded(), any -> new ArrayList<>());
        beside.add(words);
        beside.sort((one, other) -> other.size() - one.size());
        if (words.size() == 1) {
            maybeSilent.add(words.getFirst().folded());
            if (!words.getFirst().hasAccents()) {
                english.add(words.getFirst().folded());
            }
        }
    }

    /** The words that say something about a procedure, in order; all of them where none does. */
    List<Word> telling(List<Word> words) {
        boolean isEnglish = isEnglish(words);
        var telling = new ArrayList<Word>();
        int at = 0;
        while (at < words.size()) {
            int length = silent(words, at);
            if (length == 0
                    && !(isEnglish && englishSilent.contains(words.get(at).folded()))) {
                telling.add(words.get(at));
            }
            at += Math.max(1, length);
        }
        return telling.isEmpty() ? words : List.copyOf(telling);
    }

    /** How many words from here on are a group that says nothing; a single one must have its accents. */
    private int silent(List<Word> words, int at) {
        for (var group : silent.getOrDefault(words.get(at).folded(), List.of())) {
            int to = at + group.size();
            if (to <= words.size()
                    && isSaid(group, words.subList(at, to))
                    && (group.size() > 1 || words.get(at).equals(group.getFirst()))) {
                return group.size();
            }
        }
        return 0;
    }

    private boolean isEnglish(List<Word> words) {
        long known = words.stream()
                .filter(word -> !word.hasAccents()
                        && (english.contains(word.folded()) || englishSilent.contains(word.folded())))
                .count();
        return words.stream().noneMatch(Word::hasAccents) && known * 3 >= words.size() * 2;
    }

    /** Whether it may be a word that says nothing, typed without its accents. */
    boolean maybeSilent(Word word) {
        return maybeSilent.contains(word.folded());
    }

    /** The same with its abbreviations written out; empty where it has none. */
    List<Word> writtenOut(List<Word> words) {
        var out = new ArrayList<Word>();
        boolean any = false;
        for (var word : words) {
            var full = abbreviations.get(word.folded());
            any |= full != null;
            out.addAll(full == null ? List.of(word) : full);
        }
        return any ? out : List.of();
    }

    /** Groups of words in a name that mark a special case, which nobody means who does not say it. */
    List<List<Word>> rare() {
        return rare;
    }

    /** Whether any expression begins with it, so that it is no slip of the finger. */
    boolean knows(Word word) {
        return entries.containsKey(word.folded()) || maybeSilent(word) || english.contains(word.folded());
    }

    /** The query as said, and with the record's words instead, the longest expressions first, each place once. */
    List<Reading> readings(List<Word> query) {
        var readings = new ArrayList<Reading>();
        readings.add(new Reading(List.of(), ""));
        int at = 0;
        boolean replaced = false;
        while (at < query.size()) {
            var entry = entry(query, at);
            if (entry == null) {
                var word = query.get(at++);
                readings.replaceAll(reading -> reading.and(List.of(word), ""));
                continue;
            }
            replaced = true;
            var longer = new ArrayList<Reading>();
            for (var official : entry.official()) {
                readings.forEach(reading -> longer.add(reading.and(official.words(), official.text())));
            }
            readings.clear();
            readings.addAll(longer.subList(0, Math.min(longer.size(), MAX_READINGS)));
            at += entry.said().size();
        }
        if (replaced) {
            readings.addFirst(new Reading(query, ""));
        }
        return readings;
    }

    private @Nullable Entry entry(List<Word> query, int at) {
        for (var entry : entries.getOrDefault(query.get(at).folded(), List.of())) {
            int to = at + entry.said().size();
            if (to <= query.size() && isSaid(entry.said(), query.subList(at, to))) {
                return entry;
            }
        }
        return null;
    }

    /** Accents may be missing from what was typed; where they are there, they must be the same. */
    private static boolean isSaid(List<Word> said, List<Word> typed) {
        for (int i = 0; i < said.size(); i++) {
            var word = typed.get(i);
            var same = word.hasAccents()
                    ? word.accents().equals(said.get(i).accents())
                    : word.folded().equals(said.get(i).folded());
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
