package vn.motcua.question.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.identity.Captchas;
import vn.motcua.question.Askers;
import vn.motcua.question.Asking;
import vn.motcua.question.PublishedQuestions;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.Choice;
import vn.motcua.web.Corrections;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Link;

/** The form on which one asks, ready to print. */
@Component
class AskPages {

    private static final int CANDIDATES = 6;

    private final Asking asking;
    private final PublishedQuestions published;
    private final Captchas captchas;
    private final Procedures procedures;
    private final ProcedureSearch search;

    AskPages(
            Asking asking,
            PublishedQuestions published,
            Captchas captchas,
            Procedures procedures,
            ProcedureSearch search) {
        this.asking = asking;
        this.published = published;
        this.captchas = captchas;
        this.procedures = procedures;
        this.search = search;
    }

    /** The question that stands for signing in, with what was answered. */
    record Asked(String id, String answer) {
        static final Asked NOTHING = new Asked("", "");
    }

    List<PublishedQuestions.Entry> similar(String words, ProcedureCode procedure, int limit) {
        return published.similar(words, procedure, limit);
    }

    AskPage page(
            AskController.Form form,
            Asked captcha,
            List<PublishedQuestions.Entry> similar,
            Corrections corrections,
            Frame frame) {
        var locale = frame.locale();
        var subject = form.subject();
        var known = asking.procedure(subject);
        var deadline = known.map(asking::dueNow);
        var key = AskController.Form.of(form.token());
        return new AskPage(
                Askers.isKey(key) ? key : Askers.newKey(),
                shown(form.name(), 200),
                shown(form.email(), 254),
                shown(form.phone(), 30),
                known.map(procedure -> procedure.code().value()).orElse(shown(subject, 200)),
                known.map(procedure -> procedure.name().in(locale)).orElse(""),
                known.isPresent() ? List.of() : candidates(subject, frame),
                shown(form.words(), 4 * Asking.MAX_WORDS),
                similar.stream()
                        .map(entry -> new Link(
                                entry.wording().in(locale).title(),
                                "/questions/" + entry.question().code()))
                        .toList(),
                captcha.id(),
                captcha.id().isEmpty() ? "" : captchas.question(captcha.id(), locale),
                shown(captcha.answer(), 50),
                deadline.map(due -> Formats.moment(locale, due.due())).orElse(""),
                corrections);
    }

    /** What the typed words may mean, where they are no code. */
    private List<Choice> candidates(String typed, Frame frame) {
        return typed.isBlank()
                ? List.of()
                : search.find(typed, false).hits().stream()
                        .flatMap(hit -> procedures.find(hit.code(), procedures.today()).stream())
                        .limit(CANDIDATES)
                        .map(procedure -> choice(procedure, frame))
                        .toList();
    }

    private static Choice choice(Procedure procedure, Frame frame) {
        return new Choice(
                procedure.code().value(),
                procedure.name().in(frame.locale()),
                procedure.promulgatingAgencyName().in(frame.locale()),
                "",
                false);
    }

    private static String shown(@org.jspecify.annotations.Nullable String text, int most) {
        return Optional.ofNullable(text)
                .map(given -> given.length() > most ? given.substring(0, most) : given)
                .orElse("");
    }
}
