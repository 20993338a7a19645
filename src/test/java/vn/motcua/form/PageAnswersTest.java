package vn.motcua.form;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.form.Questions.FORM;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.motcua.shared.Problem;
import vn.motcua.web.Corrections;
import vn.motcua.web.Frame;
import vn.motcua.web.Messages;
import vn.motcua.web.Portal;

class PageAnswersTest {

    private static final Form.Section FIRST = FORM.section("first").orElseThrow();
    private static final Form.Section SECOND = FORM.section("second").orElseThrow();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "5, 1, 2020, 2020-01-05",
        "05, 01, 2020, 2020-01-05",
        "31, 11, 2026, 2026-11-31",
        "x, 11, 2026, 2026-11-0x",
        "'', 11, 2026, 2026-11-",
        "' 7 ', ' 8', '2020 ', 2020-08-07"
    })
    void dateComesFromThreeInputs(String day, String month, String year, String kept) {
        var answers = FORM.read(
                SECOND,
                Map.of("answers.issuedDay", of(day), "answers.issuedMonth", of(month), "answers.issuedYear", of(year)));

        assertThat(answers).containsEntry("issued", kept);
    }

    @ParameterizedTest
    @CsvSource({"15/12/2016, 2016-12-15", "15.12.2016, 2016-12-15", "2016-12-15, 2016-12-15", "hôm qua, hôm qua"})
    void dateMayBeTypedInOne(String typed, String kept) {
        assertThat(FORM.read(SECOND, Map.of("answers.issued", of(typed)))).containsEntry("issued", kept);
    }

    @ParameterizedTest
    @CsvSource({"50.000.000, 50000000", "'50,000,000', 50000000", "0, 0", "50 000 000, 50000000"})
    void numberMayHaveDots(String typed, long number) {
        assertThat(FORM.read(SECOND, Map.of("answers.value", of(typed)))).containsEntry("value", number);
    }

    @Test
    void whatIsNoNumberStaysForTheCheckToRefuse() {
        var answers = FORM.read(SECOND, Map.of("answers.value", of("năm mươi")));

        assertThat(answers).containsEntry("value", "năm mươi");
        assertThat(FORM.check(SECOND, FORM.clean(answers), TODAY))
                .extracting(Problem.Mistake::code)
                .contains("form.number.not-whole");
    }

    @Test
    void emptiedAnswerIsCleared() {
        var kept = new HashMap<String, Object>(Questions.answers());
        var sent = FORM.read(SECOND, Map.of("answers.agreed", of("true")));
        var laid = new HashMap<String, Object>(kept);
        laid.putAll(sent);

        assertThat(FORM.clean(laid)).doesNotContainKey("email").containsEntry("agreed", true);
    }

    @Test
    void pageAsksWhatIsNotKnownAndShowsWhatIs() {
        var frame = frame(Messages.VIETNAMESE);

        assertThat(Asked.on(SECOND, Map.of(), frame)).extracting(Asked::name).doesNotContain("answers.known");
        assertThat(Asked.known(SECOND, Map.of("known", "Nguyễn Thị An"), Messages.VIETNAMESE))
                .containsExactly(new Asked.Known("Đã biết", "Nguyễn Thị An"));
    }

    @Test
    void questionWhoseConditionLiesOnTheSamePageIsThere() {
        assertThat(Asked.on(FIRST, Map.of(), frame(Messages.VIETNAMESE)))
                .extracting(Asked::name)
                .contains("answers.which");
    }

    @Test
    void pagePrintsEveryFieldWithItsMistakeAndWhatWasTyped() {
        for (var locale : List.of(Messages.VIETNAMESE, Locale.ENGLISH)) {
            var frame = frame(locale);
            Map<String, Object> answers = new HashMap<>(Questions.answers());
            answers.put("issued", "2026-11-31");
            answers.put("name", "<b>\"An\"");
            answers.put("kind", "A");
            var problem = Problem.invalid(FORM.check(answers, TODAY));
            var html = new StringOutput();
            for (var section : FORM.sections()) {
                TemplateEngine.createPrecompiled(ContentType.Html)
                        .render(
                                "form/fields.jte",
                                Map.of(
                                        "frame",
                                        frame,
                                        "corrections",
                                        Corrections.of(frame, problem),
                                        "fields",
                                        Asked.on(section, answers, frame)),
                                html);
            }

            assertThat(html.toString())
                    .contains("name=\"answers.issuedDay\" value=\"31\"")
                    .contains("id=\"f-answers-issued-error\"")
                    .contains("value=\"A\" checked")
                    .contains("name=\"answers.agreed\" value=\"true\" checked")
                    .contains("&lt;b>")
                    .doesNotContain("<b>\"An")
                    .doesNotContain("answers.known");
        }
    }

    private static String[] of(String value) {
        return new String[] {value};
    }

    static Frame frame(Locale locale) {
        return new Frame(
                locale,
                "/",
                null,
                () -> "token",
                new Portal(true, "1800 0000", "", 1),
                List.of(),
                (language, key, args) -> key + List.of(args));
    }
}
