package vn.motcua.catalogue.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.TestDatabase;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Offering.Case.Kind;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.national.NationalRecords.Broken;
import vn.motcua.catalogue.national.NationalRecords.Found;
import vn.motcua.catalogue.national.NationalRecords.Read;
import vn.motcua.catalogue.national.NationalRecords.Unsure;
import vn.motcua.time.Limit;
import vn.motcua.time.Limit.Unit;

/** Each trap of the national records, and what becomes of it. */
class NationalRecordsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 28);
    private static final TestDatabase.Fresh DATABASE = TestDatabase.fresh();
    private static final NationalRecords RECORDS = new NationalRecords(new Agencies(DATABASE.sql()));

    @TempDir
    private Path folder;

    private final List<Broken> broken = new ArrayList<>();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static ObjectNode record() {
        var record = JSON.createObjectNode();
        record.put("code", "1.999001").put("name", "Cấp thẻ thử");
        record.put("promulgatingAgency", "Bộ Tư pháp").put("decision", "12/QĐ-BTP");
        record.putArray("levels").add("Cấp xã");
        record.put("type", "TTHC được giao luật quy định chi tiết").put("field", "Hộ tịch");
        record.putArray("subjects").add("Công dân Việt Nam");
        record.put("steps", "Bước 1: Nộp hồ sơ\nMang giấy tờ đến.\nBước 2: Nhận kết quả.");
        channel(record, "DIRECT", 5.0, "WORKING_DAY", "", true);
        paper(record.putArray("cases").addObject().put("case", ""), "Tờ khai", 1, 0);
        record.putArray("results").addObject().put("name", "Thẻ thử").put("code", "KQ.G15.000001");
        return record;
    }

    private static void channel(
            ObjectNode record, String way, @Nullable Double time, String unit, String text, boolean free) {
        record.withArray("channels")
                .addObject()
                .put("channel", way)
                .put("time", time)
                .put("unit", unit)
                .put("feeText", text)
                .put("note", "")
                .put("free", free);
    }

    private static void paper(ObjectNode kase, String name, int originals, int copies) {
        kase.withArray("documents")
                .addObject()
                .put("name", name)
                .put("original", originals)
                .put("copy", copies);
    }

    private List<Found> in(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("records"), bytes);
        var found = new ArrayList<Found>();
        RECORDS.in(file, found::add, broken::add, (done, of) -> assertThat(done).isLessThanOrEqualTo(of));
        return found;
    }

    private Read read(ObjectNode record) throws IOException {
        return in(JSON.writeValueAsBytes(record)).getFirst().read(SINCE);
    }

    private static List<String> kinds(Read read) {
        return read.doubts().stream().map(Unsure::kind).toList();
    }

    private Read withFee(String text, boolean free) throws IOException {
        var record = record();
        record.remove("channels");
        channel(record, "DIRECT", 5.0, "WORKING_DAY", text, free);
        return read(record);
    }

    private @Nullable Limit limit(@Nullable Double time, String unit, String text) throws IOException {
        var record = record();
        record.remove("channels");
        channel(record, "DIRECT", time, unit, text, true);
        return read(record).procedure().cases().getFirst().limits().get(Channel.DIRECT);
    }

    @Test
    void clearRecordIsReadWithoutADoubtAboutTimeOrMoney() throws IOException {
        var read = read(record());

        var procedure = read.procedure();
        assertThat(procedure.promulgatingAgency().value()).isEqualTo("G15");
        assertThat(procedure.levels()).containsExactly(Procedure.Level.COMMUNE);
        assertThat(procedure.steps())
                .extracting(step -> step.name().vi(), step -> step.text().vi())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Nộp hồ sơ", "Mang giấy tờ đến."),
                        org.assertj.core.groups.Tuple.tuple("Nhận kết quả", ""));
        assertThat(procedure.fees()).isEmpty();
        assertThat(procedure.feesVary()).isFalse();
        assertThat(procedure.cases().getFirst().limits())
                .isEqualTo(Map.of(Channel.DIRECT, new Limit(5, Unit.WORKING_DAY)));
        assertThat(kinds(read)).containsOnly("PART_MISSING"); // authority, receiving, laws: explained as gaps
        assertThat(procedure.gaps()).containsKeys("authority", "receiving", "legalBasis");
    }

    @Test
    void textIsJoinedAndFreedOfWhatNobodySees() throws IOException {
        var record = record();
        record.put(
                "name", Normalizer.normalize("Cấp\u200E thẻ \u00ADthử\uFEFF", Normalizer.Form.NFD) + "\u0007\t  mới ");

        assertThat(read(record).procedure().name().vi()).isEqualTo("Cấp thẻ thử mới");
    }

    @Test
    void markupStaysTheTextThatItIs() throws IOException {
        var record = record();
        record.put("name", "<script>alert(1)</script> Cấp thẻ");

        assertThat(read(record).procedure().name().vi()).isEqualTo("<script>alert(1)</script> Cấp thẻ");
    }

    @Test
    void freeFlagIsNotBelievedAgainstAnAmountInTheText() throws IOException {
        var read = withFee("(lệ phí 135.000 đồng/lần)", true);

        assertThat(read.procedure().fees()).isEmpty();
        assertThat(read.procedure().feesVary()).isTrue();
        assertThat(read.procedure().feeNote().vi()).contains("135.000 đồng");
        assertThat(kinds(read)).contains("FEE_FLAG_AGAINST_TEXT");
    }

    @Test
    void amountThatNumberAndSentenceAgreeOnIsAFee() throws IOException {
        var read = withFee("8,000 VNĐ(Phí 8.000 đồng/bản theo Thông tư 281/2016/TT-BTC)Nộp tại xã", false);

        assertThat(read.procedure().fees()).singleElement().satisfies(fee -> {
            assertThat(fee.amount().amount()).isEqualTo(8_000);
            assertThat(fee.kind()).isEqualTo("PHI");
            assertThat(fee.basis()).isEqualTo("281/2016/TT-BTC");
        });
        assertThat(read.procedure().channels().getFirst().todo().vi()).isEqualTo("Nộp tại xã");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,500,000 VNĐ(150.000 đồng/giấy)|AMOUNT_AGAINST_TEXT",
                "150 VNĐ|AMOUNT_IN_THOUSANDS",
                "100,000 VNĐ200,000 VNĐ|FEE_ONLY_IN_PROSE",
                "35,000,000 VNĐ(cấp mới 35.000.000 đồng; cấp lại 2.000.000 đồng)|FEE_ONLY_IN_PROSE",
            })
    void unclearAmountIsAskedOfNobody(String text, String doubt) throws IOException {
        var read = withFee(text, false);

        assertThat(read.procedure().fees()).isEmpty();
        assertThat(read.procedure().feesVary()).isTrue();
        assertThat(kinds(read)).contains(doubt);
    }

    @Test
    void reducedAmountHoldsForItsDaysAndTheFullOneAfterThem() throws IOException {
        var read = withFee(
                "800,000 VNĐ(áp dụng mức phí 400.000 đồng kể từ ngày 01/7/2025 đến hết ngày 31/12/2026)", false);

        assertThat(read.procedure().fees())
                .extracting(fee -> fee.amount().amount(), Procedure.Fee::validFrom, Procedure.Fee::validTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                400_000L, LocalDate.of(2025, 7, 1), LocalDate.of(2026, 12, 31)),
                        org.assertj.core.groups.Tuple.tuple(800_000L, LocalDate.of(2027, 1, 1), null));
        assertThat(kinds(read)).contains("FEE_PERIOD_READ");
    }

    @Test
    void amountInThousandsIsTakenWhereTheSentenceSaysIt() throws IOException {
        assertThat(withFee("150 VNĐ(150.000 đồng/thẻ)", false).procedure().fees())
                .singleElement()
                .satisfies(fee -> assertThat(fee.amount().amount()).isEqualTo(150_000));
    }

    @Test
    void oneWithoutAUnitIsTheSameDay() throws IOException {
        assertThat(limit(1.0, "UNSPECIFIED", "")).isEqualTo(new Limit(0, Unit.WORKING_DAY));
    }

    @Test
    void limitIsReadOutOfASentenceThatNamesOneOnly() throws IOException {
        assertThat(limit(null, "", "Trong thời hạn 12 ngày làm việc kể từ ngày nhận"))
                .isEqualTo(new Limit(12, Unit.WORKING_DAY));
        assertThat(limit(7.0, "UNSPECIFIED", "07 ngày làm việc")).isEqualTo(new Limit(7, Unit.WORKING_DAY));
        assertThat(limit(null, "", "3 ngày làm việc, hoặc 5 ngày làm việc")).isNull();
        assertThat(limit(1.5, "DAY", "")).isNull();
    }

    @Test
    void sameChannelTwiceKeepsTheLongerLimitAndSaysSo() throws IOException {
        var record = record();
        channel(record, "DIRECT", 10.0, "DAY", "", true);
        channel(record, "DIRECT", 3.0, "WORKING_DAY", "", true);

        var read = read(record);

        assertThat(read.procedure().cases().getFirst().limits()).containsEntry(Channel.DIRECT, new Limit(10, Unit.DAY));
        assertThat(read.procedure().channels()).hasSize(1);
        assertThat(kinds(read)).contains("CHANNEL_TWICE");
    }

    @Test
    void fourKindsOfCasesAreToldApart() throws IOException {
        var record = record();
        var cases = record.putArray("cases");
        paper(cases.addObject().put("case", "Giấy tờ phải nộp"), "Tờ khai", 1, 0);
        paper(cases.addObject().put("case", "Giấy tờ phải xuất trình"), "Thẻ căn cước", 1, 0);
        paper(cases.addObject().put("case", "Trường hợp làm lại"), "Đơn", 1, 0);
        paper(cases.addObject().put("case", "Lưu ý"), "Giấy tờ nước ngoài phải được dịch.", 1, 0);

        var read = read(record);

        assertThat(read.procedure().cases())
                .extracting(kase -> kase.kind())
                .containsExactly(Kind.SECTION_SUBMIT, Kind.SECTION_PRESENT, Kind.ALTERNATIVE, Kind.NOTE);
        assertThat(read.procedure().cases().get(1).components().getFirst().present())
                .isTrue();
        assertThat(read.procedure().cases().get(3).components()).isEmpty();
        assertThat(read.procedure().cases().get(3).notes().getFirst().vi()).startsWith("Giấy tờ nước ngoài");
        assertThat(kinds(read)).contains("NOTE_AS_CASE");
    }

    @Test
    void pieceOfASentenceIsNoPaperAndNobodyHandsIn20261Copies() throws IOException {
        var record = record();
        var kase = record.putArray("cases").addObject().put("case", "");
        paper(kase, "Tờ khai", 20_261, 1);
        paper(kase, ";", 1, 0);
        paper(kase, "hoặc", 1, 0);

        var read = read(record);

        assertThat(read.procedure().cases().getFirst().components())
                .singleElement()
                .satisfies(paper -> assertThat(paper.originals()).isZero());
        assertThat(kinds(read)).contains("QUANTITY", "PAPER_IS_FRAGMENT");
    }

    @Test
    void nameOfAFileIsCutFromTheNameOfThePaper() throws IOException {
        var record = record();
        paper(record.putArray("cases").addObject().put("case", ""), "Phiếu khai (mẫu N1)12-Mau N1", 1, 0);
        ((ObjectNode) record.at("/cases/0/documents/0")).put("form", "khai bao.doc");

        var paper = read(record).procedure().cases().getFirst().components().getFirst();

        assertThat(paper.name().vi()).isEqualTo("Phiếu khai (mẫu N1)");
        assertThat(paper.form()).isEqualTo("12-Mau N1 khai bao.doc");
    }

    @Test
    void numbersOfLawAreCutFromWhatIsGluedToThem() throws IOException {
        var record = record();
        record.put("legalBasisText", "Luật Hộ tịch60/2014/QH13Quy định chi tiết Luật Hộ tịch123/2015/NĐ-CP");
        record.putArray("legalBasisCodes").add("60/2014/QH13").add("123/2015/NĐ-CP123");

        assertThat(read(record).procedure().legalBasis())
                .extracting(law -> law.number(), law -> law.title().vi(), law -> law.issuer()
                        .name()
                        .vi())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("60/2014/QH13", "Luật Hộ tịch", "Quốc hội"),
                        org.assertj.core.groups.Tuple.tuple(
                                "123/2015/NĐ-CP", "Quy định chi tiết Luật Hộ tịch", "Chính phủ"));
    }

    @Test
    void agencyAndAudienceThatNoListHasAreDoubts() throws IOException {
        var record = record();
        record.put("promulgatingAgency", "Tòa án");
        record.putArray("subjects").add("Đảng viên").add("Doanh nghiệp");

        var read = read(record);

        assertThat(read.procedure().promulgatingAgency()).isEqualTo(Vocabularies.WITHOUT_CODE);
        assertThat(read.procedure().audiences()).containsExactly(Procedure.Audience.ENTERPRISE);
        assertThat(kinds(read)).contains("AGENCY_UNKNOWN", "WORD_UNKNOWN");
    }

    @Test
    void brokenLinesAreSaidAndStopNothingElse() throws IOException {
        var good = JSON.writeValueAsString(record());
        var lines = new java.io.ByteArrayOutputStream();
        for (var line : List.of(good, "{\"code\":", "[1,2]", "", good)) {
            lines.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        lines.writeBytes(new byte[] {'"', (byte) 0xff, '"', '\n'});
        lines.writeBytes(("\"" + "a".repeat(SourceFile.MAX_LINE) + "\"\n").getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(good.getBytes(StandardCharsets.UTF_8));

        assertThat(in(lines.toByteArray())).extracting(Found::line).containsExactly(1, 5, 8);
        assertThat(broken).extracting(Broken::line).containsExactly(2, 3, 6, 7);
        assertThat(broken).extracting(Broken::why).anySatisfy(why -> assertThat(why)
                .contains("UTF-8"));
    }

    @Test
    void fileMayBeCompressedOrAnArrayOrOneRecordOverManyLines() throws IOException {
        var zipped = new java.io.ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(JSON.writeValueAsBytes(record()));
        }
        assertThat(in(zipped.toByteArray())).hasSize(1);
        assertThat(in(("[\n" + record() + ",\n" + record() + "]").getBytes(StandardCharsets.UTF_8)))
                .hasSize(2);
        assertThat(in(record().toPrettyString().getBytes(StandardCharsets.UTF_8)))
                .hasSize(1);
        assertThat(in("{\n\"code\": \n".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(broken).hasSize(1);
    }

    @Test
    void recordWithoutCodeOrNameIsRefusedWithTheReason() throws IOException {
        var found = in("{\"name\":\"x\"}\n{\"code\":\"1.999001\"}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(found.getFirst()::code).hasMessageContaining("six digits");
        assertThatThrownBy(() -> found.getLast().read(SINCE)).hasMessageContaining("name is missing");
    }

    @Test
    void portalsOwnShapeIsReadToo() throws IOException {
        var record = JSON.createObjectNode();
        record.put("codeNotation", "1.999002").put("code", "1.999002").put("name", "Cấp giấy phép thử");
        record.put("departmentPromulgateName", "Bộ Công thương").put("departmentPromulgateCode", "G02");
        record.put("isProvince", true).put("formalityType", "ASSIGNED_REGULATION");
        record.putArray("executionMethods")
                .addObject()
                .put("submissionMethod", "ONLINE")
                .put("processingTime", 15)
                .put("processingTimeUnit", "WORKING_DAY")
                .putArray("fees")
                .addObject()
                .put("value", 0);
        var kase = record.putArray("executionCases").addObject().put("name", "Trường hợp cấp mới");
        kase.putArray("profileComponents")
                .addObject()
                .put("name", "- Đơn đề nghị;")
                .put("code", "000.00.00.G02-KQ0001")
                .put("originalQty", 1)
                .put("copyQty", 0)
                .putArray("attachments")
                .addObject()
                .put("fileName", "Mẫu đơn.docx");
        record.putArray("categoriesDetails")
                .addObject()
                .put("name", "Công nghiệp")
                .put("code", "G02-CT05");
        record.putArray("legalBasisesDetails")
                .addObject()
                .put("name", "Nghị định thử")
                .put("code", "57/2018/NĐ-CP");
        record.putObject("procedureProposal").put("proposalNumber", "01/QĐ-BCT").put("decisionDate", 1565481600000L);

        var procedure = read(record).procedure();

        assertThat(procedure.levels()).containsExactly(Procedure.Level.PROVINCE);
        assertThat(procedure.field().code()).isEqualTo("G02-CT05");
        assertThat(java.util.Objects.requireNonNull(procedure.decision()).date())
                .isEqualTo(LocalDate.of(2019, 8, 11));
        assertThat(procedure.cases().getFirst().components()).singleElement().satisfies(paper -> {
            assertThat(paper.name().vi()).isEqualTo("Đơn đề nghị");
            assertThat(paper.code()).isEqualTo("000.00.00.G02-KQ0001");
            assertThat(paper.form()).isEqualTo("Mẫu đơn.docx");
        });
        assertThat(procedure.legalBasis().getFirst().number()).isEqualTo("57/2018/NĐ-CP");
    }
}
