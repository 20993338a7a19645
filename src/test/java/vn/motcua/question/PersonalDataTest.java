package vn.motcua.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Text;

/** What the finder sees in an answer before it is published, and what it leaves alone. */
class PersonalDataTest {

    private static List<PersonalData.Finding> in(String answer) {
        var wording = new Wording(new Text("", ""), new Text("", ""), new Text(answer, ""), "");
        return PersonalData.in(wording, "Nguyễn Thị Lành");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Số của tôi là 001190000017 nhé | IDENTITY_NUMBER | 001190000017",
                "số 001 190 000 017 | IDENTITY_NUMBER | 001 190 000 017",
                "CMND 123456789 cấp lâu rồi | IDENTITY_NUMBER | 123456789",
                "gọi 0912 345 678 | PHONE | 0912 345 678",
                "gọi +84.912.345.678 | PHONE | +84.912.345.678",
                "gọi ０９１２３４５６７８ | PHONE | ０９１２３４５６７８",
                "thư tới lanh.nt+x@example.com.vn ạ | EMAIL | lanh.nt+x@example.com.vn",
                "chuyển vào tài khoản 0011004112233 | BANK_ACCOUNT | 0011004112233",
                "STK: 19 0345 6789 01 | BANK_ACCOUNT | 19 0345 6789 01",
                "xe 30A-123.45 của em | LICENCE_PLATE | 30A-123.45",
                "xe máy 29-C1 123.45 | LICENCE_PLATE | 29-C1 123.45",
                "xe 51F97022 | LICENCE_PLATE | 51F97022",
                "hộ chiếu C1234567 mất rồi | PASSPORT | C1234567",
                "bà NGUYỄN THỊ LÀNH hỏi | NAME | NGUYỄN THỊ LÀNH",
                "nguyen  thi lanh hoi | NAME | nguyen  thi lanh"
            })
    void certainThingsAreFound(String answer, String kind, String text) {
        assertThat(in(answer))
                .filteredOn(PersonalData.Finding::certain)
                .extracting(finding -> finding.kind().name(), PersonalData.Finding::text)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(kind, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hồ sơ 123456789 | IDENTITY_NUMBER",
                "gọi 024 3825 0000 | PHONE",
                "thư tới motcua@bocongan.gov.vn | EMAIL",
                "ông Trần Văn Bình đã nộp | NAME",
                "chị Thị Lành hỏi | NAME",
                "sinh ngày 12/03/1990 | BIRTH_DATE",
                "ở số nhà 12 | ADDRESS",
                "mã 1234567890123 | LONG_NUMBER"
            })
    void doubtfulThingsAreShownAndMayBeConfirmed(String answer, String kind) {
        var found = in(answer);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind()).hasToString(kind);
        assertThat(found.getFirst().certain()).isFalse();
        assertThatThrownBy(() -> PersonalData.refuse(found, Set.of())).isInstanceOf(Problem.class);
        assertThatCode(() -> PersonalData.refuse(
                        found, found.stream().map(PersonalData.Finding::id).collect(Collectors.toSet())))
                .doesNotThrowAnyException();
    }

    @Test
    void confirmingDoesNotHelpWhatIsCertain() {
        var found = in("gọi 0912345678");
        assertThatThrownBy(
                        () -> PersonalData.refuse(found, Set.of(found.getFirst().id())))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.mistakes())
                        .singleElement()
                        .satisfies(mistake -> {
                            assertThat(mistake.field()).isEqualTo("answerVi");
                            assertThat(mistake.args()).containsExactly("0912345678");
                        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lệ phí 135.000 đ, nộp trực tuyến 1.350.000.000 đồng là không đúng.",
                "Theo Thông tư 12/2025/TT-BCA, Nghị định 123/2015/NĐ-CP và 66.7/2025/NQ-CP.",
                "Từ 01/12/2023 đến 31-12-2025 và 01.01.2026 là ba mốc.",
                "Thủ tục 3.000347 và 1.000253.000.00.00.H36.",
                "Gọi tổng đài 1800 0000 hoặc 19001234.",
                "Mẫu TK01, mục 46, hạng A1, B2, mẫu 05-ĐK-TCT.",
                "Có kết quả trong 5 ngày làm việc, trước 15 giờ."
            })
    void whatTellsOfNobodyIsLeftAlone(String answer) {
        assertThat(in(answer)).isEmpty();
    }

    @Test
    void longTextIsLookedThroughAtOnce() {
        var text = "ông A B C D 0 1 2 3 4 5 6 7 8 9 tài khoản sinh ".repeat(106);
        long began = System.nanoTime();
        in(text);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }
}
