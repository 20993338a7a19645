package vn.motcua.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.motcua.journey.Chromium.Size;

/** What was answered before signing in stands in the form afterwards, and what somebody forges into the address does not. */
class CheckThenApplyTest {

    private final Town town = Town.shared();

    @Test
    void answersOfTheCheckAreInTheForm() {
        try (var walk = new Walk(town, "check-then-apply", Size.PHONE, false)) {
            walk.open("/procedures/3.000347/check");
            for (var answer : new String[][] {
                {"issuer", "VIETNAM"}, {"have", "YES"}, {"applicantKind", "OVERSEAS_VIETNAMESE"}, {"reason", "DAMAGED"}
            }) {
                walk.choose("answers." + answer[0], answer[1]);
                walk.main();
            }
            walk.field("answers.licenceClass").selectOption("C");
            walk.main();
            assertThat(walk.text()).contains("Hộ chiếu còn thời hạn sử dụng");
            walk.field("agency").selectOption("H17");
            walk.main();
            Licence.signsIn(town, walk, Licence.AN, Licence.ANS_PHONE);
            assertThat(walk.page.url()).contains("/start");
            walk.look("start").main();
            walk.main(); // the first part is answered, so the draft leads to the second
            assertThat(walk.page.url()).endsWith("/licence");
            assertThat(walk.field("answers.licenceClass").inputValue()).isEqualTo("C");
            walk.page.navigate(walk.page.url().replaceFirst("licence$", "applicant"));
            assertThat(walk.page.locator("input[value='OVERSEAS_VIETNAMESE']").isChecked())
                    .isTrue();
            walk.open(
                    "/procedures/3.000347/start?case=01&agency=H18&answers.licenceClass=ZZ&answers.fullName=X&answers.no=1");
            assertThat(walk.page.locator("main input[name^='answers.']").count())
                    .isZero();
        }
    }
}
