package vn.motcua.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.motcua.TestDatabase;

/** What holds of every deadline, over all the years whose holidays are shipped. */
class CountingPropertyTest {

    private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
    private static final long MINUTES =
            Duration.between(FIRST, Instant.parse("2026-10-01T00:00:00Z")).toMinutes();

    private static final WorkingTime TIME = new WorkingTime(TestDatabase.fresh().sql());

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, MINUTES).map(minute -> FIRST.plus(Duration.ofMinutes(minute)));
    }

    @Provide
    Arbitrary<Limit> limits() {
        return Arbitraries.of(Limit.Unit.class).flatMap(unit -> Arbitraries.integers()
                .between(0, unit == Limit.Unit.MONTH ? 2 : 40)
                .map(quantity -> new Limit(quantity, unit)));
    }

    @Property(tries = 500)
    void whoComesLaterIsNeverServedEarlier(
            @ForAll("moments") Instant from, @ForAll @IntRange(max = 20_000) int later, @ForAll("limits") Limit limit) {
        assertThat(due(from.plus(Duration.ofMinutes(later)), limit)).isAfterOrEqualTo(due(from, limit));
    }

    @Property(tries = 500)
    void moreTimeIsNeverLess(@ForAll("moments") Instant from, @ForAll("limits") Limit limit) {
        // Zero working days is a rule of its own: by close of business.
        if (limit.unit() != Limit.Unit.WORKING_DAY || limit.quantity() > 0) {
            assertThat(due(from, new Limit(limit.quantity() + 1, limit.unit()))).isAfterOrEqualTo(due(from, limit));
        }
    }

    @Property(tries = 500)
    void aDeadlineIsNeverBeforeTheReceiptAndAlwaysInWorkingTime(
            @ForAll("moments") Instant from, @ForAll("limits") Limit limit) {
        var due = due(from, limit);
        assertThat(due).isAfterOrEqualTo(from);
        assertThat(TIME.plusWorkingMinutes(due, 0).due().toInstant()).isEqualTo(due);
    }

    @Property(tries = 500)
    void workingMinutesAdd(
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 5_000) int a,
            @ForAll @IntRange(max = 5_000) int b) {
        var middle = TIME.plusWorkingMinutes(from, a).due().toInstant();
        assertThat(TIME.plusWorkingMinutes(middle, b).due().toInstant())
                .isEqualTo(TIME.plusWorkingMinutes(from, a + b).due().toInstant());
        assertThat(TIME.workingMinutesBetween(from, middle)).isEqualTo(a);
    }

    @Property(tries = 500)
    void aPauseAddsNothingAndTakesNothingAway(
            @ForAll("moments") Instant from,
            @ForAll("limits") Limit limit,
            @ForAll @IntRange(max = 40_000) int until,
            @ForAll @IntRange(max = 40_000) int pause) {
        var due = due(from, limit);
        var paused = from.plus(Duration.ofMinutes(until));
        if (!paused.isBefore(due)) {
            return;
        }
        var resumed = paused.plus(Duration.ofMinutes(pause));
        var remaining = TIME.workingMinutesBetween(paused, due);
        var moved = TIME.plusWorkingMinutes(resumed, remaining).due().toInstant();
        assertThat(TIME.workingMinutesBetween(from, paused) + TIME.workingMinutesBetween(resumed, moved))
                .isEqualTo(TIME.workingMinutesBetween(from, due));
        assertThat(moved).isAfterOrEqualTo(pause == 0 && remaining == 0 ? resumed : minusRest(due));
    }

    @Property(tries = 300)
    void asManyDaysAreCountedAsTheLimitHas(
            @ForAll("moments") Instant from, @ForAll @IntRange(min = 1, max = 60) int days) {
        for (var unit : new Limit.Unit[] {Limit.Unit.WORKING_DAY, Limit.Unit.DAY}) {
            var explanation = TIME.due(from, new Limit(days, unit)).explanation();
            assertThat(explanation).filteredOn(Deadline.Day::counted).hasSize(days);
            assertThat(explanation).extracting(Deadline.Day::date).isSorted().doesNotHaveDuplicates();
        }
    }

    /** The end of one session and the start of the next are the same point of working time. */
    private static Instant minusRest(Instant due) {
        var from = due.minus(Duration.ofDays(12));
        return TIME.plusWorkingMinutes(from, TIME.workingMinutesBetween(from, due))
                .due()
                .toInstant();
    }

    private static Instant due(Instant from, Limit limit) {
        return TIME.due(from, limit).due().toInstant();
    }
}
