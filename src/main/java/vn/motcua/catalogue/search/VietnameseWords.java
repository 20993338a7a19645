package vn.motcua.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How Vietnamese and English are cut into words. A Vietnamese syllable is a word here; i and y are the same at its end (đăng
 * kí, đăng ký), and the tone may stand on either vowel (hoà, hòa).
 */
public final class VietnameseWords extends Analyzer {

    /** The analyser of the index, whose words are folded. */
    public static final VietnameseWords FOLDED = new VietnameseWords(true);

    public static final VietnameseWords ACCENTED = new VietnameseWords(false);

    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");
    private static final Pattern FINAL_Y = Pattern.compile("^([hklmstv]|qu)y$");

    private final boolean fold;

    private VietnameseWords(boolean fold) {
        this.fold = fold;
    }

    /**
     * One word.
     *
     * @param folded lower case without accents, đ as d
     * @param accents the same word with its accents, the tone moved to the end; equal to {@code folded} where there are none
     */
    record Word(String folded, String accents) {

        boolean hasAccents() {
            return !folded.equals(accents);
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var tokens = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(tokens);
        return new TokenStreamComponents(
                tokens, fold ? new PatternReplaceFilter(new ASCIIFoldingFilter(words), FINAL_Y, "$1i", false) : words);
    }

    /** Accents that stand apart are joined to their letters before anything is cut. */
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static List<Word> of(String text) {
        return ACCENTED.words(text).stream().map(VietnameseWords::word).toList();
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

    static Word word(String lower) {
        var folded = FINAL_Y.matcher(ascii(lower)).replaceFirst("$1i");
        return new Word(folded, accents(lower, folded));
    }

    private static String ascii(String word) {
        var out = new char[word.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, out, 0, word.length());
        return new String(out, 0, length);
    }

    private static String accents(String lower, String folded) {
        if (lower.equals(folded)) {
            return folded;
        }
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
        var tone = TONES.matcher(apart);
        var marks = new StringBuilder();
        while (tone.find()) {
            marks.append(tone.group());
        }
        var bare = Normalizer.normalize(TONES.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        return FINAL_Y.matcher(bare).replaceFirst("$1i") + marks;
    }

    /** The words of a text, small and without accents. */
    public static List<String> folded(String text) {
        return FOLDED.words(text);
    }
}
