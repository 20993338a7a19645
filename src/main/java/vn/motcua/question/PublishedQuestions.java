package vn.motcua.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;

/** What everybody may read: published questions with their answers, as lists, by procedure and by words. */
@Repository
public class PublishedQuestions {

    /** So far a list can be leafed through; who has not found it by then searches. */
    public static final int MAX_FROM = 10_000;

    /** A question with its words. */
    public record Entry(Question question, Wording wording) {}

    /** In which order a list is. With words to search for, the best fitting come first instead. */
    public enum Order {
        NEWEST,
        USEFUL
    }

    /**
     * What a list is narrowed to.
     *
     * @param procedures null for all; an empty set leaves nothing
     */
    public record Filter(
            @Nullable Set<ProcedureCode> procedures,
            @Nullable AgencyCode agency) {
        public static final Filter NONE = new Filter(null, null);
    }

    private static final String SHOWN = """
            select q.*, w.title_vi, w.title_en, w.details_vi, w.details_en, w.answer_vi, w.answer_en, w.law
            from question.question q join question.wording w on w.code = q.code
            where q.state = 'PUBLISHED'
            """;

    private final JdbcClient sql;
    private final QuestionSearch search;

    PublishedQuestions(JdbcClient sql, QuestionSearch search) {
        this.sql = sql;
        this.search = search;
    }

    public Optional<Entry> find(QuestionCode code) {
        return sql.sql(SHOWN + " and q.code = ?")
                .param(code.value())
                .query(PublishedQuestions::entry)
                .optional();
    }

    /** At most {@code limit} (the caller asks for one more to know whether there are), after {@code from} others. */
    public List<Entry> list(Filter filter, Order order, int from, int limit) {
        var by =
                switch (order) {
                    case NEWEST -> "q.published_at desc, q.code";
                    case USEFUL -> "q.usefulness desc, q.code";
                };
        var procedures = filter.procedures();
        var agency = filter.agency();
        return sql.sql(SHOWN + """
                         and (:every or q.procedures && cast(:procedures as text[]))
                         and (cast(:agency as text) is null or q.agency = :agency)
                        order by\s""" + by + " limit :limit offset :from")
                .param("every", procedures == null)
                .param(
                        "procedures",
                        procedures == null
                                ? new String[0]
                                : procedures.stream().map(ProcedureCode::value).toArray(String[]::new))
                .param("agency", agency == null ? null : agency.value())
                .param("limit", limit)
                .param("from", Math.min(from, MAX_FROM))
                .query(PublishedQuestions::entry)
                .list();
    }

    /** Best first. */
    public List<Entry> search(String query, Filter filter, int from, int limit) {
        return entries(search.find(query, filter, from, limit));
    }

    /** Those that say about the same of a procedure, best first; for somebody who is about to ask. */
    public List<Entry> similar(String words, ProcedureCode procedure, int limit) {
        return entries(search.similar(words, procedure, limit));
    }

    private List<Entry> entries(List<QuestionCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        var found = new HashMap<QuestionCode, Entry>();
        sql.sql(SHOWN + " and q.code in (:codes)")
                .param("codes", codes.stream().map(QuestionCode::value).toList())
                .query(PublishedQuestions::entry)
                .list()
                .forEach(entry -> found.put(entry.question().code(), entry));
        return codes.stream().map(found::get).filter(java.util.Objects::nonNull).toList();
    }

    /** The agencies and the procedures that have something to read. */
    public List<AgencyCode> agencies() {
        return sql
                .sql("select distinct agency from question.question where state = 'PUBLISHED' order by agency")
                .query(String.class)
                .list()
                .stream()
                .map(AgencyCode::new)
                .toList();
    }

    public List<ProcedureCode> procedures() {
        return sql.sql("""
                        select distinct unnest(procedures) as code from question.question
                        where state = 'PUBLISHED' order by code
                        """).query(String.class).list().stream()
                .map(ProcedureCode::new)
                .toList();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(Questions.row(row, number), Wordings.row(row, number));
    }
}
