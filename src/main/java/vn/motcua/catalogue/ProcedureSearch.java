package vn.motcua.catalogue;

import java.util.List;
import java.util.Objects;
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
     * @param official the record's words for an everyday word of the query; empty where there was none
     * @param instead what was probably meant where a word was mistyped; empty for none
     */
    public record Found(List<Hit> hits, String official, String instead) {
        public static final Found NOTHING = new Found(List.of(), "", "");
    }

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
            var known = published.catalogue().knows(code.get());
            return known ? new Found(List.of(new Hit(code.get(), 1)), "", "") : Found.NOTHING;
        }
        var all = VietnameseWords.folded(text).stream().limit(MAX_WORDS).toList();
        if (all.isEmpty()) {
            return Found.NOTHING;
        }
        var said = everyday.telling(all);
        var understood = everyday.understood(all);
        var official = exactly ? null : understood.official();
        var words = official == null ? List.of(said) : List.of(said, everyday.telling(understood.tokens()));
        return new Found(
                index().search(words, VietnameseWords.ACCENTED.words(text)), official == null ? "" : official, "");
    }

    private static Optional<ProcedureCode> code(String text) {
        try {
            return Optional.of(ProcedureCode.parse(text.toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Builds the index of the present catalogue beside the one in use, then swaps them. */
    synchronized void renew() {
        var catalogue = published.catalogue();
        var known = index;
        if (known == null || known.of() != catalogue) {
            index = new Index(catalogue, SearchIndex.of(catalogue));
        }
    }

    private SearchIndex index() {
        if (index == null) {
            renew();
        }
        return Objects.requireNonNull(index).words();
    }
}
