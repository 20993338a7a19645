package vn.motcua.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedures;
import vn.motcua.question.Questions.Told;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;

/**
 * At the start, publishes the questions that come with the product ({@code question/shipped.yaml}): each that is new or has
 * changed since the last start, takes back each that is gone, and leaves alone what an editor has taken over. One about a
 * procedure that this portal does not have is left out. Nodes that start together wait for one another.
 */
@Component
class ShipQuestions {

    static final String FILE = "/question/shipped.yaml";

    /** Held by whoever ships, until the transaction ends. */
    private static final int LOCK = 4714;

    /** @param code four digits, for ever the same question */
    record Shipped(String code, List<String> procedures, Text question, Text answer, String law) {

        List<ProcedureCode> about() {
            return procedures.stream().map(ProcedureCode::new).toList();
        }

        Wording wording() {
            return new Wording(question, new Text("", ""), answer, law).checked();
        }

        String digest() {
            var all = String.join("\n", procedures.toString(), question.toString(), answer.toString(), law);
            return java.util.HexFormat.of().formatHex(Askers.hash(all));
        }

        QuestionCode questionCode() {
            return new QuestionCode("Q-" + code);
        }
    }

    private final Questions questions;
    private final Procedures procedures;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ShipQuestions(
            Questions questions,
            Procedures procedures,
            JdbcClient sql,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.questions = questions;
        this.procedures = procedures;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** After all else is ready, the procedures above all. */
    @EventListener(ContextRefreshedEvent.class)
    void start() {
        ship(read());
    }

    static List<Shipped> read() {
        try (var file = ShipQuestions.class.getResourceAsStream(FILE)) {
            var read = List.of(new YAMLMapper().readValue(file, Shipped[].class));
            if (read.stream().map(Shipped::code).distinct().count() != read.size()) {
                throw new IllegalStateException("A code stands twice in " + FILE);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All in one transaction of a few dozen rows; nothing where nothing changed. */
    void ship(List<Shipped> shipped) {
        var known = digests();
        var gone = new HashSet<>(known.keySet());
        shipped.forEach(question -> gone.remove(question.questionCode()));
        var changed = shipped.stream()
                .filter(question -> !question.digest().equals(known.get(question.questionCode())))
                .filter(question -> about(question) != null)
                .toList();
        if (changed.isEmpty() && gone.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            sql.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
            var now = digests(); // another node may have been faster
            changed.stream()
                    .filter(question -> !question.digest().equals(now.get(question.questionCode())))
                    .forEach(this::publish);
            gone.stream().filter(now::containsKey).forEach(this::takeBack);
        });
    }

    private Map<QuestionCode, String> digests() {
        return sql.sql("select code, digest from question.shipped").query(rows -> {
            var digests = new HashMap<QuestionCode, String>();
            while (rows.next()) {
                digests.put(new QuestionCode(rows.getString(1)), rows.getString(2));
            }
            return digests;
        });
    }

    /** The first procedure, where this portal has them all. */
    private @Nullable Procedure about(Shipped shipped) {
        var today = procedures.today();
        return shipped.about().stream()
                        .allMatch(code -> procedures.find(code, today).isPresent())
                ? procedures.find(shipped.about().getFirst(), today).orElseThrow()
                : null;
    }

    private void publish(Shipped shipped) {
        var code = shipped.questionCode();
        var agency = java.util.Objects.requireNonNull(about(shipped)).promulgatingAgency();
        var event = new QuestionEvent.Shipped(agency, shipped.about(), shipped.digest());
        var existing = questions.find(code);
        if (existing.isEmpty()) {
            var begin = new Question.Begin(PersonId.SYSTEM, null, clock.instant(), null);
            questions.begin(
                    Question.begun(code, Question.Origin.SHIPPED, State.PUBLISHED, agency, shipped.about(), begin),
                    event,
                    shipped.wording());
        } else if (existing.get().origin() == Question.Origin.SHIPPED && isOurs(existing.get())) {
            questions.move(
                    code, PersonId.SYSTEM, Questions.ANY_VERSION, _ -> new Told(event, Map.of(), shipped.wording()));
        }
        sql.sql("""
                insert into question.shipped (code, digest) values (?, ?)
                on conflict (code) do update set digest = excluded.digest
                """).params(code.value(), shipped.digest()).update();
    }

    private void takeBack(QuestionCode code) {
        questions
                .find(code)
                .filter(question -> question.origin() == Question.Origin.SHIPPED && question.isPublished())
                .ifPresent(question -> questions.move(
                        code, PersonId.SYSTEM, Questions.ANY_VERSION, _ -> Told.of(new QuestionEvent.Retired())));
        sql.sql("delete from question.shipped where code = ?")
                .param(code.value())
                .update();
    }

    /** What an editor retired stays retired. */
    private static boolean isOurs(Question question) {
        return question.hands().changed().equals(PersonId.SYSTEM);
    }
}
