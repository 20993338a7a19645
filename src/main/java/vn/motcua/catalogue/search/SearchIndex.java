package vn.motcua.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.search.EverydayWords.Reading;
import vn.motcua.catalogue.search.VietnameseWords.Word;

/**
 * One Lucene index over one edition of the catalogue: built once, searched by many, never changed. Lucene finds the
 * candidates for each reading of a query, {@link Ranking} puts them in order.
 */
final class SearchIndex {

    private static final String TITLE = "title";
    private static final String MORE = "more";

    /** So many candidates of the query as typed are ranked, and so many of each other reading. */
    private static final int CANDIDATES = 100;

    private static final int CANDIDATES_OF_OTHERS = 40;

    /** So much of a reading a candidate must have at least. */
    private static final double MIN_SHARE = 0.4;

    private final IndexSearcher searcher;
    private final List<Titles> titles;
    private final Vocabulary vocabulary;

    private SearchIndex(IndexSearcher searcher, List<Titles> titles, Vocabulary vocabulary) {
        this.searcher = searcher;
        this.titles = titles;
        this.vocabulary = vocabulary;
    }

    static SearchIndex of(List<ProcedureLine> lines, EverydayWords everyday) {
        try {
            var directory = new ByteBuffersDirectory();
            var vocabulary = new Vocabulary();
            var titles = new ArrayList<Titles>();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(VietnameseWords.FOLDED))) {
                for (var line : lines) {
                    writer.addDocument(document(line, vocabulary, everyday));
                    titles.add(Titles.of(line, vocabulary, everyday));
                }
                vocabulary.seal();
                writer.forceMerge(1); // then the number of a document is its place in the list
            }
            return new SearchIndex(new IndexSearcher(DirectoryReader.open(directory)), List.copyOf(titles), vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(ProcedureLine line, Vocabulary vocabulary, EverydayWords everyday) {
        var document = new Document();
        Stream.concat(
                        Stream.of(
                                line.name().vi(),
                                line.everyday().vi(),
                                line.name().en(),
                                line.everyday().en()),
                        line.keywords().stream())
                .filter(title -> !title.isBlank())
                .forEach(title -> {
                    var words = VietnameseWords.of(title);
                    add(document, TITLE, words);
                    add(document, TITLE, everyday.writtenOut(words));
                    for (var word : title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
                        vocabulary.writes(VietnameseWords.word(word).folded(), word);
                    }
                });
        add(document, MORE, VietnameseWords.of(line.summary().vi()));
        add(document, MORE, VietnameseWords.of(line.summary().en()));
        add(document, MORE, VietnameseWords.of(line.field().name().vi()));
        add(document, MORE, VietnameseWords.of(line.field().name().en()));
        line.results().forEach(result -> add(document, MORE, VietnameseWords.of(result.vi())));
        return document;
    }

    private static void add(Document document, String field, List<Word> words) {
        var folded = words.stream().map(Word::folded).collect(Collectors.joining(" "));
        document.add(new TextField(field, folded, Field.Store.NO));
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What may fit the reading, in no order. */
    List<Titles> candidates(Reading reading) {
        try {
            boolean typed = reading.official().isEmpty();
            var words = new HashSet<String>();
            reading.words().forEach(word -> words.add(word.folded()));
            var query = new BooleanQuery.Builder();
            words.forEach(word -> {
                query.add(new BoostQuery(new TermQuery(new Term(TITLE, word)), 3), Occur.SHOULD);
                if (typed) { // the record's own words stand in its titles
                    query.add(new TermQuery(new Term(MORE, word)), Occur.SHOULD);
                }
            });
            query.setMinimumNumberShouldMatch(Math.max(1, (int) (words.size() * MIN_SHARE)));
            var candidates = new ArrayList<Titles>();
            for (var hit : searcher.search(query.build(), typed ? CANDIDATES : CANDIDATES_OF_OTHERS).scoreDocs) {
                candidates.add(titles.get(hit.doc));
            }
            return candidates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
