package vn.motcua.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.TestDatabase;

/** The worked deadlines that are kept beside the project, read in their place, against the calendar that we ship. */
class GoldenDeadlinesTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static TestDatabase.Fresh database;
    private static WorkingTime time;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.fresh();
        time = new WorkingTime(database.sql());
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> everyWorkedDeadlineIsOurs() throws Exception {
        return cases("cases")
                .map(one -> DynamicTest.dynamicTest(one.get("name").asString(), () -> {
                    var deadline = time.due(moment(one, "start"), limit(one));
                    assertThat(deadline.due().toLocalDateTime().format(TIME))
                            .isEqualTo(one.get("due").asString());
                    assertThat(deadline.explanation()).isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> aStoppedClockGoesOnOrStartsAgain() throws Exception {
        return cases("pause")
                .map(one -> DynamicTest.dynamicTest(one.get("name").asString(), () -> {
                    var first = time.due(moment(one, "start"), limit(one)).due();
                    assertThat(first.toLocalDateTime().format(TIME))
                            .isEqualTo(one.get("firstDue").asString());
                    if (!one.has("remainingMinutes")) {
                        assertThat(time.due(moment(one, "resumedAt"), limit(one))
                                        .due()
                                        .toLocalDateTime()
                                        .format(TIME))
                                .isEqualTo(one.get("due").asString());
                        return;
                    }
                    var used = time.workingMinutesBetween(moment(one, "start"), moment(one, "pausedAt"));
                    var remaining = time.workingMinutesBetween(moment(one, "pausedAt"), first.toInstant());
                    assertThat(used).isEqualTo(one.get("usedMinutes").asLong());
                    assertThat(remaining).isEqualTo(one.get("remainingMinutes").asLong());
                    assertThat(time.plusWorkingMinutes(moment(one, "resumedAt"), remaining)
                                    .due()
                                    .toLocalDateTime()
                                    .format(TIME))
                            .isEqualTo(one.get("due").asString());
                }));
    }

    private static Stream<JsonNode> cases(String list) throws Exception {
        var base = Path.of(System.getProperty("motcua.basedir", "."));
        var shared = Path.of(
                System.getProperty("motcua.shared", base.resolve("../shared").toString()));
        var file = shared.resolve("data/golden/deadlines.json");
        assumeTrue(Files.exists(file), "the worked deadlines are not here: no " + file);
        return JsonMapper.shared().readTree(Files.readString(file)).get(list).valueStream();
    }

    private static Instant moment(JsonNode one, String field) {
        return LocalDateTime.parse(one.get(field).asString(), TIME)
                .atZone(WorkingTime.ZONE)
                .toInstant();
    }

    private static Limit limit(JsonNode one) {
        return new Limit(
                one.get("quantity").asInt(), Limit.Unit.valueOf(one.get("unit").asString()));
    }
}
