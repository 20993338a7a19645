package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.catalogue.FolderFixture.LICENCE;
import static vn.motcua.catalogue.FolderFixture.PROMOTION;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer of a folder is told before anybody applies by it. */
class FolderCheckTest {

    private static final String SERVICE = LICENCE + "/service.yaml";
    private static final String FORM = LICENCE + "/form.yaml";

    @TempDir
    private Path services;

    private FolderFixture folder;

    @BeforeEach
    void copy() {
        folder = FolderFixture.in(services);
    }

    @Test
    void whatIsShippedHasNoMistake() {
        assertThat(folder.mistakes(LICENCE)).isEmpty();
        assertThat(folder.mistakes(PROMOTION)).isEmpty();
    }

    @Test
    void aConditionOfAQuestionThatNobodyAsksIsNamedByItsPlace() {
        folder.change(SERVICE, "answers.licenceClass in ['A1'", "answers.klass in ['A1'");
        assertThat(folder.mistakes(LICENCE))
                .singleElement()
                .asString()
                .startsWith("service.yaml/procedure/cases/0/components/1/when: ")
                .contains("klass", "licenceClass");
    }

    @Test
    void aChoiceThatNobodyHasIsAMistake() {
        folder.change(FORM, "answers.reason == 'CHANGED'", "answers.reason == 'LOST'");
        assertThat(folder.mistakes(LICENCE))
                .singleElement()
                .asString()
                .startsWith("form.yaml/sections/2/fields/1/when: ")
                .contains("\"LOST\"", "EXPIRING, DAMAGED, CHANGED, NEW_KIND");
    }

    @Test
    void aQuestionThatNoAnswersLeadToIsAMistake() {
        folder.change(
                FORM, "answers.reason == 'CHANGED'", "answers.reason == 'CHANGED' && answers.reason == 'DAMAGED'");
        assertThat(folder.mistakes(LICENCE)).anySatisfy(mistake -> assertThat(mistake)
                .contains("never holds", "4 combinations", "the question correction is asked"));
    }

    /** A foreigner is not asked, so that what depends on the answer never comes. */
    @Test
    void aConditionThatNeedsAnAnswerToAQuestionNotAskedIsUnreachable() {
        folder.change(
                FORM,
                "        maxLength: 500\n",
                "        maxLength: 500\n"
                        + "      - {name: urgent, type: DECLARATION, label: {vi: Gấp, en: Urgent}, required: false,"
                        + " when: \"answers.correction != null && answers.reason == 'DAMAGED'\"}\n");
        assertThat(folder.mistakes(LICENCE))
                .anySatisfy(mistake -> assertThat(mistake).contains("never holds", "urgent"));
    }

    @Test
    void aConditionThatAlwaysHoldsIsPointedOut() {
        folder.change(SERVICE, "!(answers.licenceClass in ['A1', 'A', 'B1'])", "answers.licenceClass != null");
        assertThat(folder.warnings(LICENCE)).anyMatch(warning -> warning.contains("always holds"));
    }

    @Test
    void aQuestionMayOnlyDependOnOnesBeforeIt() {
        folder.change(
                FORM,
                "required: false\n        earliest: issuedOn",
                "required: false\n        when: \"answers.reason == 'EXPIRING'\"\n        earliest: issuedOn");
        assertThat(folder.mistakes(LICENCE))
                .anySatisfy(mistake -> assertThat(mistake).contains("expiresOn", "answers.reason", "comes after it"));
    }

    @Test
    void tooManyCombinationsAreSaidAndNotTried() {
        var many = new StringBuilder();
        var when = new StringBuilder("false");
        for (int i = 0; i < 20; i++) {
            many.append(
                    "      - {name: d%d, type: DECLARATION, label: {vi: Có, en: Yes}, required: false}\n".formatted(i));
            when.append(" || answers.d").append(i).append(" == true");
        }
        folder.change(FORM, "    fields:\n      - name: reason\n", "    fields:\n" + many + "      - name: reason\n")
                .change(FORM, "answers.reason == 'CHANGED'", when.toString());
        long before = System.nanoTime();
        assertThat(folder.warnings(LICENCE)).anyMatch(warning -> warning.contains("more than 50,000 ways"));
        assertThat((System.nanoTime() - before) / 1_000_000_000L).isLessThan(10);
    }

    @Test
    void aPatternThatNoAnswerIsShortEnoughForIsADeadEnd() {
        folder.change(FORM, "maxLength: 20\n", "maxLength: 10\n");
        assertThat(folder.mistakes(LICENCE))
                .anySatisfy(mistake -> assertThat(mistake).contains("no answer fits", "10 characters", "has 12"));
    }

    @Test
    void aDateThatMustFollowNoDateIsADeadEnd() {
        folder.change(FORM, "earliest: issuedOn", "earliest: issuedBy");
        assertThat(folder.mistakes(LICENCE)).anyMatch(mistake -> mistake.contains("no date question named issuedBy"));
    }

    @Test
    void answersThatLeaveNoPaperAreADeadEnd() {
        var text = folder.read(SERVICE);
        int from = text.indexOf("      components:");
        int to = text.indexOf("  fees:");
        folder.write(
                SERVICE,
                text.substring(0, from)
                        + "      components:\n        - {code: request, name: {vi: Đơn, en: Request}, required: true,"
                        + " source: FORM, when: \"answers.reason == 'DAMAGED'\"}\n"
                        + text.substring(to));
        assertThat(folder.mistakes(LICENCE))
                .anySatisfy(mistake -> assertThat(mistake).contains("no paper is left", "reason = "));
    }

    @Test
    void overlappingAndMissingPeriodsOfAFeeAreMistakes() {
        folder.change(SERVICE, "validTo: 2025-12-31", "validTo: 2026-01-15");
        assertThat(folder.mistakes(LICENCE)).anySatisfy(mistake -> assertThat(mistake)
                .contains("ONLINE", "115.000 đ and 135.000 đ are both valid on 2026-01-01", "validTo 2025-12-31"));

        folder.change(SERVICE, "validTo: 2026-01-15", "validTo: 2025-12-20");
        assertThat(folder.mistakes(LICENCE))
                .anySatisfy(mistake -> assertThat(mistake).contains("no amount for 2025-12-21"));
    }

    @Test
    void blankAndUntranslatedTextsAreMistakes() {
        folder.change(SERVICE, "en: The charge is paid once with the application.", "en: \" \"")
                .change(
                        SERVICE,
                        "en: For a licence that expires soon, is damaged, shows wrong details, or is of an old kind.",
                        "en: Giấy phép sắp hết hạn, hỏng, sai thông tin, hoặc cần đổi sang mẫu mới.");
        assertThat(folder.mistakes(LICENCE))
                .anyMatch(mistake -> mistake.startsWith("service.yaml/procedure/feeNote/en: the text is blank"))
                .anyMatch(mistake -> mistake.startsWith("service.yaml/procedure/summary/en: it is the same"));
    }

    @Test
    void aSentenceOfTooManyWordsIsShownWithItsLength() {
        folder.change(SERVICE, "vi: Giấy phép sắp hết hạn,", "vi: " + "rất ".repeat(30) + "Giấy phép sắp hết hạn,");
        assertThat(folder.mistakes(LICENCE)).anySatisfy(mistake -> assertThat(mistake)
                .startsWith("service.yaml/procedure/summary/vi: ")
                .contains("words, at most 35"));
    }

    @Test
    void aForbiddenOfficeWordIsShownInItsSentenceWithThePlainOne() {
        folder.change(SERVICE, "Nhận tại cơ quan hoặc qua bưu chính.", "Nhận tại cơ quan nêu trên hoặc qua bưu chính.");
        assertThat(folder.mistakes(LICENCE))
                .singleElement()
                .asString()
                .contains("\"Nhận tại cơ quan nêu trên hoặc qua bưu chính.\"", "\"nêu trên\"", "write \"này");
    }

    @Test
    void aPaperThatAnotherProcedureGivesMustSaySo() {
        folder.change(SERVICE, "          resultOf: KQ.G01.000185\n", "")
                .change(
                        PROMOTION + "/service.yaml",
                        "    - code: null\n      name: {vi: Văn bản xác nhận đăng ký khuyến mại,",
                        "    - code: KQ.G02.000001\n      name: {vi: Giấy phép lái xe,");
        assertThat(folder.mistakes(LICENCE))
                .singleElement()
                .asString()
                .contains("the result of 2.000004", "resultOf: KQ.G02.000001");
    }

    /** Each asks for what only the other gives: nobody can begin. */
    @Test
    void proceduresThatWaitForEachOtherAreRefused() {
        folder.change(SERVICE, "resultOf: KQ.G01.000185", "resultOf: KQ.G02.000001")
                .change(PROMOTION + "/service.yaml", "    - code: null\n", "    - code: KQ.G02.000001\n")
                .change(
                        PROMOTION + "/service.yaml",
                        "          source: UPLOAD\n          originals: 1\n          why: {vi: \"Ai",
                        "          source: UPLOAD\n          resultOf: KQ.G01.000185\n          why: {vi: \"Ai");
        assertThat(folder.mistakes(LICENCE)).anyMatch(mistake -> mistake.contains("nobody can ever get KQ.G01.000185"));
        assertThat(folder.mistakes(PROMOTION))
                .anyMatch(mistake -> mistake.contains("nobody can ever get KQ.G02.000001"));
    }

    @Test
    void eachCaseHasThreeSamples() {
        var samples = folder.read(PROMOTION + "/samples.yaml");
        int third = samples.indexOf("  - says: handed in by post");
        folder.write(PROMOTION + "/samples.yaml", samples.substring(0, third));
        assertThat(folder.mistakes(PROMOTION)).singleElement().asString().contains("case 01 has 2 samples, at least 3");
    }

    @Test
    void aSampleThatTheFolderDoesNotBearOutSaysBoth() {
        folder.change(LICENCE + "/samples.yaml", "due: 2026-01-10T08:00", "due: 2026-01-12T08:00")
                .change(LICENCE + "/samples.yaml", "feeVnd: 115000", "feeVnd: 135000");
        assertThat(folder.mistakes(LICENCE))
                .anySatisfy(mistake -> assertThat(mistake)
                        .startsWith("samples.yaml/samples/5/expected/due: ")
                        .contains("expects 2026-01-12T08:00+07:00, the folder gives 2026-01-10T08:00+07:00"))
                .anySatisfy(mistake -> assertThat(mistake).contains("expects 135.000 đ, the folder gives 115.000 đ"))
                .hasSize(2);
    }

    @Test
    void aSampleIsAnsweredAsTheFormAsks() {
        folder.change(LICENCE + "/samples.yaml", "licenceNumber: \"001190000017\"", "licenceNumber: \"17\"")
                .change(LICENCE + "/samples.yaml", "agency: H36", "agency: G01");
        assertThat(folder.mistakes(LICENCE))
                .anyMatch(mistake -> mistake.contains("answers.licenceNumber"))
                .anyMatch(mistake -> mistake.contains("G01 does not offer this service"));
    }
}
