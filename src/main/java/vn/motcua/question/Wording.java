package vn.motcua.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.Text;

/**
 * What is published of a question. Vietnamese is required; English may be empty, then the Vietnamese words are shown as such.
 *
 * @param details more of the question than its title says; may be empty
 * @param law the legal basis, by number and article
 */
public record Wording(Text title, Text details, Text answer, String law) {

    public static final int MAX_TITLE = 200;
    public static final int MAX_DETAILS = 2_000;
    public static final int MAX_ANSWER = 5_000;
    public static final int MAX_LAW = 1_000;
    private static final int MIN_TITLE = 8;
    private static final int MIN_ANSWER = 20;

    static final Wording NONE = new Wording(new Text("", ""), new Text("", ""), new Text("", ""), "");

    public Wording {
        title = plain(title);
        details = plain(details);
        answer = plain(answer);
        law = Plain.of(law);
    }

    private static Text plain(Text text) {
        return new Text(Plain.of(text.vi()), Plain.of(text.en()));
    }

    /** What somebody reads: all parts in one language. */
    public record Spoken(String title, String details, String answer, String language) {}

    public boolean isTranslated() {
        return !title.en().isEmpty();
    }

    public Spoken in(Locale locale) {
        var language = isTranslated() ? locale : Locale.of("vi");
        return new Spoken(
                title.in(language),
                details.in(language),
                answer.in(language),
                language.getLanguage().equals("en") ? "en" : "vi");
    }

    /** Refuses, all at once, what cannot be published: a part that is missing, too short or too long. */
    public Wording checked() {
        var mistakes = new ArrayList<Mistake>();
        range(mistakes, "titleVi", title.vi(), MIN_TITLE, MAX_TITLE);
        range(mistakes, "detailsVi", details.vi(), 0, MAX_DETAILS);
        range(mistakes, "answerVi", answer.vi(), MIN_ANSWER, MAX_ANSWER);
        range(mistakes, "law", law, 3, MAX_LAW);
        boolean english = !(title.en() + details.en() + answer.en()).isEmpty();
        range(mistakes, "titleEn", title.en(), english ? MIN_TITLE : 0, MAX_TITLE);
        range(mistakes, "detailsEn", details.en(), 0, MAX_DETAILS);
        range(mistakes, "answerEn", answer.en(), english ? MIN_ANSWER : 0, MAX_ANSWER);
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        return this;
    }

    private static void range(List<Mistake> mistakes, String field, String text, int least, int most) {
        if (text.length() < least) {
            mistakes.add(Mistake.of(field, "question.text.short", least));
        } else if (text.length() > most) {
            mistakes.add(Mistake.of(field, "question.text.long", most, text.length()));
        }
    }
}
