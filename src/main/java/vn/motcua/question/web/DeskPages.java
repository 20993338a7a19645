package vn.motcua.question.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.identity.Official;
import vn.motcua.identity.People;
import vn.motcua.journal.Journal;
import vn.motcua.journal.Recorded;
import vn.motcua.question.Answering;
import vn.motcua.question.Askers;
import vn.motcua.question.Asking;
import vn.motcua.question.Personal;
import vn.motcua.question.PublishedQuestions;
import vn.motcua.question.Question;
import vn.motcua.question.QuestionCode;
import vn.motcua.question.Questions;
import vn.motcua.question.State;
import vn.motcua.question.Wording;
import vn.motcua.shared.Text;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;
import vn.motcua.web.Passed;

/** One question on the desk. Who opens it is recorded for the person who asked. */
@Component
class DeskPages {

    private static final int SIMILAR = 5;

    private final Answering answering;
    private final Texts texts;
    private final Asking asking;
    private final Record record;
    private final PublicPages.Names names;

    DeskPages(Answering answering, Texts texts, Asking asking, Record record, PublicPages.Names names) {
        this.answering = answering;
        this.texts = texts;
        this.asking = asking;
        this.record = record;
        this.names = names;
    }

    /** Where the words are. */
    @Component
    record Texts(Questions questions, Askers askers, PublishedQuestions published, Personal personal) {}

    /** What is recorded of a question and of those who read it. */
    @Component
    record Record(Journal journal, People people) {

        void read(Official official, Question question, Askers.@Nullable Asker asker) {
            var subject = question.asker();
            if (subject != null && asker != null && !asker.guest()) {
                people.recordAccess(official.id(), subject, "question.access.answering", "question/" + question.code());
            }
        }
    }

    /** @param typed null where nothing was typed yet */
    WorkPage page(
            Official official, QuestionCode code, @Nullable WordingForm typed, Corrections corrections, Frame frame) {
        var question = answering.get(official, code);
        var asker = texts.askers().of(code).orElse(null);
        record.read(official, question, asker);
        var form = typed == null || typed.titleVi() == null ? kept(question, asker, typed) : typed;
        var locale = frame.locale();
        var now = names.clock().instant();
        var due = question.times().due();
        boolean waits = due != null && question.times().released() == null;
        var acts = acts(official, question);
        var first = question.procedures().getFirst();
        return new WorkPage(
                official.title(),
                code.value(),
                question.version(),
                frame.text("question.work.one", code),
                names.procedure(first, locale),
                names.agency(question.agency(), locale),
                frame.text("question.state." + question.state().name()),
                WorkPages.kind(question, now),
                waits && due != null ? frame.text("question.work.due-at", due) : "",
                waits ? days(question, now, frame) : null,
                asker == null ? "" : asker.name(),
                asker == null ? List.of() : PublicPages.paragraphs(asker.words()),
                form,
                acts.publish() ? marks(code, form, frame) : List.of(),
                acts,
                hint(official, question, frame),
                acts.transfer() ? agencies(question, frame) : List.of(),
                acts.transfer() && asker != null
                        ? texts.published().similar(asker.words(), first, SIMILAR).stream()
                                .map(entry -> new Link(
                                        entry.question().code() + ": "
                                                + entry.wording().in(locale).title(),
                                        "/questions/" + entry.question().code()))
                                .toList()
                        : List.of(),
                record.journal().history("question/" + code).stream()
                        .map(event -> passed(event, frame))
                        .toList(),
                corrections);
    }

    /** What was written so far; before the first answer the asker's own words, for the official to shorten and clean. */
    private WordingForm kept(Question question, Askers.@Nullable Asker asker, @Nullable WordingForm typed) {
        var wording = texts.questions().wording(question.code());
        if (wording.title().vi().isEmpty() && asker != null) {
            var words = asker.words();
            int end = words.indexOf('\n') < 0 ? words.length() : words.indexOf('\n');
            wording = new Wording(
                    new Text(words.substring(0, Math.min(end, Wording.MAX_TITLE)), ""),
                    new Text(words, ""),
                    wording.answer(),
                    wording.law());
        }
        var form = WordingForm.of(wording, question.procedures(), question.version());
        return typed == null ? form : form.beside(typed);
    }

    private static WorkPage.Acts acts(Official official, Question question) {
        boolean answers = Answering.mayAnswer(official);
        boolean releases = Answering.mayRelease(official);
        var state = question.state();
        boolean second = state == State.ANSWERED && releases && !Answering.isOwnAnswer(official.id(), question);
        return new WorkPage.Acts(
                answers && state != State.MERGED && state != State.REPLIED,
                second,
                second
                        && question.origin() == Question.Origin.ASKED
                        && question.times().released() == null,
                state == State.ANSWERED && releases,
                answers && state == State.ASKED && question.origin() == Question.Origin.ASKED,
                releases && state == State.PUBLISHED);
    }

    private static String hint(Official official, Question question, Frame frame) {
        if (question.state() != State.ANSWERED) {
            return "";
        }
        return Answering.isOwnAnswer(official.id(), question)
                ? frame.text("question.work.hint.own")
                : Answering.mayRelease(official) ? "" : frame.text("question.work.hint.duty");
    }

    private List<WorkPage.Mark> marks(QuestionCode code, WordingForm form, Frame frame) {
        Set<String> allowed = form.allowed();
        return texts.personal().in(code, form.wording()).stream()
                .map(mark -> new WorkPage.Mark(
                        mark.certain() ? "" : mark.id(),
                        frame.text(
                                "question.work.mark",
                                frame.text("question.personal." + mark.kind()),
                                mark.text(),
                                frame.text("question.field." + mark.field())),
                        allowed.contains(mark.id())))
                .distinct()
                .toList();
    }

    private List<Choice> agencies(Question question, Frame frame) {
        return names.answering().stream()
                .filter(agency -> !agency.equals(question.agency()))
                .map(agency -> Choice.of(agency.value(), names.agency(agency, frame.locale()), false))
                .toList();
    }

    private @Nullable DayStrip days(Question question, Instant now, Frame frame) {
        var deadline = asking.due(question);
        return deadline.due().toInstant().equals(question.times().due())
                ? DayStrip.of(frame, deadline, now.atZone(WorkingTime.ZONE).toLocalDate())
                : null;
    }

    private Passed passed(Recorded event, Frame frame) {
        Map<String, String> words = record.journal().secrets(event.position());
        return new Passed(
                frame.text("question.event." + event.type().substring("question.".length())),
                "",
                Formats.moment(frame.locale(), event.at()),
                Formats.iso(event.at()),
                words.getOrDefault("reason", ""),
                null);
    }
}
