package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that people use instead of the record's, read from {@code catalogue/everyday-words.yaml}. */
final class EverydayWords {

    private record File(Map<String, String> words, List<String> silent) {}

    /** @param said the everyday words, folded; {@code official} those of the record, with accents */
    record Word(List<String> said, String official) {}

    /** How a query was understood: the same query with the record's words; {@code official} names them, null for none. */
    record Understood(List<String> tokens, @Nullable String official) {}

    private final List<Word> words;
    private final Set<String> silent;

    EverydayWords() {
        try (var file = EverydayWords.class.getResourceAsStream("/catalogue/everyday-words.yaml")) {
            var read = ServiceFormat.YAML.readValue(file, File.class);
            words = read.words().entrySet().stream()
                    .map(entry -> new Word(VietnameseWords.folded(entry.getKey()), entry.getValue()))
                    .sorted((a, b) -> b.said().size() - a.said().size())
                    .toList();
            silent = read.silent().stream()
                    .flatMap(word -> VietnameseWords.folded(word).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that say something, of a query already folded; all of them where none does. */
    List<String> telling(List<String> tokens) {
        var telling = tokens.stream().filter(token -> !silent.contains(token)).toList();
        return telling.isEmpty() ? tokens : telling;
    }

    /** Replaces everyday words, the longest first, each place once. */
    Understood understood(List<String> tokens) {
        var result = new ArrayList<String>();
        String official = null;
        int i = 0;
        while (i < tokens.size()) {
            var word = at(tokens, i);
            if (word == null) {
                result.add(tokens.get(i++));
            } else {
                var words = VietnameseWords.folded(word.official());
                result.addAll(words);
                official = official == null ? word.official() : official;
                i += word.said().size();
            }
        }
        return new Understood(result.stream().distinct().toList(), official);
    }

    private @Nullable Word at(List<String> tokens, int from) {
        for (var word : words) {
            int to = from + word.said().size();
            if (to <= tokens.size() && tokens.subList(from, to).equals(word.said())) {
                return word;
            }
        }
        return null;
    }
}
