package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.form.Form.Choice;
import vn.motcua.form.Form.Field;
import vn.motcua.form.Form.Section;
import vn.motcua.form.Form.Type;
import vn.motcua.shared.Text;

/** What a condition may say of the questions that are asked. */
class ConditionTypesTest {

    private static final Text LABEL = new Text("Nhãn", "Label");

    private static final ConditionTypes TYPES = new ConditionTypes(List.of(new Section(
            "all",
            LABEL,
            List.of(
                    field("kind", Type.CHOICE, List.of(new Choice("OLD", LABEL), new Choice("NEW", LABEL))),
                    field("value", Type.MONEY, List.of()),
                    field("since", Type.DATE, List.of()),
                    field("agreed", Type.DECLARATION, List.of())))));

    private static Field field(String name, Type type, List<Choice> choices) {
        return new Field(name, type, LABEL, null, true, null, null, 0, null, null, null, choices);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers.kind == 'OLD'",
                "!(answers.kind in ['OLD', 'NEW'])",
                "answers.value > 1000 && answers.agreed == true",
                "answers.kind == null || answers.since < '2026-01-01'"
            })
    void whatFitsTheQuestionsIsNoMistake(String condition) {
        assertThat(TYPES.mistakes(condition, false)).isEmpty();
    }

    @Test
    void aNameThatNobodyAsksIsNamedWithThoseThatAreAsked() {
        assertThat(TYPES.mistakes("answers.kynd == 'OLD'", false))
                .singleElement()
                .asString()
                .contains("no question named 'kynd'", "agreed, kind, since, value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answers.value == '1000'",
                "answers.since > 2026",
                "answers.agreed == 'yes'",
                "answers.kind in [1, 2]",
                "applicant.level == 2"
            })
    void whatCannotBeComparedIsAMistake(String condition) {
        assertThat(TYPES.mistakes(condition, false)).isNotEmpty();
    }

    @Test
    void aChoiceThatIsNotOfferedIsNamed() {
        assertThat(TYPES.mistakes("answers.kind in ['OLD', 'BROKEN']", false))
                .singleElement()
                .asString()
                .contains("\"BROKEN\"", "answers.kind", "OLD, NEW");
    }

    @Test
    void onlyThePapersConditionMayAskOfTheAccount() {
        assertThat(TYPES.mistakes("applicant.birthYear < 2008", true)).isEmpty();
        assertThat(TYPES.mistakes("applicant.name == 'An'", true)).isNotEmpty();
    }

    @Test
    void valuesAreKnownForWhatIsComparedAndOnlyForThat() {
        var spoken = TYPES.spoken("answers.value > 10 && (answers.kind in ['OLD'] || size(answers.since) > 3)", false);

        assertThat(spoken.values())
                .containsEntry("answers.value", Set.of(10L))
                .containsEntry("answers.kind", Set.of("OLD"));
        assertThat(spoken.otherwise()).containsExactly("answers.since");
    }
}
