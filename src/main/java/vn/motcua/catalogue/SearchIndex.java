package vn.motcua.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import vn.motcua.shared.ProcedureCode;

/** One Lucene index over one picture of the catalogue: built once, searched by many, never changed. */
final class SearchIndex {

    private static final int MAX_HITS = 500;

    /** So much of what was asked must be found in a procedure for it to fit at all. */
    private static final double MIN_SHARE = 0.6;

    /** Words shorter than this are too like each other to forgive a letter. */
    private static final int MIN_FUZZY_LENGTH = 3;

    private static final Map<String, Float> WEIGHTS = Map.of("name", 4f, "everyday", 3f, "english", 3f, "more", 1f);

    private final IndexSearcher searcher;

    private SearchIndex(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    static SearchIndex of(Catalogue catalogue) {
        try {
            var directory = new ByteBuffersDirectory();
            var analyzer = new PerFieldAnalyzerWrapper(
                    VietnameseWords.FOLDED, Map.of("accented", VietnameseWords.ACCENTED));
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (var code : catalogue.codes()) {
                    writer.addDocument(document(catalogue.versions(code).getLast()));
                }
            }
            return new SearchIndex(new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(Procedure procedure) {
        var document = new Document();
        document.add(new StoredField("code", procedure.code().value()));
        add(document, "name", procedure.name().vi());
        add(document, "accented", procedure.name().vi() + " " + procedure.everyday().vi());
        add(document, "everyday", procedure.everyday().vi());
        procedure.keywords().forEach(words -> add(document, "everyday", words));
        add(document, "english", procedure.name().en());
        add(document, "english", procedure.everyday().en());
        add(document, "more", procedure.summary().vi());
        add(document, "more", procedure.summary().en());
        add(document, "more", procedure.field().name().vi());
        add(document, "more", procedure.field().name().en());
        procedure.results().forEach(result -> add(document, "more", result.name().vi()));
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, VietnameseWords.nfc(text), Field.Store.NO));
    }

    /**
     * Best first.
     *
     * @param readings the query as said and as understood, each folded
     * @param accented the words as typed: whoever writes accents means them, so they lift what has the same
     */
    List<ProcedureSearch.Hit> search(List<List<String>> readings, List<String> accented) {
        var exact = run(readings, accented, false);
        return exact.isEmpty() ? run(readings, accented, true) : exact;
    }

    private List<ProcedureSearch.Hit> run(List<List<String>> readings, List<String> accented, boolean forgiving) {
        try {
            var either = new DisjunctionMaxQuery(
                    readings.stream().map(words -> all(words, forgiving)).toList(), 0.1f);
            var query = new BooleanQuery.Builder().add(either, Occur.MUST);
            accented.forEach(word -> query.add(new TermQuery(new Term("accented", word)), Occur.SHOULD));
            var hits = new ArrayList<ProcedureSearch.Hit>();
            for (var hit : searcher.search(query.build(), MAX_HITS).scoreDocs) {
                var code = searcher.storedFields().document(hit.doc).get("code");
                hits.add(new ProcedureSearch.Hit(new ProcedureCode(code), hit.score));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Query all(List<String> words, boolean forgiving) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(anywhere(word, forgiving), Occur.SHOULD));
        return query.setMinimumNumberShouldMatch((int) Math.ceil(words.size() * MIN_SHARE))
                .build();
    }

    private static Query anywhere(String word, boolean forgiving) {
        var fields = new ArrayList<Query>();
        WEIGHTS.forEach((field, weight) -> {
            var term = new Term(field, word);
            fields.add(new BoostQuery(new TermQuery(term), weight));
            if (forgiving && word.length() >= MIN_FUZZY_LENGTH && !field.equals("more")) {
                fields.add(new BoostQuery(new FuzzyQuery(term, 1, 1), weight / 2));
            }
        });
        return new DisjunctionMaxQuery(fields, 0.1f);
    }
}
