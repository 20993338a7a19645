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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import vn.motcua.shared.ProcedureCode;

/** One Lucene index over one picture of the catalogue: built once, searched by many, never changed. */
final class SearchIndex {

    private static final String NAME = "name";
    private static final String EVERYDAY = "everyday";
    private static final String ENGLISH = "english";
    private static final String MORE = "more";

    private static final int MAX_HITS = 500;

    /** So much of what was asked must be found in a procedure for it to fit at all. */
    private static final double MIN_SHARE = 0.6;

    private static final Map<String, Float> WEIGHTS = Map.of(NAME, 4f, EVERYDAY, 3f, ENGLISH, 3f, MORE, 1f);

    private final IndexSearcher searcher;
    private final Vocabulary vocabulary;

    private SearchIndex(IndexSearcher searcher, Vocabulary vocabulary) {
        this.searcher = searcher;
        this.vocabulary = vocabulary;
    }

    static SearchIndex of(Catalogue catalogue) {
        try {
            var directory = new ByteBuffersDirectory();
            var vocabulary = new Vocabulary();
            var analyzer =
                    new PerFieldAnalyzerWrapper(VietnameseWords.FOLDED, Map.of("accented", VietnameseWords.ACCENTED));
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                for (var code : catalogue.codes()) {
                    writer.addDocument(document(catalogue.versions(code).getLast(), vocabulary));
                }
            }
            return new SearchIndex(new IndexSearcher(DirectoryReader.open(directory)), vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(ProcedureLine procedure, Vocabulary vocabulary) {
        var document = new Document();
        document.add(new StoredField("code", procedure.code().value()));
        add(document, NAME, procedure.name().vi());
        add(
                document,
                "accented",
                procedure.name().vi() + " " + procedure.everyday().vi());
        add(document, EVERYDAY, procedure.everyday().vi());
        procedure.keywords().forEach(words -> add(document, EVERYDAY, words));
        add(document, ENGLISH, procedure.name().en());
        add(document, ENGLISH, procedure.everyday().en());
        add(document, MORE, procedure.summary().vi());
        add(document, MORE, procedure.summary().en());
        add(document, MORE, procedure.field().name().vi());
        add(document, MORE, procedure.field().name().en());
        procedure.results().forEach(result -> add(document, MORE, result.vi()));
        for (var field : List.of(NAME, EVERYDAY, ENGLISH)) {
            for (var text : document.getValues(field)) {
                VietnameseWords.folded(text).forEach(vocabulary::add);
            }
        }
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, VietnameseWords.nfc(text), Field.Store.YES));
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

    private Query all(List<String> words, boolean forgiving) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(anywhere(word, forgiving), Occur.SHOULD));
        return query.setMinimumNumberShouldMatch((int) Math.ceil(words.size() * MIN_SHARE))
                .build();
    }

    private Query anywhere(String word, boolean forgiving) {
        var fields = new ArrayList<Query>();
        WEIGHTS.forEach((field, weight) -> fields.add(term(field, word, weight)));
        if (forgiving) {
            for (var near : vocabulary.beside(word)) {
                WEIGHTS.forEach((field, weight) -> fields.add(term(field, near, weight / 2)));
            }
        }
        return new DisjunctionMaxQuery(fields, 0.1f);
    }

    private static Query term(String field, String word, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, word)), weight);
    }
}
