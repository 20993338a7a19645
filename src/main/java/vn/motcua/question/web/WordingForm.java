package vn.motcua.question.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.question.Wording;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;

/**
 * What an official typed at a question.
 *
 * @param version of the question that was on the page
 * @param procedures codes, with commas or spaces between them
 * @param confirmed ids of what was found in the words and may stay
 */
public record WordingForm(
        @Nullable Integer version,
        @Nullable String titleVi,
        @Nullable String titleEn,
        @Nullable String detailsVi,
        @Nullable String detailsEn,
        @Nullable String answerVi,
        @Nullable String answerEn,
        @Nullable String law,
        @Nullable String procedures,
        @Nullable String agency,
        @Nullable String reason,
        @Nullable String into,
        @Nullable Set<String> confirmed) {

    private static final int MAX_CODES = 400;

    static final WordingForm EMPTY =
            new WordingForm(null, null, null, null, null, null, null, null, null, null, null, null, null);

    static WordingForm of(Wording wording, List<ProcedureCode> procedures, int version) {
        return new WordingForm(
                version,
                wording.title().vi(),
                wording.title().en(),
                wording.details().vi(),
                wording.details().en(),
                wording.answer().vi(),
                wording.answer().en(),
                wording.law(),
                String.join(", ", procedures.stream().map(ProcedureCode::value).toList()),
                null,
                null,
                null,
                null);
    }

    /** The same words beside what was typed in another form of the page. */
    WordingForm beside(WordingForm other) {
        return new WordingForm(
                version,
                titleVi,
                titleEn,
                detailsVi,
                detailsEn,
                answerVi,
                answerEn,
                law,
                procedures,
                other.agency,
                other.reason,
                other.into,
                null);
    }

    /** Never null, for a page. */
    public String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    Wording wording() {
        return new Wording(
                new Text(shown(titleVi), shown(titleEn)),
                new Text(shown(detailsVi), shown(detailsEn)),
                new Text(shown(answerVi), shown(answerEn)),
                shown(law));
    }

    int seen() {
        return version == null ? 0 : version;
    }

    Set<String> allowed() {
        return confirmed == null ? Set.of() : Set.copyOf(confirmed);
    }

    /** Refuses what is no code of a procedure. */
    List<ProcedureCode> about() {
        var typed = shown(procedures).strip();
        if (typed.length() > MAX_CODES) {
            throw Problem.invalid("procedures", "question.text.long", MAX_CODES, typed.length());
        }
        try {
            return java.util.stream.Stream.of(typed.split("[,;\\s]+"))
                    .filter(code -> !code.isEmpty())
                    .map(ProcedureCode::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("procedures", "question.procedures.shape");
        }
    }
}
