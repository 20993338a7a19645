package vn.motcua.question;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.motcua.agency.Agencies;
import vn.motcua.agency.Agency;
import vn.motcua.journal.JournalReader;
import vn.motcua.journal.Recorded;
import vn.motcua.notification.Notices;
import vn.motcua.shared.AgencyCode;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Formats;
import vn.motcua.web.Messages;
import vn.motcua.web.PublicAddress;

/** Tells whoever asked that the question came in, who must answer it and by when, and what the answer is. */
@Component
class TellAsker implements JournalReader {

    private final Questions questions;
    private final Askers askers;
    private final Notices notices;
    private final Sentences sentences;

    TellAsker(Questions questions, Askers askers, Notices notices, Sentences sentences) {
        this.questions = questions;
        this.askers = askers;
        this.notices = notices;
        this.sentences = sentences;
    }

    @Override
    public String name() {
        return "question.tell-asker";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "question.Asked", "question.Transferred", "question.Published", "question.Replied", "question.Merged");
    }

    @Override
    public boolean fromTheStart() {
        return false;
    }

    @Override
    public void on(Recorded event) {
        var code = QuestionCode.ofStream(event.stream());
        var question = questions.find(code).orElseThrow();
        var id = question.asker();
        var asker = askers.of(code);
        if (id == null || asker.isEmpty()) {
            return; // nobody asked, or it is forgotten whom to tell
        }
        var locale = asker.get().locale();
        var to = new Notices.Recipient(
                id, locale, asker.get().phone(), asker.get().email());
        notices.tell(sentences.notice(event, question, to, new Told(questions.wording(code), askers.key(code))));
    }

    private record Told(Wording wording, String key) {}

    /** The sentences, by event. */
    @Component
    static class Sentences {

        private final Messages messages;
        private final PublicAddress address;
        private final Agencies agencies;

        Sentences(Messages messages, PublicAddress address, Agencies agencies) {
            this.messages = messages;
            this.address = address;
            this.agencies = agencies;
        }

        private Notices.Notice notice(Recorded event, Question question, Notices.Recipient to, Told told) {
            var locale = to.locale();
            var kind = event.type().substring("question.".length()).toLowerCase(Locale.ROOT);
            var key = "question.notice." + kind;
            var due = question.times().due();
            var by = due == null ? event.at() : due;
            var merged = question.mergedInto();
            var shown = merged == null ? question.code() : merged;
            var spoken = told.wording().in(locale);
            var link = kind.equals("published") || kind.equals("merged")
                    ? address.of("/questions/" + shown)
                    : address.of("/questions/" + shown + "?key=" + told.key());
            return new Notices.Notice(
                    event.position(),
                    to,
                    messages.text(locale, key + ".sms", question.code(), shortly(by), address.host(), shown),
                    messages.text(locale, key + ".subject", question.code()),
                    messages.text(
                            locale,
                            key + ".text",
                            question.code(),
                            agency(question.agency(), locale),
                            Formats.moment(locale, by),
                            link,
                            spoken.title(),
                            spoken.answer(),
                            told.wording().law()),
                    event.stream());
        }

        private String agency(AgencyCode code, Locale locale) {
            return agencies.find(code)
                    .map(Agency::name)
                    .map(name -> name.in(locale))
                    .orElse(code.value());
        }

        /** For a text message: {@code 10:40 27/11/2026}. */
        private static String shortly(java.time.Instant at) {
            return at.atZone(WorkingTime.ZONE)
                    .format(java.time.format.DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT));
        }
    }
}
