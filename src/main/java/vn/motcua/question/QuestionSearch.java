package vn.motcua.question;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedures;
import vn.motcua.shared.ProcedureCode;

/**
 * Finds published questions by words. Each node keeps its own index and reads what has changed since, at once after a change of
 * its own, otherwise at most once a second when somebody searches.
 */
@Component
class QuestionSearch implements DisposableBean {

    /** Longer queries are cut: nobody needs more to say what they look for. */
    static final int MAX_QUERY_LENGTH = 200;

    /** Of a whole question that somebody is about to ask, its beginning says what it is about. */
    private static final int MAX_SIMILAR_LENGTH = 600;

    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    /** A transaction that was stamped earlier may commit later, but not by so much. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Procedures procedures;
    private final QuestionIndex index = new QuestionIndex();
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private final Map<QuestionCode, Integer> versions = new HashMap<>();
    private volatile long lookedAt;
    private Instant upTo = Instant.EPOCH;

    QuestionSearch(JdbcClient sql, Procedures procedures) {
        this.sql = sql;
        this.procedures = procedures;
    }

    /** Best first; nothing fitting gives an empty list, an empty query too. The code of a procedure finds its questions. */
    List<QuestionCode> find(String query, PublishedQuestions.Filter filter, int from, int limit) {
        var text = cut(query, MAX_QUERY_LENGTH);
        var code = QuestionIndex.code(text);
        lookForChanges();
        if (code != null) {
            return sql
                    .sql("""
                            select code from question.question
                            where state = 'PUBLISHED' and procedures && array[cast(:code as text)]
                            order by usefulness desc, code limit :limit offset :from
                            """)
                    .param("code", code.value())
                    .param("limit", limit)
                    .param("from", from)
                    .query(String.class)
                    .list()
                    .stream()
                    .map(QuestionCode::new)
                    .toList();
        }
        return index.search(text, filter, from, limit);
    }

    List<QuestionCode> similar(String words, ProcedureCode procedure, int limit) {
        lookForChanges();
        return index.similar(cut(words, MAX_SIMILAR_LENGTH), procedure, limit);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** To be called in the transaction of a change: the next search after its commit sees it. */
    void changedHere() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    changed.set(true);
                }
            });
        }
    }

    /** Reads what has changed, unless somebody just did. A search that comes while another reads waits for neither. */
    void lookForChanges() {
        boolean mine = changed.getAndSet(false);
        if (!mine && System.nanoTime() - lookedAt < LOOK_AGAIN_NANOS) {
            return;
        }
        if (mine) {
            reading.lock(); // our own change must be seen
        } else if (!reading.tryLock()) {
            return;
        }
        try {
            read();
            lookedAt = System.nanoTime();
        } catch (RuntimeException e) {
            changed.set(true);
            throw e;
        } finally {
            reading.unlock();
        }
    }

    private record Row(Question question, Wording wording) {}

    private void read() {
        boolean first = upTo.equals(Instant.EPOCH);
        int[] news = {0};
        try (var rows = sql
                .sql("""
                        select q.*, w.title_vi, w.title_en, w.details_vi, w.details_en, w.answer_vi, w.answer_en, w.law
                        from question.question q join question.wording w on w.code = q.code
                        where q.changed_at >= :since and (q.state = 'PUBLISHED' or not :first)
                        """)
                .param("since", Questions.time(first ? upTo : upTo.minus(OVERLAP)))
                .param("first", first)
                .query((row, number) -> new Row(Questions.row(row, number), Wordings.row(row, number)))
                .stream()) {
            rows.forEach(row -> news[0] += take(row) ? 1 : 0);
        }
        if (first) {
            index.settle();
        }
        if (news[0] > 0) {
            index.show();
        }
    }

    private boolean take(Row row) {
        var question = row.question();
        if (question.times().changed().isAfter(upTo)) {
            upTo = question.times().changed();
        }
        var known = versions.put(question.code(), question.version());
        if (known != null && known == question.version()) {
            return false;
        }
        if (question.isPublished()) {
            index.put(question, row.wording(), about(question));
        } else {
            index.remove(question.code());
        }
        return true;
    }

    private List<Procedure> about(Question question) {
        return question.procedures().stream()
                .flatMap(code -> procedures.find(code, procedures.today()).stream())
                .toList();
    }

    @Override
    public void destroy() {
        index.close();
    }
}
