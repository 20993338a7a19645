package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.form.Questions.FORM;
import static vn.motcua.form.Questions.answers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.shared.Text;

class FormCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("number", null, "form.answer.missing"),
                Arguments.of("number", "", "form.answer.missing"),
                Arguments.of("number", "   ", "form.answer.missing"),
                Arguments.of("number", 12, "form.answer.not-text"),
                Arguments.of("number", List.of("a"), "form.answer.not-text"),
                Arguments.of("number", Map.of("a", "b"), "form.answer.not-text"),
                Arguments.of("number", "01016400882", "form.answer.pattern"),
                Arguments.of("number", "0101640088２3", "form.answer.pattern"),
                Arguments.of("number", "1".repeat(21), "form.answer.too-long"),
                Arguments.of("name", "<b>An</b>", "form.answer.signs"),
                Arguments.of("name", "An\u0000", "form.answer.signs"),
                Arguments.of("name", "An\nBình", "form.answer.signs"),
                Arguments.of("name", "An\u202Egnp.exe", "form.answer.signs"),
                Arguments.of("name", "\uD800", "form.answer.signs"),
                Arguments.of("story", "<script>alert(1)</script>", "form.answer.signs"),
                Arguments.of("story", "dài ".repeat(200), "form.answer.too-long"),
                Arguments.of("kind", "Z", "form.choice.not-offered"),
                Arguments.of("kind", 1, "form.choice.not-offered"),
                Arguments.of("kind", null, "form.choice.missing"),
                Arguments.of("issued", "31/12/2020", "form.date.shape"),
                Arguments.of("issued", 20201231, "form.date.shape"),
                Arguments.of("issued", "2026-11-31", "form.date.impossible"),
                Arguments.of("issued", "2025-02-29", "form.date.impossible"),
                Arguments.of("issued", "2025-13-01", "form.date.month"),
                Arguments.of("issued", "2025-10-00", "form.date.day"),
                Arguments.of("issued", "2025-10-32", "form.date.day"),
                Arguments.of("issued", "1899-12-31", "form.date.year"),
                Arguments.of("issued", "2026-11-24", "form.date.not-yet"),
                Arguments.of("starts", "2026-11-23", "form.date.gone"),
                Arguments.of("ends", "2026-11-30", "form.date.before"),
                Arguments.of("value", "5", "form.number.not-whole"),
                Arguments.of("value", 5.5, "form.number.not-whole"),
                Arguments.of("value", -1, "form.number.range"),
                Arguments.of("value", 1_000_000_000_001L, "form.number.range"),
                Arguments.of("value", java.math.BigInteger.TEN.pow(30), "form.number.not-whole"),
                Arguments.of("count", 1000, "form.number.range"),
                Arguments.of("identity", "00119000001", "form.identity-number.shape"),
                Arguments.of("phone", "0212345678", "form.phone.shape"),
                Arguments.of("email", "an@", "form.email.shape"),
                Arguments.of("email", "an@vidu..vn", "form.email.shape"),
                Arguments.of("agreed", false, "form.declaration.missing"),
                Arguments.of("agreed", "true", "form.declaration.missing"),
                Arguments.of("agreed", null, "form.declaration.missing"),
                Arguments.of("surprise", "x", "form.answer.unknown"));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @MethodSource("wrong")
    void wrongAnswerIsRefusedByName(String field, Object answer, String code) {
        var answers = answers();
        answers.put(field, answer);

        assertThat(FORM.check(answers, TODAY)).singleElement().satisfies(mistake -> {
            assertThat(mistake.field()).isEqualTo("answers." + field);
            assertThat(mistake.code()).isEqualTo(code);
        });
    }

    @Test
    void goodAnswersHaveNoMistake() {
        assertThat(FORM.check(answers(), TODAY)).isEmpty();
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        assertThat(FORM.check(Map.of("surprise", 1), TODAY))
                .extracting(Mistake::field)
                .containsExactly(
                        "answers.number",
                        "answers.name",
                        "answers.kind",
                        "answers.issued",
                        "answers.value",
                        "answers.agreed",
                        "answers.surprise");
    }

    @Test
    void hundredUnknownNamesDoNotMakeHundredMistakes() {
        Map<String, Object> answers = answers();
        for (int i = 0; i < 100; i++) {
            answers.put("<x" + i + ">" + "y".repeat(500), "z");
        }

        var mistakes = FORM.check(answers, TODAY);

        assertThat(mistakes).hasSize(20);
        assertThat(mistakes)
                .allMatch(mistake ->
                        mistake.field().length() < 80 && !mistake.field().contains("<"));
    }

    @Test
    void prefilledFieldMayBeLeftOutButNotBeNonsense() {
        var answers = answers();
        assertThat(answers).doesNotContainKey("known");
        answers.put("known", "<i>");

        assertThat(FORM.check(answers, TODAY)).extracting(Mistake::code).containsExactly("form.answer.signs");
    }

    @Test
    void conditionalFieldIsMissingOnlyWhenItIsAsked() {
        var answers = answers();
        answers.put("kind", "OTHER");

        assertThat(FORM.check(answers, TODAY)).extracting(Mistake::field).containsExactly("answers.which");
        answers.put("which", "cái khác");
        assertThat(FORM.check(answers, TODAY)).isEmpty();
    }

    @Test
    void answersAreKeptInNfcWithoutSpaceAndWithoutPointlessOnes() {
        Map<String, Object> answers = new LinkedHashMap<>(answers());
        answers.put("name", "  Nguye\u0302\u0303n An ");
        answers.put("which", "left from another choice");
        answers.put("email", " ");

        assertThat(FORM.clean(answers)).containsEntry("name", "Nguyễn An").doesNotContainKeys("which", "email");
    }

    @Test
    void sentenceSaysTheRuleInWords() {
        var answers = answers();
        answers.put("number", "01016400882");

        var mistake = FORM.check(answers, TODAY).getFirst();

        assertThat(mistake.args()).containsExactly(new Text("Số phải có đủ 12 chữ số.", "It must have 12 digits."), 11);
    }

    @Test
    void missingFieldIsNamedAsInTheMiddleOfASentence() {
        assertThat(FORM.check(Map.of(), TODAY).getFirst().args()).containsExactly(new Text("số giấy", "number"));
    }

    @ParameterizedTest(name = "{2} is a sentence in both languages")
    @MethodSource("wrong")
    void refusalIsASentenceInBothLanguages(String field, Object answer, String code) throws Exception {
        for (var language : List.of("vi", "en")) {
            var sentences = new Properties();
            try (var file = getClass().getResourceAsStream("/messages/form_" + language + ".properties")) {
                sentences.load(new java.io.InputStreamReader(file, java.nio.charset.StandardCharsets.UTF_8));
            }
            assertThat(sentences).containsKey(code);
        }
    }

    @Test
    void conditionThatIsNoConditionIsRefusedWhenTheFormIsRead() {
        assertThatThrownBy(() -> Condition.of("answers.kind ==")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Condition.of("1 + 1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Condition.of("java.lang.System.exit(1)")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoFieldsOfOneNameAreRefused() {
        var field = FORM.sections().getFirst().fields().getFirst();
        var section = new Form.Section("twice", field.label(), List.of(field, field));

        assertThatThrownBy(() -> Form.of("1", List.of(section))).hasMessageContaining("Two fields");
    }

    @Test
    void checkOfTwentyFieldsIsCheap() {
        var answers = new HashMap<>(answers());
        for (int i = 0; i < 20_000; i++) {
            FORM.check(answers, TODAY);
        }
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < 10_000; i++) {
            FORM.check(answers, TODAY);
        }
        assertThat((threads.getCurrentThreadCpuTime() - from) / 10_000).isLessThan(200_000);
    }
}
