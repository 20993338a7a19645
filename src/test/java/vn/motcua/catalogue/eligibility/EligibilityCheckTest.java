package vn.motcua.catalogue.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.catalogue.ServiceFolders;
import vn.motcua.catalogue.ServiceFormat;
import vn.motcua.shared.Text;

/** What keeps a check from being published, and that those shipped have none of it. */
class EligibilityCheckTest {

    private static final Path SHIPPED = Path.of("services");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path services;

    private Path licence;

    @BeforeEach
    void copyTheLicence() throws IOException {
        licence = Files.createDirectories(services.resolve("3.000347"));
        Files.createDirectories(services.resolve("3.000351"));
        Files.createDirectories(services.resolve("3.000346"));
        for (var name : List.of("service.yaml", "form.yaml", "eligibility.yaml")) {
            Files.copy(SHIPPED.resolve("3.000347").resolve(name), licence.resolve(name));
        }
        Files.copy(SHIPPED.resolve("eligibility.schema.json"), services.resolve("eligibility.schema.json"));
    }

    private static List<String> mistakes(Path folder) {
        var service = ServiceFormat.YAML.readTree(folder.resolve("service.yaml").toFile());
        var form = folder.resolve("form.yaml");
        return EligibilityCheck.mistakes(
                folder,
                service.path("procedure"),
                Files.exists(form) ? ServiceFormat.YAML.readTree(form.toFile()) : ServiceFormat.JSON.missingNode());
    }

    private void change(String from, String to) throws IOException {
        var file = licence.resolve("eligibility.yaml");
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    static List<Path> shipped() throws IOException {
        try (var folders = Files.list(SHIPPED)) {
            return folders.filter(folder -> Files.exists(folder.resolve("eligibility.yaml")))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theMostAskedProceduresHaveACheck() throws IOException {
        assertThat(shipped()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedCheckCanBePublished(Path folder) {
        assertThat(mistakes(folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedCheckIsInPlainWords(Path folder) {
        var check = Eligibilities.read(folder);
        var texts = Stream.concat(
                check.questions().stream().flatMap(question -> Stream.of(question.ask(), question.why())),
                check.outcomes().stream()
                        .flatMap(outcome -> outcome.refused() == null
                                ? Stream.<Text>of()
                                : Stream.of(
                                        outcome.refused().reason(),
                                        outcome.refused().todo())));

        assertThat(texts.flatMap(text -> Stream.of(text.vi(), text.en()))
                        .flatMap(text -> Stream.of(text.split("(?<=[.!?;:])\\s+")))
                        .map(sentence -> sentence.split("\\s+").length))
                .allMatch(words -> words <= 35);
    }

    @Test
    void commandSaysWhatIsWrongWithACheckBesideTheRest() throws IOException {
        for (var name : List.of("service.schema.json", "form.schema.json", "samples.schema.json")) {
            Files.copy(SHIPPED.resolve(name), services.resolve(name));
        }
        Files.delete(services.resolve("3.000351"));
        Files.delete(services.resolve("3.000346"));
        assertThat(java.util.Objects.requireNonNull(
                                ServiceFolders.check(services).get("3.000347"))
                        .remarks())
                .filteredOn(remark -> remark.file().equals("eligibility.yaml"))
                .extracting(remark -> remark.sentence())
                .containsExactly(
                        "there is no folder of the procedure 3.000351 to go to instead",
                        "there is no folder of the procedure 3.000346 to go to instead");
    }

    @Test
    void outcomeThatNobodyReachesIsNamed() throws IOException {
        change("answers.have == 'NO'", "answers.have == 'PERHAPS'");
        assertThat(mistakes(licence)).containsExactly("eligibility.yaml: nobody reaches outcome 2");
    }

    @Test
    void answersThatLeadNowhereAreNamed() throws IOException {
        change("  - fits:\n", "  - when: \"answers.reason == 'DAMAGED'\"\n    fits:\n");
        assertThat(mistakes(licence))
                .isNotEmpty()
                .allMatch(mistake -> mistake.startsWith("eligibility.yaml: no outcome for the answers"));
    }

    @Test
    void unknownCasePaperLawAndFieldAreNamed() throws IOException {
        change("case: \"01\"", "case: \"07\"");
        change("law: 12/2025/TT-BCA", "law: 99/2025/TT-BCA");
        change("fills: reason", "fills: cause");
        change("outcomes:\n", "papers:\n  - {code: letter, when: \"answers.have == 'YES'\"}\noutcomes:\n");
        assertThat(mistakes(licence))
                .anyMatch(mistake -> mistake.contains("the record has no case 07; it has 01"))
                .anyMatch(mistake -> mistake.contains("the record has no law 99/2025/TT-BCA"))
                .anyMatch(mistake -> mistake.contains("the record has no paper letter"))
                .anyMatch(mistake -> mistake.contains("question reason fills cause, which the form does not have"));
    }

    @Test
    void answerThatTheFormDoesNotOfferIsNamed() throws IOException {
        change("{value: NEW_KIND,", "{value: NEWER,");
        assertThat(mistakes(licence))
                .containsExactly("eligibility.yaml: the answers to reason do not fit the field reason");
    }

    @Test
    void missingLanguageAndNineQuestionsAreShapesThatTheSchemaRefuses() throws IOException {
        change(", en: Do you still have the licence?", "");
        assertThat(mistakes(licence)).anyMatch(mistake -> mistake.contains("/questions/1/ask"));
        var many = "  - {name: extra%d, type: YES_NO, ask: {vi: a, en: a}, why: {vi: a, en: a}}\n";
        change(
                "outcomes:\n",
                many.formatted(1) + many.formatted(2) + many.formatted(3) + many.formatted(4) + "outcomes:\n");
        assertThat(mistakes(licence)).anyMatch(mistake -> mistake.contains("/questions") && mistake.contains("8"));
    }

    @Test
    void conditionThatIsNoneOrSpeaksOfALaterQuestionIsNamed() throws IOException {
        change("answers.issuer == 'ABROAD'", "answers.issuer = 'ABROAD'");
        assertThat(mistakes(licence)).anyMatch(mistake -> mistake.contains("Not a condition"));
        change("answers.issuer = 'ABROAD'", "answers.issuer == 'ABROAD'");
        change(
                "  - name: have\n    type: YES_NO\n",
                "  - name: have\n    type: YES_NO\n    when: \"answers.reason == 'DAMAGED'\"\n");
        assertThat(mistakes(licence))
                .contains("eligibility.yaml: question have speaks of answers.reason, which is not asked before it");
    }

    @Test
    void numberThatNotEverybodyGivesIsNotComparedUnguarded() throws IOException {
        Files.writeString(licence.resolve("eligibility.yaml"), """
                questions:
                  - {name: adult, type: YES_NO, ask: {vi: a, en: a}, why: {vi: a, en: a}}
                  - {name: age, type: NUMBER, ask: {vi: a, en: a}, why: {vi: a, en: a}, when: "answers.adult == 'NO'"}
                outcomes:
                  - when: "answers.age < 14"
                    refused: {reason: {vi: a, en: a}, law: 12/2025/TT-BCA, todo: {vi: a, en: a}}
                  - {fits: {case: "01"}}
                """);
        assertThat(mistakes(licence)).singleElement().asString().contains("compares answers.age");
    }

    @Test
    void aNumberIsTriedWhereItTurns() throws IOException {
        Files.writeString(licence.resolve("eligibility.yaml"), """
                questions:
                  - {name: age, type: NUMBER, ask: {vi: a, en: a}, why: {vi: a, en: a}}
                outcomes:
                  - when: "answers.age == 18"
                    refused: {reason: {vi: a, en: a}, law: 12/2025/TT-BCA, todo: {vi: a, en: a}}
                  - when: "answers.age < 0"
                    refused: {reason: {vi: a, en: a}, law: 12/2025/TT-BCA, todo: {vi: a, en: a}}
                  - {fits: {case: "01"}}
                """);
        assertThat(mistakes(licence)).containsExactly("eligibility.yaml: nobody reaches outcome 2");
    }

    @Test
    void refusalComesAsSoonAsItIsCertainAndAGoodEndOnlyAfterEveryQuestion() {
        var check = Eligibilities.read(SHIPPED.resolve("3.000347"));

        assertThat(check.next(Map.of("issuer", "ABROAD"), TODAY)).isInstanceOf(Eligibility.Step.End.class);
        assertThat(check.next(Map.of("issuer", "VIETNAM", "have", "YES"), TODAY))
                .isEqualTo(
                        new Eligibility.Step.Ask(check.question("applicantKind").orElseThrow()));
    }

    @Test
    void childIsFourteenOnItsBirthday() {
        var check = Eligibilities.read(SHIPPED.resolve("1.014062"));

        assertThat(check.next(Map.of("born", "2012-11-24"), TODAY)).isInstanceOf(Eligibility.Step.Ask.class);
        assertThat(check.next(Map.of("born", "2012-11-23"), TODAY)).isInstanceOf(Eligibility.Step.End.class);
    }

    @Test
    void answerToAQuestionThatIsNotAskedAndAnInventedOneAreLeftOut() {
        var check = Eligibilities.read(SHIPPED.resolve("1.004222"));
        var sent = Map.of(
                "answers.home", new String[] {"OWN"},
                "answers.lease", new String[] {"NO"},
                "answers.stay", new String[] {"<script>"},
                "answers.other", new String[] {"x"});

        assertThat(check.read(sent, TODAY)).isEqualTo(Map.of("home", "OWN"));
    }

    @Test
    void personalAnswersAreNotCarried() {
        var check = Eligibilities.read(SHIPPED.resolve("1.010038"));
        var carrying = Eligibilities.read(SHIPPED.resolve("3.000347"));

        assertThat(check.isPersonal()).isTrue();
        assertThat(check.carried(Map.of("divorced", "YES"))).isEmpty();
        assertThat(carrying.carried(Map.of("have", "YES", "licenceClass", "B2")))
                .isEqualTo(Map.of("licenceClass", "B2"));
    }
}
