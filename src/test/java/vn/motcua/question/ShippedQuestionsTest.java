package vn.motcua.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The questions that come with the product, held against the services whose facts they tell. */
class ShippedQuestionsTest {

    private static final Pattern LAW =
            Pattern.compile("\\d+(?:\\.\\d+)?/\\d{4}/[A-ZĐ]+[\\d\\p{Lu}-]*|\\d+/QĐ-\\p{Lu}+");
    private static final Pattern MONEY = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+(?= đ)");
    private static final Pattern DAYS = Pattern.compile("(\\d+) (?:ngày|giờ làm việc|tháng|tuổi)");
    private static final int LONGEST_SENTENCE = 35;

    private static String service(String procedure) {
        try {
            return Files.readString(Path.of("services", procedure, "service.yaml"));
        } catch (IOException e) {
            throw new AssertionError("No service has the code " + procedure, e);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void thereAreFortyAndMoreInBothLanguages() {
        var shipped = ShipQuestions.read();
        assertThat(shipped).hasSizeGreaterThanOrEqualTo(40);
        assertThat(shipped).allSatisfy(question -> {
            assertThat(question.code()).matches("\\d{4}");
            assertThat(question.wording().isTranslated()).isTrue();
            assertThat(question.about()).isNotEmpty();
        });
        assertThat(shipped.stream()
                        .flatMap(question -> question.procedures().stream())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void everyAmountPeriodAndLegalTextStandsInTheService() {
        for (var question : ShipQuestions.read()) {
            var facts = question.procedures().stream()
                    .map(ShippedQuestionsTest::service)
                    .collect(Collectors.joining("\n"));
            var plain = facts.replace(".", "").replace(",", "");
            var told = question.answer().vi() + "\n" + question.law();
            assertThat(all(LAW, told)).as(question.code()).allMatch(facts::contains);
            for (var text :
                    new String[] {question.answer().vi(), question.answer().en()}) {
                assertThat(all(MONEY, text))
                        .as(question.code())
                        .allMatch(amount -> plain.contains(amount.replaceAll("[.,]", "")));
            }
            assertThat(DAYS.matcher(question.answer().vi()).results().map(found -> found.group(1)))
                    .as(question.code())
                    .allMatch(number -> Pattern.compile("(?<!\\d)" + number + "(?!\\d)")
                            .matcher(facts)
                            .find());
        }
    }

    @Test
    void amountsAreTheSameInBothLanguages() {
        for (var question : ShipQuestions.read()) {
            assertThat(all(MONEY, question.answer().en()).stream().map(amount -> amount.replace(',', '.')))
                    .as(question.code())
                    .containsExactlyInAnyOrderElementsOf(
                            all(MONEY, question.answer().vi()));
        }
    }

    @Test
    void sentencesAreShortAndTellOfNobody() {
        for (var question : ShipQuestions.read()) {
            for (var text :
                    new String[] {question.answer().vi(), question.answer().en()}) {
                assertThat(Stream.of(text.split("[.?;:\\n]\\s+|\\n")))
                        .as(question.code())
                        .allMatch(sentence -> sentence.split("\\s+").length <= LONGEST_SENTENCE);
            }
            assertThat(PersonalData.in(question.wording(), null))
                    .as(question.code())
                    .isEmpty();
        }
    }
}
