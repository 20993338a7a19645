package vn.motcua.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.VietnameseWords;
import vn.motcua.shared.ProcedureCode;

/**
 * The words of published questions in a Lucene index in memory, to which questions are added and taken away as they are published
 * and retired. Everyday words are found through the names and keywords of the procedures that a question is about.
 */
final class QuestionIndex implements AutoCloseable {

    private static final Map<String, Float> WEIGHTS = Map.of("title", 4f, "about", 2f, "text", 1f);

    /** So much of what was asked must be found in a question for it to fit at all. */
    private static final double MIN_SHARE = 0.6;

    private static final int MAX_WORDS = 16;

    /** In a query of more words a mistyped one is one of many; forgiving them all would be slow. */
    private static final int MAX_FORGIVEN = 6;

    /** Words that questions are made of and that say nothing about their matter. */
    private static final Set<String> SILENT = new HashSet<>(VietnameseWords.folded("""
            a thì là mà và có không được phải cho của ở tại bị bởi với khi nào gì ai sao thế như vậy hay hoặc bao nhiêu mấy lâu
            tôi em cháu mình anh chị xin hỏi muốn cần biết làm để đến trong ngoài này đó những các một ạ nhé
            the an is are do does did can could may must how what when where who why which i my me you your we our it to of in on
            at for by and or if be with from please need want
            """));

    private final IndexWriter writer;
    private final SearcherManager searchers;

    QuestionIndex() {
        try {
            var analyzer =
                    new PerFieldAnalyzerWrapper(VietnameseWords.FOLDED, Map.of("accented", VietnameseWords.ACCENTED));
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a question or puts it in the place of its older self; seen after {@link #show()}. */
    void put(Question question, Wording wording, List<Procedure> about) {
        var document = new Document();
        document.add(new StringField("code", question.code().value(), Field.Store.YES));
        document.add(new StringField("agency", question.agency().value(), Field.Store.NO));
        question.procedures().forEach(code -> document.add(new StringField("procedure", code.value(), Field.Store.NO)));
        add(document, "title", wording.title().vi());
        add(document, "title", wording.title().en());
        add(document, "accented", wording.title().vi());
        about.forEach(procedure -> {
            add(document, "about", procedure.name().vi());
            add(document, "about", procedure.name().en());
            add(document, "about", procedure.everyday().vi());
            procedure.keywords().forEach(words -> add(document, "about", words));
        });
        add(document, "text", wording.details().vi());
        add(document, "text", wording.answer().vi());
        add(document, "text", wording.details().en());
        add(document, "text", wording.answer().en());
        try {
            writer.updateDocument(new Term("code", question.code().value()), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Document document, String field, String text) {
        if (!text.isEmpty()) {
            document.add(new TextField(field, VietnameseWords.nfc(text), Field.Store.NO));
        }
    }

    void remove(QuestionCode code) {
        try {
            writer.deleteDocuments(new Term("code", code.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets searches see what was put and removed. */
    void show() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<QuestionCode> search(String text, PublishedQuestions.Filter filter, int from, int limit) {
        var words = telling(text, MAX_WORDS);
        if (words.isEmpty()) {
            return List.of();
        }
        var accented = VietnameseWords.ACCENTED.words(text);
        var exact = run(query(words, accented, MIN_SHARE, false), filter, from, limit);
        return exact.isEmpty() && words.size() <= MAX_FORGIVEN
                ? run(query(words, accented, MIN_SHARE, true), filter, from, limit)
                : exact;
    }

    /** What shares some of its words with a longer text. */
    List<QuestionCode> similar(String text, ProcedureCode procedure, int limit) {
        var words = telling(text, MAX_WORDS);
        return words.isEmpty()
                ? List.of()
                : run(
                        query(words, List.of(), 0.3, false),
                        new PublishedQuestions.Filter(Set.of(procedure), null),
                        0,
                        limit);
    }

    private List<QuestionCode> run(Query query, PublishedQuestions.Filter filter, int from, int limit) {
        var narrowed = new BooleanQuery.Builder().add(query, Occur.MUST);
        var procedures = filter.procedures();
        var agency = filter.agency();
        if (procedures != null) {
            narrowed.add(
                    new TermInSetQuery(
                            "procedure",
                            procedures.stream()
                                    .map(code -> new BytesRef(code.value()))
                                    .toList()),
                    Occur.FILTER);
        }
        if (agency != null) {
            narrowed.add(new TermQuery(new Term("agency", agency.value())), Occur.FILTER);
        }
        try {
            var searcher = searchers.acquire();
            try {
                var codes = new ArrayList<QuestionCode>();
                var hits = searcher.search(narrowed.build(), from + limit).scoreDocs;
                var stored = searcher.storedFields();
                for (int i = from; i < hits.length; i++) {
                    codes.add(new QuestionCode(stored.document(hits[i].doc).get("code")));
                }
                return codes;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that say something, each once; all of them where none does. */
    private static List<String> telling(String text, int most) {
        var words = VietnameseWords.folded(text);
        var telling = words.stream().filter(word -> !SILENT.contains(word)).toList();
        return (telling.isEmpty() ? words : telling)
                .stream().distinct().limit(most).toList();
    }

    private static Query query(List<String> words, List<String> accented, double share, boolean forgiving) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(anywhere(word, forgiving), Occur.SHOULD));
        query.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(words.size() * share)));
        var both = new BooleanQuery.Builder().add(query.build(), Occur.MUST);
        accented.stream()
                .distinct()
                .limit(MAX_WORDS)
                .forEach(word -> both.add(new TermQuery(new Term("accented", word)), Occur.SHOULD));
        return both.build();
    }

    private static Query anywhere(String word, boolean forgiving) {
        var fields = new ArrayList<Query>();
        WEIGHTS.forEach((field, weight) -> fields.add(new BoostQuery(term(field, word, forgiving), weight)));
        return new DisjunctionMaxQuery(fields, 0);
    }

    /** One wrong letter is forgiven in words of three letters and more, not in the first. */
    private static Query term(String field, String word, boolean forgiving) {
        return forgiving && word.length() >= 3 && !field.equals("text")
                ? new FuzzyQuery(new Term(field, word), 1, 1, 20, true)
                : new TermQuery(new Term(field, word));
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable ProcedureCode code(String text) {
        try {
            return ProcedureCode.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
