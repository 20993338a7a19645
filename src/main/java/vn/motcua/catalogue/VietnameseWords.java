package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** How Vietnamese and English are cut into words: NFC, lower case, with accents or folded to ASCII (đ too). */
public final class VietnameseWords extends Analyzer {

    public static final VietnameseWords FOLDED = new VietnameseWords(true);
    public static final VietnameseWords ACCENTED = new VietnameseWords(false);

    private final boolean fold;

    private VietnameseWords(boolean fold) {
        this.fold = fold;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(tokens);
        return new TokenStreamComponents(tokens, fold ? new ASCIIFoldingFilter(words) : words);
    }

    /** Accents that stand apart are joined to their letters before anything is cut. */
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** The words of a text, small and without accents. */
    public static List<String> folded(String text) {
        return FOLDED.words(text);
    }

    /** The words of a text as this way of cutting gives them. */
    public List<String> words(String text) {
        var words = new ArrayList<String>();
        try (var tokens = tokenStream("", nfc(text))) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
