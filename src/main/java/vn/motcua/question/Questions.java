package vn.motcua.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;

/** Every question there is, and the only way to move one: row, words and journal entry commit together or not at all. */
@Repository
public class Questions {

    /** An event with what goes with it: words for the journal's erasable rows, and the new wording where there is one. */
    record Told(
            QuestionEvent event,
            Map<String, String> words,
            @Nullable Wording wording) {
        static Told of(QuestionEvent event) {
            return new Told(event, Map.of(), null);
        }

        static Told because(QuestionEvent event, String reason) {
            return new Told(event, reason.isEmpty() ? Map.of() : Map.of("reason", reason), null);
        }
    }

    /** For who races with nobody: readers of the journal, the start. */
    static final int ANY_VERSION = -1;

    private final JdbcClient sql;
    private final Journal journal;
    private final Wordings wordings;
    private final QuestionSearch search;
    private final InstantSource clock;

    Questions(JdbcClient sql, Journal journal, Wordings wordings, QuestionSearch search, InstantSource clock) {
        this.sql = sql;
        this.journal = journal;
        this.wordings = wordings;
        this.search = search;
        this.clock = clock;
    }

    public Optional<Question> find(QuestionCode code) {
        return sql.sql("select * from question.question where code = ?")
                .param(code.value())
                .query(Questions::row)
                .optional();
    }

    public Wording wording(QuestionCode code) {
        return wordings.of(code);
    }

    static Problem unknown() {
        return Problem.notFound("question.unknown");
    }

    /** A new question with its words. Must run in a transaction. */
    void begin(Question question, QuestionEvent event, @Nullable Wording wording) {
        sql.sql("""
                insert into question.question (code, version, origin, state, agency, procedures, asker, asked_at, due_at,
                    answered_by, released_at, published_at, published_by, merged_into, changed_at, changed_by)
                values (:code, :version, :origin, :state, :agency, :procedures, :asker, :asked_at, :due_at,
                    :answered_by, :released_at, :published_at, :published_by, :merged_into, :changed_at, :changed_by)
                """).params(columns(question)).update();
        if (wording != null) {
            wordings.save(question.code(), wording);
        }
        append(question, Told.of(event));
    }

    /**
     * Moves a question on. The row is locked while {@code decide} looks at it and says what happens.
     *
     * @param seen the version that the asker saw; another one means that somebody was faster
     */
    @Transactional
    public Question move(QuestionCode code, PersonId actor, int seen, Function<Question, Told> decide) {
        var current = sql.sql("select * from question.question where code = ? for update")
                .param(code.value())
                .query(Questions::row)
                .optional()
                .orElseThrow(Questions::unknown);
        var told = decide.apply(current);
        if (seen != ANY_VERSION && seen != current.version()) {
            throw Problem.of(Problem.Kind.STALE, "question.stale");
        }
        var next = current.after(told.event(), actor, clock.instant());
        sql.sql("""
                update question.question set
                    version = :version, origin = :origin, state = :state, agency = :agency, procedures = :procedures,
                    answered_by = :answered_by, released_at = :released_at, published_at = :published_at,
                    published_by = :published_by, merged_into = :merged_into, changed_at = :changed_at,
                    changed_by = :changed_by
                where code = :code
                """).params(columns(next)).update();
        var wording = told.wording();
        if (wording != null) {
            wordings.save(code, wording);
        }
        append(next, told);
        return next;
    }

    private void append(Question next, Told told) {
        journal.append(new Entry(
                next.code().stream(),
                next.version(),
                told.event().type(),
                QuestionEvent.SCHEMA,
                next.hands().changed(),
                null,
                told.event().json(),
                told.words()));
        search.changedHere();
    }

    private static Map<String, @Nullable Object> columns(Question question) {
        var columns = new java.util.HashMap<String, @Nullable Object>();
        columns.put("code", question.code().value());
        columns.put("version", question.version());
        columns.put("origin", question.origin().name());
        columns.put("state", question.state().name());
        columns.put("agency", question.agency().value());
        columns.put(
                "procedures",
                question.procedures().stream().map(ProcedureCode::value).toArray(String[]::new));
        columns.put("asker", id(question.asker()));
        columns.put("asked_at", time(question.times().asked()));
        columns.put("due_at", maybe(question.times().due()));
        columns.put("answered_by", id(question.hands().answered()));
        columns.put("released_at", maybe(question.times().released()));
        columns.put("published_at", maybe(question.times().published()));
        columns.put("published_by", id(question.hands().published()));
        columns.put(
                "merged_into",
                question.mergedInto() == null ? null : question.mergedInto().value());
        columns.put("changed_at", time(question.times().changed()));
        columns.put("changed_by", id(question.hands().changed()));
        return columns;
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime maybe(@Nullable Instant at) {
        return at == null ? null : time(at);
    }

    private static @Nullable UUID id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    static Question row(ResultSet row, int number) throws SQLException {
        var merged = row.getString("merged_into");
        return new Question(
                new QuestionCode(row.getString("code")),
                row.getInt("version"),
                Question.Origin.valueOf(row.getString("origin")),
                State.valueOf(row.getString("state")),
                new AgencyCode(row.getString("agency")),
                Stream.of((String[]) row.getArray("procedures").getArray())
                        .map(ProcedureCode::new)
                        .toList(),
                person(row, "asker"),
                new Question.Times(
                        row.getTimestamp("asked_at").toInstant(),
                        instant(row, "due_at"),
                        instant(row, "released_at"),
                        instant(row, "published_at"),
                        row.getTimestamp("changed_at").toInstant()),
                new Question.Hands(
                        person(row, "answered_by"),
                        person(row, "published_by"),
                        new PersonId(row.getObject("changed_by", UUID.class))),
                merged == null ? null : new QuestionCode(merged),
                new Question.Votes(row.getInt("helpful"), row.getInt("unhelpful")));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
