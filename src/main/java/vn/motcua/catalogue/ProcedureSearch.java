package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.shared.ProcedureCode;

/**
 * Finds procedures as people ask for them: accents optional, one wrong letter forgiven, everyday words understood, codes
 * with or without an agency's suffix. Each node has its index in memory; it is built beside the old one and swapped when
 * the catalogue has changed.
 */
@Component
public class ProcedureSearch {

    /** Longer queries are cut: nobody describes one procedure in more. */
    static final int MAX_QUERY_LENGTH = 200;

    private static final int MAX_WORDS = 24;

    private final Published published;
    private final EverydayWords everyday = new EverydayWords();
    private volatile @Nullable Index index;

    ProcedureSearch(Published published) {
        this.published = published;
    }

    private record Index(Catalogue of, SearchIndex words) {}

    /** @param score above zero, larger is better; comparable only within one answer */
    public record Hit(ProcedureCode code, double score) {}

    /**
     * @param official the record's words for an everyday word of the query; null where there was none
     */
    public record Found(List<Hit> hits, @Nullable String official) {}

    /**
     * Best first; nothing fitting gives an empty list, an empty query too.
     *
     * @param exactly searches the words as typed, without everyday words
     */
    public Found find(String query, boolean exactly) {
        var text =
                VietnameseWords.nfc(query.length() > MAX_QUERY_LENGTH ? query.substring(0, MAX_QUERY_LENGTH) : query);
        var code = code(text);
        if (code.isPresent()) {
            var known = published.catalogue().codes().contains(code.get());
            return new Found(known ? List.of(new Hit(code.get(), 1)) : List.of(), null);
        }
        var all = VietnameseWords.folded(text).stream().limit(MAX_WORDS).toList();
        if (all.isEmpty()) {
            return new Found(List.of(), null);
        }
        var said = everyday.telling(all);
        var understood = everyday.understood(all);
        var official = exactly ? null : understood.official();
        var words = official == null ? List.of(said) : List.of(said, everyday.telling(understood.tokens()));
        return new Found(index().search(words, VietnameseWords.ACCENTED.words(text)), official);
    }

    private static Optional<ProcedureCode> code(String text) {
        try {
            return Optional.of(ProcedureCode.parse(text.toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SearchIndex index() {
        var catalogue = published.catalogue();
        var known = index;
        if (known == null || known.of() != catalogue) {
            known = new Index(catalogue, SearchIndex.of(catalogue));
            index = known;
        }
        return known.words();
    }
}
