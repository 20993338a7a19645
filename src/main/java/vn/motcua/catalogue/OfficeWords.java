package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of offices and the plain ones for them, read from {@code catalogue/office-words.yaml}: some are refused in our
 * own texts, the others are only advised against.
 */
final class OfficeWords {

    private record File(Map<String, String> forbidden, Map<String, String> advised) {}

    /** @param said as it stands in offices; {@code plain} what to write instead */
    record Word(String said, String plain, boolean forbidden) {}

    private record Entry(List<String> syllables, Word word) {}

    private final Map<String, List<Entry>> byFirst = new HashMap<>();
    private final List<Word> all = new ArrayList<>();

    OfficeWords() {
        try (var file = OfficeWords.class.getResourceAsStream("/catalogue/office-words.yaml")) {
            var read = ServiceFormat.YAML.readValue(file, File.class);
            read.forbidden().forEach((said, plain) -> add(new Word(said, plain, true)));
            read.advised().forEach((said, plain) -> add(new Word(said, plain, false)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byFirst.values()
                .forEach(entries -> entries.sort((a, b) ->
                        Integer.compare(b.syllables().size(), a.syllables().size())));
    }

    private void add(Word word) {
        var syllables = syllables(word.said());
        all.add(word);
        byFirst.computeIfAbsent(syllables.getFirst(), first -> new ArrayList<>())
                .add(new Entry(syllables, word));
    }

    List<Word> all() {
        return List.copyOf(all);
    }

    /** Those in a sentence, the longest at each place; what stands in “quotation marks” is somebody else's. */
    List<Word> in(String sentence) {
        var syllables = syllables(sentence.replaceAll("“[^”]*”|\"[^\"]*\"", "."));
        var found = new ArrayList<Word>();
        int at = 0;
        while (at < syllables.size()) {
            var entry = at(syllables, at);
            if (entry == null) {
                at++;
            } else {
                found.add(entry.word());
                at += entry.syllables().size();
            }
        }
        return found;
    }

    /** A punctuation mark is one too, so that no word reaches across it. */
    private static List<String> syllables(String text) {
        return List.of(FolderTexts.lower(text)
                .replaceAll("[.,;:!?()…]", " $0 ")
                .strip()
                .split("\\s+"));
    }

    private @org.jspecify.annotations.Nullable Entry at(List<String> syllables, int from) {
        for (var entry : byFirst.getOrDefault(syllables.get(from), List.of())) {
            int to = from + entry.syllables().size();
            if (to <= syllables.size() && syllables.subList(from, to).equals(entry.syllables())) {
                return entry;
            }
        }
        return null;
    }
}
