package vn.motcua.question;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;

/** What can happen to a question. Words of people are never here: they lie in rows that can be erased. */
sealed interface QuestionEvent {

    int SCHEMA = 1;

    JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** Somebody of the public asks. */
    record Asked(AgencyCode agency, ProcedureCode procedure, Instant due) implements QuestionEvent {}

    /** An official writes question and answer without being asked. */
    record Written(AgencyCode agency, List<ProcedureCode> procedures) implements QuestionEvent {}

    /** Another agency must answer; the time by which it must does not move. */
    record Transferred(AgencyCode from, AgencyCode to) implements QuestionEvent {}

    record Answered(List<ProcedureCode> procedures) implements QuestionEvent {}

    /** The second person wants another answer. */
    record Returned() implements QuestionEvent {}

    record Published() implements QuestionEvent {}

    /** The asker has the answer; it is too personal to publish. */
    record Replied() implements QuestionEvent {}

    record Merged(QuestionCode into) implements QuestionEvent {}

    record Retired() implements QuestionEvent {}

    /** Came with the product, new or changed. */
    record Shipped(AgencyCode agency, List<ProcedureCode> procedures, String digest) implements QuestionEvent {}

    default String type() {
        return "question." + getClass().getSimpleName();
    }

    default String json() {
        return JSON.writeValueAsString(this);
    }
}
