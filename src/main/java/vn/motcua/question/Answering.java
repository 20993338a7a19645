package vn.motcua.question;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Procedures;
import vn.motcua.identity.Official;
import vn.motcua.identity.Official.Duty;
import vn.motcua.question.Questions.Told;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/**
 * What officials do with questions. Case handlers and catalogue editors of the responsible agency answer, write, hand over and
 * merge; its approving leaders and catalogue editors publish, and never their own answer. A question of an agency that the
 * official does not work for looks like none.
 */
@Component
public class Answering {

    public static final int MAX_REASON = 1_000;
    private static final Set<Duty> ANSWER = Set.of(Duty.HANDLER, Duty.CATALOGUE_ADMIN);
    private static final Set<Duty> RELEASE = Set.of(Duty.LEADER, Duty.CATALOGUE_ADMIN);

    private final Questions questions;
    private final Askers askers;
    private final Agencies agencies;
    private final Procedures procedures;
    private final Rules rules;

    Answering(Questions questions, Askers askers, Agencies agencies, Procedures procedures, Rules rules) {
        this.questions = questions;
        this.askers = askers;
        this.agencies = agencies;
        this.procedures = procedures;
        this.rules = rules;
    }

    /** Clock and settings of the room. */
    @Component
    record Rules(InstantSource clock, QuestionSettings settings) {}

    public static boolean mayAnswer(Official official) {
        return ANSWER.stream().anyMatch(official::is);
    }

    public static boolean mayRelease(Official official) {
        return RELEASE.stream().anyMatch(official::is);
    }

    /** Refuses whoever has none of the duties by which one works on questions. */
    public static void requireDuty(Official official) {
        if (!mayAnswer(official) && !mayRelease(official)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "question.duty");
        }
    }

    /** The question as this official may see it. */
    public Question get(Official official, QuestionCode code) {
        requireDuty(official);
        return questions
                .find(code)
                .filter(question -> official.covers(question.agency()))
                .orElseThrow(Questions::unknown);
    }

    /** A first answer, or another one; whatever was published until now is taken back until the second person agrees. */
    public Question answer(Official official, QuestionCode code, int seen, Wording wording, List<ProcedureCode> about) {
        var checked = wording.checked();
        var known = known(about);
        return questions.move(code, official.id(), seen, question -> {
            require(official, question, ANSWER);
            return new Told(new QuestionEvent.Answered(known), Map.of(), checked);
        });
    }

    /** A question that nobody asked, with its answer; waits for the second person. */
    @Transactional
    public Question write(Official official, Wording wording, List<ProcedureCode> about) {
        if (!mayAnswer(official)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "question.duty");
        }
        wording.checked();
        var known = known(about);
        var agency = procedures
                .find(known.getFirst(), procedures.today())
                .orElseThrow()
                .promulgatingAgency();
        if (!official.covers(agency)) {
            throw Problem.invalid("procedures", "question.procedure.not-yours", known.getFirst());
        }
        var now = rules.clock().instant();
        var question = Question.begun(
                QuestionCode.next(LocalDate.ofInstant(now, WorkingTime.ZONE)),
                Question.Origin.WRITTEN,
                State.ANSWERED,
                agency,
                known,
                new Question.Begin(official.id(), null, now, null));
        questions.begin(question, new QuestionEvent.Written(agency, known), wording);
        return question;
    }

    /**
     * Publishes, with the words as the second person leaves them. Refuses who answered, and words in which something personal
     * is certain or was found and not confirmed.
     */
    @Transactional
    public Question publish(Official official, QuestionCode code, int seen, Wording wording, Set<String> confirmed) {
        var checked = wording.checked();
        var published = questions.move(code, official.id(), seen, question -> {
            second(official, question);
            var asker = askers.of(code).map(Askers.Asker::name).orElse(null);
            PersonalData.refuse(PersonalData.in(checked, asker), confirmed);
            return new Told(new QuestionEvent.Published(), Map.of(), checked);
        });
        answered(published);
        return published;
    }

    /** Gives the answer to the asker alone. Refused where nobody asked, or where it has been public. */
    @Transactional
    public Question reply(Official official, QuestionCode code, int seen, Wording wording) {
        var checked = wording.checked();
        var replied = questions.move(code, official.id(), seen, question -> {
            second(official, question);
            if (question.origin() != Question.Origin.ASKED || question.times().released() != null) {
                throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "question.reply.nobody");
            }
            return new Told(new QuestionEvent.Replied(), Map.of(), checked);
        });
        answered(replied);
        return replied;
    }

    /** The second person wants another answer, and says why. */
    public Question giveBack(Official official, QuestionCode code, int seen, String reason) {
        var why = reason(reason);
        return questions.move(code, official.id(), seen, question -> {
            require(official, question, RELEASE);
            return Told.because(new QuestionEvent.Returned(), why);
        });
    }

    /** Another agency must answer; the time does not begin anew. */
    public Question transfer(Official official, QuestionCode code, int seen, String agency, String reason) {
        var why = reason(reason);
        var to = existing(agency);
        return questions.move(code, official.id(), seen, question -> {
            require(official, question, ANSWER);
            if (to.equals(question.agency())) {
                throw Problem.invalid("agency", "question.transfer.same");
            }
            return Told.because(new QuestionEvent.Transferred(question.agency(), to), why);
        });
    }

    /** The same was answered before: the asker is led there. */
    @Transactional
    public Question merge(Official official, QuestionCode code, int seen, String into) {
        var target = QuestionCode.parse(into)
                .filter(other -> !other.equals(code))
                .flatMap(questions::find)
                .filter(Question::isPublished)
                .orElseThrow(() -> Problem.invalid("into", "question.merge.into"));
        var merged = questions.move(code, official.id(), seen, question -> {
            require(official, question, ANSWER);
            return Told.of(new QuestionEvent.Merged(target.code()));
        });
        answered(merged);
        return merged;
    }

    /** No longer shown: the law or the procedure has changed. */
    public Question retire(Official official, QuestionCode code, int seen, String reason) {
        var why = reason(reason);
        return questions.move(code, official.id(), seen, question -> {
            require(official, question, RELEASE);
            return Told.because(new QuestionEvent.Retired(), why);
        });
    }

    private void answered(Question question) {
        var local = question.times().changed().atOffset(ZoneOffset.UTC);
        askers.keepUntil(
                question.code(), local.plus(rules.settings().askerKept()).toInstant());
    }

    private static void require(Official official, Question question, Set<Duty> duties) {
        if (!official.covers(question.agency())) {
            throw Questions.unknown();
        }
        if (duties.stream().noneMatch(official::is)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "question.duty");
        }
    }

    /** Four eyes: whoever answered does not release. */
    private static void second(Official official, Question question) {
        require(official, question, RELEASE);
        if (isOwnAnswer(official.id(), question)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "question.four-eyes");
        }
    }

    public static boolean isOwnAnswer(PersonId official, Question question) {
        return official.equals(question.hands().answered());
    }

    private List<ProcedureCode> known(List<ProcedureCode> about) {
        var distinct = about.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > Question.MAX_PROCEDURES) {
            throw Problem.invalid("procedures", "question.procedures.count", Question.MAX_PROCEDURES);
        }
        for (var code : distinct) {
            if (procedures.find(code, procedures.today()).isEmpty()) {
                throw Problem.invalid("procedures", "question.procedures.unknown", code);
            }
        }
        return distinct;
    }

    private AgencyCode existing(String agency) {
        try {
            return agencies.find(new AgencyCode(agency.strip()))
                    .filter(found -> found.existsOn(procedures.today()))
                    .orElseThrow()
                    .code();
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            throw Problem.invalid("agency", "question.transfer.agency");
        }
    }

    private static String reason(String typed) {
        var reason = Plain.of(typed);
        if (reason.length() < 5) {
            throw Problem.invalid("reason", "question.text.short", 5);
        }
        if (reason.length() > MAX_REASON) {
            throw Problem.invalid("reason", "question.text.long", MAX_REASON, reason.length());
        }
        return reason;
    }
}
