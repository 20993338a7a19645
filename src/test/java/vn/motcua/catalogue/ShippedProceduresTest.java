package vn.motcua.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.TestDatabase;
import vn.motcua.catalogue.Procedure.LifeEvent;
import vn.motcua.catalogue.search.ProcedureSearch;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;

/** What is shipped, as a fresh clone publishes it: enough for a country, and in plain words. */
class ShippedProceduresTest {

    private static final Path SERVICES = Path.of("services");
    private static final int LONGEST_SENTENCE = 35;
    private static final int MEAN_SENTENCE = 20;

    private static final TestDatabase.Fresh DATABASE = TestDatabase.fresh();
    private static final CatalogueFixture SHIPPED =
            new CatalogueFixture(DATABASE, SERVICES, CatalogueFixture.NOVEMBER_2026);
    private static final Published PUBLISHED = SHIPPED.started();
    private static final Procedures PROCEDURES = new Procedures(PUBLISHED, SHIPPED.clock());
    private static final ProcedureSearch SEARCH = SHIPPED.search(PUBLISHED);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void everyFolderCanBePublished() {
        var check = FolderCheck.withoutPortal(SERVICES);
        assertThat(ServiceFolder.paths(SERVICES))
                .allSatisfy(folder ->
                        assertThat(check.remarks(folder)).as(folder.toString()).noneMatch(Remark::isMistake));
        assertThat(PROCEDURES.all())
                .hasSameSizeAs(ServiceFolder.paths(SERVICES))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everyProcedureBelongsToSomethingThatHappensAndMostEventsLeadSomewhere() {
        var events = EnumSet.noneOf(LifeEvent.class);
        for (var procedure : PROCEDURES.all()) {
            assertThat(procedure.lifeEvents()).as(procedure.code().value()).isNotEmpty();
            events.addAll(procedure.lifeEvents());
        }
        assertThat(events).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void noSentenceIsLongerThanAPersonReadsInOneBreath() {
        for (var procedure : whole()) {
            var lengths = ownWords(procedure)
                    .flatMap(text -> Stream.of(text.vi(), text.en()))
                    .flatMap(text -> Stream.of(text.split("(?<=[.!?;:])\\s+")))
                    .peek(sentence -> assertThat(words(sentence))
                            .as(procedure.code() + ": " + sentence)
                            .isLessThanOrEqualTo(LONGEST_SENTENCE))
                    .mapToInt(ShippedProceduresTest::words)
                    .average();
            assertThat(lengths.orElseThrow()).as(procedure.code().value()).isLessThanOrEqualTo(MEAN_SENTENCE);
        }
    }

    /** The first found is the one meant, among all that is shipped. */
    @ParameterizedTest
    @CsvSource({
        "doi bang lai, 3.000347",
        "mất thẻ BHYT, 1.002759",
        "sang tên sổ đỏ, 1.013831",
        "làm lại căn cước, 1.014064",
        "làm giấy khai sinh, 1.001193",
        "hộ khẩu, 1.004222",
        "tách hộ khẩu, 1.010038",
        "khuyến mại, 2.000033",
        "bốc thăm trúng thưởng, 2.000004",
        "lý lịch tư pháp, 3.000333",
        "mở quán, 1.001612",
        "marriage, 1.000894",
    })
    void everydayWordsFindIt(String query, String code) {
        assertThat(SEARCH.find(query, false).hits())
                .first()
                .extracting(hit -> hit.code().value())
                .isEqualTo(code);
    }

    @Test
    void noFeeNamesALawThatTheRecordDoesNotList() {
        for (var procedure : whole()) {
            var laws = procedure.legalBasis().stream()
                    .map(Procedure.LegalText::number)
                    .toList();
            assertThat(procedure.fees()).as(procedure.code().value()).allSatisfy(fee -> assertThat(laws)
                    .contains(fee.basis()));
        }
    }

    @Test
    void noProcedureIsRelatedToItself() {
        var related = new ArrayList<List<ProcedureCode>>();
        for (var procedure : whole()) {
            assertThat(procedure.related()).doesNotContain(procedure.code()).doesNotHaveDuplicates();
            related.add(procedure.related());
        }
        assertThat(related).anySatisfy(codes -> assertThat(codes).isNotEmpty());
    }

    private static List<Procedure> whole() {
        return PROCEDURES.all().stream().map(PROCEDURES::whole).toList();
    }

    /** The texts that we wrote; names and titles are as the law has them. */
    private static Stream<Text> ownWords(Procedure procedure) {
        return Stream.of(
                        Stream.of(procedure.summary(), procedure.receiving(), procedure.conditions()),
                        Stream.of(procedure.feeNote()),
                        procedure.steps().stream().map(Procedure.Step::text),
                        procedure.channels().stream().map(Procedure.Channel::todo),
                        procedure.fees().stream().map(Procedure.Fee::why))
                .flatMap(Function.identity());
    }

    private static int words(String sentence) {
        return sentence.strip().split("\\s+").length;
    }
}
