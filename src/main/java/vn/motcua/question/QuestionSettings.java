package vn.motcua.question;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.motcua.time.Limit;

/**
 * What an operator may set for questions.
 *
 * @param answerWithinWorkingDays how long an agency has for an answer; 15 by Nghị định 43/2011/NĐ-CP, Điều 17 (questions put to
 *     agencies on their portals)
 * @param askerKept how long after the answer name, contact and own words of an asker are kept; our choice, 90 days, within
 *     which one comes back about an answer
 */
@ConfigurationProperties(prefix = "motcua.question", ignoreUnknownFields = false)
record QuestionSettings(
        @DefaultValue("15") int answerWithinWorkingDays,
        @DefaultValue("P90D") Period askerKept) {

    QuestionSettings {
        if (answerWithinWorkingDays < 1 || answerWithinWorkingDays > 60) {
            throw new IllegalArgumentException("motcua.question.answer-within-working-days lies between 1 and 60");
        }
    }

    Limit limit() {
        return new Limit(answerWithinWorkingDays, Limit.Unit.WORKING_DAY);
    }
}
