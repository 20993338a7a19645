package vn.motcua.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.search.VietnameseWords;
import vn.motcua.shared.ProcedureCode;

/**
 * The words of published questions in a Lucene index in memory, to which questions are added and taken away as they are published
 * and retired. Everyday words are found through the names and keywords of the procedures that a question is about.
 */
final class QuestionIndex implements AutoCloseable {

    /** Where the matter stands: the title and the names of the procedures. The other field holds every word. */
    private static final String HEAD = "head";

    private static final String ALL = "all";

    /** So much of what was asked must be found in a question for it to fit at all. */
    private static final double MIN_SHARE = 0.6;

    /** Less for a whole question that is held against the answered ones of the same procedure. */
    private static final double SIMILAR_SHARE = 0.3;

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
        add(document, "accented", wording.title().vi());
        matter(document, wording.title().vi());
        matter(document, wording.title().en());
        about.forEach(procedure -> {
            matter(document, procedure.name().vi());
            matter(document, procedure.name().en());
            matter(document, procedure.everyday().vi());
            procedure.keywords().forEach(words -> matter(document, words));
        });
        add(document, ALL, wording.details().vi());
        add(document, ALL, wording.answer().vi());
        add(document, ALL, wording.details().en());
        add(document, ALL, wording.answer().en());
        try {
            writer.updateDocument(new Term("code", question.code().value()), document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void matter(Document document, String text) {
        add(document, HEAD, text);
        add(document, ALL, text);
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

    /** After many were put at once: one segment is searched faster than several. */
    void settle() {
        try {
            writer.forceMerge(1);
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

    /** First those whose title or procedure says it, which is quick to find; then those that say it anywhere. */
    List<QuestionCode> search(String text, PublishedQuestions.Filter filter, int from, int limit) {
        var words = telling(text, MAX_WORDS);
        if (words.isEmpty()) {
            return List.of();
        }
        var accented = VietnameseWords.ACCENTED.words(text);
        int most = from + limit;
        var found = new LinkedHashSet<>(run(head(words, accented), filter, most));
        if (found.size() < most) {
            found.addAll(run(some(ALL, words, MIN_SHARE), filter, most));
        }
        if (found.isEmpty() && words.size() <= MAX_FORGIVEN) {
            found.addAll(run(forgiving(words), filter, most));
        }
        return found.stream().skip(from).limit(limit).toList();
    }

    /** What shares some of its words with a longer text. */
    List<QuestionCode> similar(String text, ProcedureCode procedure, int limit) {
        var words = telling(text, MAX_WORDS);
        return words.isEmpty()
                ? List.of()
                : run(some(ALL, words, SIMILAR_SHARE), new PublishedQuestions.Filter(Set.of(procedure), null), limit);
    }

    private List<QuestionCode> run(Query query, PublishedQuestions.Filter filter, int limit) {
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
                var hits = searcher.search(narrowed.build(), new TopScoreDocCollectorManager(limit, limit)).scoreDocs;
                var stored = searcher.storedFields();
                for (var hit : hits) {
                    codes.add(new QuestionCode(stored.document(hit.doc).get("code")));
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

    /** Whoever writes accents means them: they lift what has the same. */
    private static Query head(List<String> words, List<String> accented) {
        var lifted = new BooleanQuery.Builder().add(some(HEAD, words, MIN_SHARE), Occur.MUST);
        accented.stream()
                .distinct()
                .limit(MAX_WORDS)
                .forEach(word -> lifted.add(new TermQuery(new Term("accented", word)), Occur.SHOULD));
        return lifted.build();
    }

    /** One wrong letter is forgiven in words of three letters and more, not in the first. */
    private static Query forgiving(List<String> words) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(
                word.length() < 3
                        ? new TermQuery(new Term(HEAD, word))
                        : new FuzzyQuery(new Term(HEAD, word), 1, 1, 20, true),
                Occur.SHOULD));
        return query.setMinimumNumberShouldMatch(least(words, MIN_SHARE)).build();
    }

    private static Query some(String field, List<String> words, double share) {
        var query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(new TermQuery(new Term(field, word)), Occur.SHOULD));
        return query.setMinimumNumberShouldMatch(least(words, share)).build();
    }

    private static int least(List<String> words, double share) {
        return Math.max(1, (int) Math.ceil(words.size() * share));
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
