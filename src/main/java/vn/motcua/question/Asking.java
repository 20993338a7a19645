package vn.motcua.question;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedures;
import vn.motcua.identity.EmailAddress;
import vn.motcua.identity.PersonName;
import vn.motcua.identity.PhoneNumber;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.Deadline;
import vn.motcua.time.WorkingTime;

/** How the public asks. The agency that promulgated the procedure must answer. */
@Component
public class Asking {

    public static final int MAX_WORDS = 2_000;
    private static final int MIN_WORDS = 10;
    private static final int TRIES = 5;

    /**
     * What a form says.
     *
     * @param key of the form; see {@link Askers#newKey()}
     * @param account of somebody signed in
     */
    public record Given(
            String key,
            String name,
            String email,
            String phone,
            String procedure,
            String words,
            Locale locale,
            @Nullable PersonId account) {}

    /** A question that can be sent. */
    public record Ready(
            Procedure procedure,
            Askers.Asker asker,
            String key,
            @Nullable PersonId account) {}

    /** What it became. */
    public record Received(QuestionCode code, String key) {}

    private final Questions questions;
    private final Askers askers;
    private final Procedures procedures;
    private final TransactionTemplate transaction;
    private final Clockwork clockwork;

    Asking(
            Questions questions,
            Askers askers,
            Procedures procedures,
            TransactionTemplate transaction,
            Clockwork clockwork) {
        this.questions = questions;
        this.askers = askers;
        this.procedures = procedures;
        this.transaction = transaction;
        this.clockwork = clockwork;
    }

    /** What time it is, and what follows from it. */
    @Component
    record Clockwork(InstantSource clock, WorkingTime workingTime, QuestionSettings settings) {

        Deadline due(Instant asked, Procedure procedure) {
            return workingTime.due(asked, settings.limit(), procedure.promulgatingAgency());
        }

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        }
    }

    /** Refuses everything that is wrong, at once; stores nothing. */
    public Ready check(Given given) {
        var mistakes = new ArrayList<Mistake>();
        var name = read(
                mistakes, "name", given.name(), text -> PersonName.parse(text).value());
        var email = read(
                mistakes,
                "email",
                given.email(),
                text -> text.isBlank() ? null : EmailAddress.parse(text).value());
        var phone = read(
                mistakes,
                "phone",
                given.phone(),
                text -> text.isBlank() ? null : PhoneNumber.parse(text).value());
        if (given.email().isBlank() && given.phone().isBlank()) {
            mistakes.add(Mistake.of("email", "question.ask.contact"));
        }
        var procedure = procedure(given.procedure());
        if (procedure.isEmpty()) {
            mistakes.add(Mistake.of(
                    "procedure",
                    given.procedure().isBlank() ? "question.ask.procedure.empty" : "question.ask.procedure.unknown"));
        }
        var words = Plain.of(given.words());
        if (words.length() < MIN_WORDS) {
            mistakes.add(Mistake.of("words", "question.ask.words.short", MIN_WORDS));
        } else if (words.length() > MAX_WORDS) {
            mistakes.add(Mistake.of("words", "question.text.long", MAX_WORDS, words.length()));
        }
        if (!mistakes.isEmpty() || name == null) {
            throw Problem.invalid(mistakes);
        }
        var key = Askers.isKey(given.key()) ? given.key() : Askers.newKey();
        var asker = new Askers.Asker(name, email, phone, given.locale(), words, given.account() == null);
        return new Ready(procedure.orElseThrow(), asker, key, given.account());
    }

    /** The procedure of a code, with or without an agency's suffix; empty for anything else. */
    public Optional<Procedure> procedure(String code) {
        try {
            return procedures.find(ProcedureCode.parse(code), procedures.today());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable String read(
            List<Mistake> mistakes,
            String field,
            String text,
            java.util.function.Function<String, @Nullable String> read) {
        try {
            return read.apply(text);
        } catch (Problem problem) {
            problem.mistakes()
                    .forEach(mistake -> mistakes.add(
                            Mistake.of(field, mistake.code(), mistake.args().toArray())));
            return null;
        }
    }

    /** What the form became if it was sent before: pressing twice asks once. */
    public Optional<Received> before(String key) {
        return askers.from(key).map(code -> new Received(code, key));
    }

    /** Row, asker's row and journal entry in one transaction; the same form again gives the same question. */
    public Received ask(Ready ready) {
        for (int i = 0; i < TRIES; i++) {
            var known = before(ready.key());
            if (known.isPresent()) {
                return known.get();
            }
            var code = QuestionCode.next(clockwork.today());
            try {
                transaction.executeWithoutResult(_ -> write(code, ready));
                return new Received(code, ready.key());
            } catch (DuplicateKeyException e) {
                // the form was sent at the same moment, or the code is taken: look again
            }
        }
        throw new IllegalStateException("No code was free");
    }

    private void write(QuestionCode code, Ready ready) {
        var now = clockwork.clock().instant();
        var due = clockwork.due(now, ready.procedure()).due().toInstant();
        var account = ready.account();
        var asker = account == null ? PersonId.random() : account;
        var agency = ready.procedure().promulgatingAgency();
        var procedure = ready.procedure().code();
        var question = Question.begun(
                code,
                Question.Origin.ASKED,
                State.ASKED,
                agency,
                List.of(procedure),
                new Question.Begin(account == null ? PersonId.SYSTEM : account, asker, now, due));
        questions.begin(question, new QuestionEvent.Asked(agency, procedure, due), null);
        askers.add(code, ready.key(), ready.asker());
    }

    /** When a question that is asked now must be answered, and why. */
    public Deadline dueNow(Procedure procedure) {
        return clockwork.due(clockwork.clock().instant(), procedure);
    }

    /** The same for one that was asked. */
    public Deadline due(Question question) {
        return clockwork
                .workingTime()
                .due(question.times().asked(), clockwork.settings().limit(), question.agency());
    }
}
