package vn.motcua.question;

import java.util.Optional;

/** Where a question stands. */
public enum State {
    /** Waits for an answer. */
    ASKED,
    /** Has one, which a second person must look at. */
    ANSWERED,
    PUBLISHED,
    /** The asker alone has the answer. */
    REPLIED,
    /** The same was answered before; the asker was led there. */
    MERGED,
    /** Was published and is no longer. */
    RETIRED;

    /** The whole workflow in one table; empty for a pair that cannot happen. */
    Optional<State> after(QuestionEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case QuestionEvent.Transferred _ when this == ASKED -> ASKED;
                    case QuestionEvent.Answered _ when this != MERGED && this != REPLIED -> ANSWERED;
                    case QuestionEvent.Returned _ when this == ANSWERED -> ASKED;
                    case QuestionEvent.Published _ when this == ANSWERED -> PUBLISHED;
                    case QuestionEvent.Replied _ when this == ANSWERED -> REPLIED;
                    case QuestionEvent.Merged _ when this == ASKED -> MERGED;
                    case QuestionEvent.Retired _ when this == PUBLISHED -> RETIRED;
                    case QuestionEvent.Shipped _ when this == PUBLISHED || this == RETIRED -> PUBLISHED;
                    case QuestionEvent _ -> null;
                });
    }

    /** Whether somebody must still act. */
    public boolean isOpen() {
        return this == ASKED || this == ANSWERED;
    }
}
