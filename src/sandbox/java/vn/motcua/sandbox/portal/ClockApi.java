package vn.motcua.sandbox.portal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.shared.Problem;
import vn.motcua.time.MovableClock;
import vn.motcua.time.WorkingTime;

/** Tells the one clock and moves it on; what fell due on the way has been done, in order, when the answer comes. */
@RestController
@RequestMapping("/sandbox/clock")
class ClockApi {

    /** Exactly one of the two: a time with offset, or a duration as in PT8H or P3D. */
    record Move(@Nullable String now, @Nullable String advance) {}

    record Now(OffsetDateTime now) {
        static Now of(Instant moment) {
            return new Now(moment.truncatedTo(ChronoUnit.MILLIS).atZone(WorkingTime.ZONE).toOffsetDateTime());
        }
    }

    private final InstantSource clock;
    private final ObjectProvider<MovableClock> movable;

    ClockApi(InstantSource clock, ObjectProvider<MovableClock> movable) {
        this.clock = clock;
        this.movable = movable;
    }

    @GetMapping
    Now now() {
        return Now.of(clock.instant());
    }

    @PostMapping
    Now move(@RequestBody Move move) {
        var hands = movable.getIfAvailable();
        if (hands == null) {
            throw Problem.of(Problem.Kind.NOT_ALLOWED_NOW, "sandbox.clock.fixed");
        }
        if (move.now() != null && move.advance() == null) {
            return Now.of(hands.advanceTo(time(move.now())));
        }
        if (move.advance() != null && move.now() == null) {
            return Now.of(hands.advance(duration(move.advance())));
        }
        throw Problem.invalid("now", "sandbox.clock.one-of-two");
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("now", "sandbox.clock.time");
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw Problem.invalid("advance", "sandbox.clock.duration");
        }
    }
}
