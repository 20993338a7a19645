package vn.motcua.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.identity.Person.Sex;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;

class IdentityNumberTest {

    @ParameterizedTest
    @CsvSource({
        "001190000017,1990,FEMALE",
        "079085000026,1985,MALE",
        "048201000035,2001,MALE",
        "031188000044,1988,FEMALE",
        "096399999999,2099,FEMALE",
        "001 190-000.017,1990,FEMALE"
    })
    void numberTellsYearAndSex(String typed, int year, Sex sex) {
        var number = IdentityNumber.parse(typed);

        assertThat(number.birthYear()).isEqualTo(year);
        assertThat(number.sex()).isEqualTo(sex);
    }

    @ParameterizedTest
    @CsvSource({
        "'',identity.number.empty",
        "00119000001,identity.number.digits",
        "0011900000177,identity.number.digits",
        "00119000001x,identity.number.shape",
        "<b>001190000017</b>,identity.number.shape",
        "٠٠١١٩٠٠٠٠٠١٧,identity.number.shape",
        "000190000017,identity.number.province",
        "003190000017,identity.number.province",
        "097190000017,identity.number.province",
        "999190000017,identity.number.province",
        "001490000017,identity.number.century",
        "001990000017,identity.number.century"
    })
    void impossibleNumberIsRefusedWithItsReason(String typed, String code) {
        assertThat(codes(() -> IdentityNumber.parse(typed))).containsExactly(code);
    }

    @Test
    void sixtyThreeProvincesGaveNumbers() {
        assertThat(IdentityNumber.provinces()).hasSize(63).contains(1, 79, 96).doesNotContain(3, 97);
    }

    @Test
    void numberThatContradictsBirthDateAndSexIsRefusedWithBothReasons() {
        var number = new IdentityNumber("001190000017");

        assertThat(number.belongingTo(LocalDate.of(1990, 3, 15), Sex.FEMALE)).isEqualTo(number);
        assertThat(codes(() -> number.belongingTo(LocalDate.of(1991, 3, 15), Sex.MALE)))
                .containsExactly("identity.number.year", "identity.number.sex");
    }

    @ParameterizedTest
    @CsvSource({"0912000017", "+84912000017", "+84 912 000 017", "0912.000.017", "0912-000-017"})
    void phoneIsOneNumberHoweverItIsTyped(String typed) {
        assertThat(PhoneNumber.parse(typed).value()).isEqualTo("0912000017");
        assertThat(PhoneNumber.parse(typed).masked()).isEqualTo("09•• ••• 017");
    }

    @ParameterizedTest
    @CsvSource({"02438222222", "0112000017", "091200001", "09120000177", "84912000017", "+1912000017", "09120000a7"})
    void phoneThatTakesNoMessagesIsRefused(String typed) {
        assertThat(codes(() -> PhoneNumber.parse(typed))).containsExactly("identity.phone.shape");
    }

    @ParameterizedTest
    @CsvSource({"a@b.vn", "nguyen.an+dvc@mail.example.vn", "A@B.VN"})
    void mailAddressIsKeptInSmallLetters(String typed) {
        assertThat(EmailAddress.parse(typed).value()).isEqualTo(typed.toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"a", "a@b", "@b.vn", "a@b..vn", "a b@c.vn", "a@-b.vn", "a@b.vn<script>", "'a@b.vn,c@d.vn'", "a@b.v"})
    void mailAddressThatCannotExistIsRefused(String typed) {
        assertThat(codes(() -> EmailAddress.parse(typed))).containsExactly("identity.email.shape");
    }

    @Test
    void mailAddressOfEndlessLengthIsRefused() {
        assertThat(codes(() -> EmailAddress.parse("a@" + "b.".repeat(200) + "vn")))
                .containsExactly("identity.email.shape");
    }

    @Test
    void nameIsKeptInOneSpelling() {
        // "ễ" as three code points, as some keyboards send it
        assertThat(PersonName.parse("  Nguye\u0302\u0303n   Thị An ").value()).isEqualTo("Nguyễn Thị An");
        assertThat(PersonName.parse("H'Hen Niê").value()).isEqualTo("H'Hen Niê");
    }

    @ParameterizedTest
    @CsvSource({"<b>An</b>", "An1", "An;drop", "An&amp;", "'An\u0000'", "-An", "An\u200b"})
    void nameWithSignsThatNoNameHasIsRefused(String typed) {
        assertThat(codes(() -> PersonName.parse(typed))).containsExactly("identity.name.signs");
    }

    @Test
    void nameLongerThanAHundredIsRefused() {
        assertThat(PersonName.parse("A".repeat(100)).value()).hasSize(100);
        assertThat(codes(() -> PersonName.parse("A".repeat(101)))).containsExactly("identity.name.long");
        assertThat(codes(() -> PersonName.parse("  "))).containsExactly("identity.name.empty");
    }

    private static List<String> codes(Runnable refused) {
        var problem = catchThrowableOfType(Problem.class, refused::run);
        assertThat(problem).isNotNull();
        return problem.mistakes().stream().map(Mistake::code).toList();
    }
}
