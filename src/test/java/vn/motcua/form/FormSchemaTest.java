package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The published schema and the check on the hot path say the same, wherever a schema can say it. */
class FormSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Questions.FORM.schema());

    /** Rules that depend on today or on another answer. */
    private static final Set<String> BEYOND_A_SCHEMA =
            Set.of("form.date.not-yet", "form.date.gone", "form.date.before");

    @Test
    void bothAcceptGoodAnswers() {
        assertThat(errors(Questions.answers())).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @MethodSource("vn.motcua.form.FormCheckTest#wrong")
    void bothRefuseWrongAnswers(String field, Object answer, String code) {
        var answers = Questions.answers();
        if (answer == null) {
            answers.remove(field);
        } else {
            answers.put(field, answer);
        }

        assertThat(Questions.FORM.check(answers, LocalDate.of(2026, 11, 23))).isNotEmpty();
        if (BEYOND_A_SCHEMA.contains(code)) {
            assertThat(errors(answers)).isEmpty();
        } else {
            assertThat(errors(answers)).isNotEmpty();
        }
    }

    private static java.util.List<com.networknt.schema.Error> errors(Map<String, Object> answers) {
        return SCHEMA.validate(
                JSON.writeValueAsString(answers),
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }
}
