package vn.motcua.catalogue.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.catalogue.EditorAtTheDoor;
import vn.motcua.catalogue.Offering.Digital;
import vn.motcua.catalogue.TwoServices;
import vn.motcua.journal.Journal;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.web.RunningWeb;

/** From what a folder ships to what an agency decided, on the desk and in public. */
class LevelsTest {

    private static final ProcedureCode LICENCE = new ProcedureCode("3.000347");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final List<String> ALL = Criteria.SHIPPED.codes();

    private final RunningWeb web = new RunningWeb(
            new Class<?>[] {EditorAtTheDoor.class}, "--motcua.catalogue.services=" + TwoServices.folder());
    private final Levels levels = web.bean(Levels.class);

    @AfterEach
    void close() {
        web.close();
    }

    private static Levels.Standing wish(
            int level, LocalDate since, List<String> criteria, UpgradeRule.@Nullable Figures figures) {
        return new Levels.Standing(
                0, level, Digital.PARTIAL, new Levels.Decision("12/QĐ-BCA", DAY), since, criteria, figures);
    }

    private Levels.Standing decide(Levels.Standing wish) {
        return levels.decide(EditorAtTheDoor.POLICE, LICENCE, wish);
    }

    private List<Levels.Standing> history() {
        return levels.history(levels.line(LICENCE).orElseThrow());
    }

    private HttpResponse<String> enter(String official, String form) {
        return web.send(HttpRequest.newBuilder(web.at("/work/catalogue/levels"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Official", official)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    @Test
    void shippedLevelIsTheFirstAndNobodyDecidedIt() {
        assertThat(history()).singleElement().satisfies(first -> {
            assertThat(first.level()).isEqualTo(4);
            assertThat(first.decision()).isNull();
        });
        assertThat(web.get("/service-levels").body())
                .contains(
                        "Đổi giấy phép lái xe",
                        "Chưa có quyết định.",
                        "href=\"/service-levels/3.000347\"",
                        "2 dịch vụ");
        assertThat(web.get("/service-levels/3.000347").body())
                .contains("Mức 4", "chưa đo", "Chưa có quyết định.")
                .doesNotContain("0 %.");
    }

    @Test
    void decisionIsAddedWithItsEventAndTheOneBeforeStays() {
        decide(wish(3, DAY, List.of(), null));
        decide(wish(4, DAY.plusDays(1), ALL, new UpgradeRule.Figures(2025, 30, 100)));

        assertThat(history()).extracting(Levels.Standing::level).containsExactly(4, 3, 4);
        assertThat(web.bean(Journal.class).history("level/3.000347"))
                .extracting("type")
                .containsExactly("catalogue.LevelDecided", "catalogue.LevelDecided");
        assertThat(web.get("/service-levels/3.000347?lang=en").body())
                .contains("12/QĐ-BCA", "2025: 30 of 100 dossiers", "30.0%", "6 criteria ticked");
        assertThatThrownBy(() -> web.bean(JdbcClient.class)
                        .sql("update catalogue.level_decision set level = 1")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void stepToLevelFourNeedsThirtyPerCentAndEveryCriterion() {
        decide(wish(3, DAY, List.of(), null));
        assertThatThrownBy(() -> decide(wish(4, DAY, ALL, new UpgradeRule.Figures(2025, 299, 1000))))
                .hasMessageContaining("catalogue.levels.figures.low");
        assertThatThrownBy(() -> decide(wish(4, DAY, ALL, null)))
                .hasMessageContaining("catalogue.levels.figures.missing");
        assertThatThrownBy(() -> decide(wish(4, DAY, ALL.subList(1, 6), new UpgradeRule.Figures(2025, 1, 1))))
                .hasMessageContaining("catalogue.levels.criteria.open");
        assertThat(history()).hasSize(2);
        decide(wish(1, DAY, List.of(), null));
        assertThatThrownBy(() -> decide(wish(4, DAY, ALL, null)))
                .as("nor past level 3")
                .hasMessageContaining("catalogue.levels.figures.missing");
    }

    @Test
    void decisionOfTomorrowHoldsFromTomorrow() {
        var tomorrow = LocalDate.now(vn.motcua.time.WorkingTime.ZONE).plusDays(1);
        decide(wish(2, tomorrow, List.of(), null));

        assertThat(levels.current(history()).level()).isEqualTo(4);
        assertThatThrownBy(() -> decide(wish(1, DAY, List.of(), null)))
                .hasMessageContaining("catalogue.levels.since.before");
    }

    @Test
    void othersMayNot() {
        var wish = wish(1, DAY, List.of(), null);
        assertThatThrownBy(() -> levels.decide(EditorAtTheDoor.CLERK, LICENCE, wish))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThatThrownBy(() -> levels.decide(EditorAtTheDoor.TRADE, LICENCE, wish))
                .hasMessageContaining("catalogue.levels.not-yours");
        assertThat(web.get("/work/catalogue/levels", "Official", "clerk").statusCode())
                .isEqualTo(403);
    }

    @Test
    void deskTakesADecisionAndNamesEveryMistakeOfAnotherOne() {
        assertThat(web.get("/work/catalogue/levels?procedure=3.000347", "Official", "G01")
                        .body())
                .contains("Tiêu chí mức 4", "name=\"criteria\" value=\"payment\"", "Chưa có quyết định.");
        assertThat(web.get("/work/catalogue/levels?procedure=9.999999", "Official", "G01")
                        .body())
                .contains("Không có thủ tục nào đang có hiệu lực mang mã này");
        var wrong = enter(
                "G01",
                "procedure=3.000347&level=7&digital=x&decision=&decidedDay=31&decidedMonth=2&decidedYear=2026"
                        + "&year=2025&online=5&dossiers=4");
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(wrong.body()).contains("Có 6 chỗ cần sửa", "value=\"31\"");
        var right = enter(
                "G01",
                "procedure=3.000347&level=3&digital=PARTIAL&decision=12%2FQ%C4%90-BCA&decidedDay=15"
                        + "&decidedMonth=1&decidedYear=2026&sinceDay=1&sinceMonth=2&sinceYear=2026&criteria=forms");
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(history().getFirst().criteria()).containsExactly("forms");
    }
}
