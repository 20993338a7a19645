package vn.motcua.question;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;

/**
 * A question and where it stands; its words are elsewhere.
 *
 * @param agency who must answer, or did
 * @param asker null where nobody asked; made up for somebody without an account
 * @param mergedInto the published question that says the same
 */
public record Question(
        QuestionCode code,
        int version,
        Origin origin,
        State state,
        AgencyCode agency,
        List<ProcedureCode> procedures,
        @Nullable PersonId asker,
        Times times,
        Hands hands,
        @Nullable QuestionCode mergedInto,
        Votes votes) {

    /** Who began it: the public, an official, or the product. */
    public enum Origin {
        ASKED,
        WRITTEN,
        SHIPPED
    }

    /**
     * @param due null where nobody waits
     * @param released when the asker first had an answer; stops the clock
     * @param published when what is shown now was published
     */
    public record Times(
            Instant asked,
            @Nullable Instant due,
            @Nullable Instant released,
            @Nullable Instant published,
            Instant changed) {}

    /** Who answered, who published, who did the last thing. */
    public record Hands(
            @Nullable PersonId answered, @Nullable PersonId published, PersonId changed) {}

    /** How many said that it helped, and that it did not. */
    public record Votes(int helpful, int unhelpful) {
        static final Votes NONE = new Votes(0, 0);
    }

    /** More procedures than this make a question about nothing. */
    public static final int MAX_PROCEDURES = 10;

    public Question {
        procedures = List.copyOf(procedures);
        if (procedures.isEmpty() || procedures.size() > MAX_PROCEDURES) {
            throw new IllegalArgumentException("A question is about 1 to 10 procedures, not " + procedures.size());
        }
    }

    /** A question that begins. */
    static Question begun(
            QuestionCode code,
            Origin origin,
            State state,
            AgencyCode agency,
            List<ProcedureCode> procedures,
            Begin by) {
        var released = origin == Origin.SHIPPED ? by.at() : null;
        return new Question(
                code,
                1,
                origin,
                state,
                agency,
                procedures,
                origin == Origin.ASKED ? by.asker() : null,
                new Times(by.at(), by.due(), released, released, by.at()),
                new Hands(
                        origin == Origin.ASKED ? null : by.actor(),
                        origin == Origin.SHIPPED ? by.actor() : null,
                        by.actor()),
                null,
                Votes.NONE);
    }

    /** @param due null where nobody waits */
    record Begin(
            PersonId actor,
            @Nullable PersonId asker,
            Instant at,
            @Nullable Instant due) {}

    /** Refuses what the workflow does not have. */
    Question after(QuestionEvent event, PersonId actor, Instant at) {
        var next = state.after(event)
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "question.not-now." + state.name()));
        boolean releases = next == State.PUBLISHED || next == State.REPLIED || next == State.MERGED;
        boolean answers = event instanceof QuestionEvent.Answered;
        return new Question(
                code,
                version + 1,
                answers && origin == Origin.SHIPPED ? Origin.WRITTEN : origin,
                next,
                event instanceof QuestionEvent.Transferred moved ? moved.to() : agency,
                procedures(event),
                asker,
                new Times(
                        times.asked(),
                        times.due(),
                        releases && times.released() == null ? at : times.released(),
                        next == State.PUBLISHED ? at : times.published(),
                        at),
                new Hands(
                        answers ? actor : hands.answered(),
                        next == State.PUBLISHED ? actor : answers ? null : hands.published(),
                        actor),
                event instanceof QuestionEvent.Merged merged ? merged.into() : null,
                votes);
    }

    private List<ProcedureCode> procedures(QuestionEvent event) {
        return switch (event) {
            case QuestionEvent.Answered answered -> answered.procedures();
            case QuestionEvent.Shipped shipped -> shipped.procedures();
            case QuestionEvent _ -> procedures;
        };
    }

    /** Whether the asker waited or still waits longer than allowed. */
    public boolean isLate(Instant now) {
        var due = times.due();
        var end = times.released() == null ? now : times.released();
        return due != null && end.isAfter(due);
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }
}
