package vn.motcua.catalogue.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A name in pieces, those marked whose words stand in the query, with or without accents. */
final class Marked {

    private Marked() {}

    static List<SearchPage.Part> parts(String name, String query) {
        Set<String> asked = new HashSet<>(List.of(folded(query).split("[^\\p{L}\\p{N}]+")));
        var parts = new ArrayList<SearchPage.Part>();
        for (var word : name.split("(?<= )")) {
            var marked = asked.contains(folded(word).replaceAll("[^\\p{L}\\p{N}]", ""));
            var last = parts.isEmpty() ? null : parts.getLast();
            if (last != null && last.marked() == marked) {
                parts.set(parts.size() - 1, new SearchPage.Part(last.text() + word, marked));
            } else {
                parts.add(new SearchPage.Part(word, marked));
            }
        }
        return parts;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
