package vn.motcua.question.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.question.Askers;
import vn.motcua.question.Asking;
import vn.motcua.question.Question;
import vn.motcua.question.QuestionCode;
import vn.motcua.question.Questions;
import vn.motcua.question.State;
import vn.motcua.shared.PersonId;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.DayStrip;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** One's own question, for whoever holds its key or asked it while signed in; to everybody else it does not exist. */
@Component
class OwnPages {

    private final Questions questions;
    private final Askers askers;
    private final Asking asking;
    private final PublicPages.Names names;

    OwnPages(Questions questions, Askers askers, Asking asking, PublicPages.Names names) {
        this.questions = questions;
        this.askers = askers;
        this.asking = asking;
        this.names = names;
    }

    Optional<OwnPage> page(QuestionCode code, String key, @Nullable PersonId account, boolean received, Frame frame) {
        var question = questions.find(code);
        var asker = askers.of(code);
        if (question.isEmpty() || asker.isEmpty()) {
            return Optional.empty();
        }
        boolean mine = account != null && account.equals(question.get().asker());
        return mine || askers.opens(code, key)
                ? Optional.of(page(question.get(), asker.get(), key, received, frame))
                : Optional.empty();
    }

    private OwnPage page(Question question, Askers.Asker asker, String key, boolean received, Frame frame) {
        var locale = frame.locale();
        var now = names.clock().instant();
        var due = question.times().due();
        var replied = question.state() == State.REPLIED;
        var wording = questions.wording(question.code());
        var merged = question.mergedInto();
        return new OwnPage(
                question.code().value(),
                key,
                received,
                names.procedure(question.procedures().getFirst(), locale),
                names.agency(question.agency(), locale),
                frame.text("question.own.state." + question.state().name()),
                kind(question, now),
                due == null || !question.state().isOpen() ? "" : Formats.moment(locale, due),
                frame.text(sentence(question, now), names.agency(question.agency(), locale)),
                question.state().isOpen() ? days(question, now, frame) : null,
                PublicPages.paragraphs(asker.words()),
                replied ? PublicPages.paragraphs(wording.in(locale).answer()) : List.of(),
                replied ? wording.law() : "",
                merged != null
                        ? new Link(questions.wording(merged).in(locale).title(), "/questions/" + merged)
                        : question.isPublished()
                                ? new Link(wording.in(locale).title(), "/questions/" + question.code())
                                : null);
    }

    private static String sentence(Question question, Instant now) {
        return question.state().isOpen()
                ? question.isLate(now) ? "question.own.late" : "question.own.waiting"
                : "question.own." + question.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String kind(Question question, Instant now) {
        return question.state().isOpen() ? question.isLate(now) ? "late" : "good" : "done";
    }

    /** The days on the way, where they lead to the time that was promised: not after a transfer to other office hours. */
    private @Nullable DayStrip days(Question question, Instant now, Frame frame) {
        var deadline = asking.due(question);
        return deadline.due().toInstant().equals(question.times().due())
                ? DayStrip.of(frame, deadline, now.atZone(WorkingTime.ZONE).toLocalDate())
                : null;
    }
}
