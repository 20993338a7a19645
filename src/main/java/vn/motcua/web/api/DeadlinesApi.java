package vn.motcua.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.Problem;
import vn.motcua.shared.Problem.Mistake;
import vn.motcua.time.Deadline;
import vn.motcua.time.Limit;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Messages;

/** When something is due and why, for anybody who counts working days. */
@RestController
class DeadlinesApi {

    private static final int MAX_QUANTITY = 1_000;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final WorkingTime time;
    private final Messages messages;

    DeadlinesApi(WorkingTime time, Messages messages) {
        this.time = time;
        this.messages = messages;
    }

    record Day(LocalDate date, boolean counted, String why) {}

    record Answer(OffsetDateTime due, List<Day> explanation) {}

    @GetMapping("/api/v1/deadlines")
    Answer due(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String quantity,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agency,
            HttpServletRequest request) {
        var mistakes = new ArrayList<Mistake>();
        var moment = moment(from, mistakes);
        var count = count(quantity, mistakes);
        var counted = unit(unit, mistakes);
        var office = agency(agency, mistakes);
        if (moment == null || counted == null || !mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
        var deadline = time.due(moment, new Limit(count, counted), office);
        var locale = locale(request);
        return new Answer(
                deadline.due(),
                deadline.explanation().stream()
                        .map(day -> new Day(day.date(), day.counted(), sentence(locale, day)))
                        .toList());
    }

    private String sentence(Locale locale, Deadline.Day day) {
        var bar = day.why().indexOf('|');
        return bar < 0
                ? messages.text(locale, day.why())
                : messages.text(locale, day.why().substring(0, bar), day.why().substring(bar + 1));
    }

    private static @Nullable Instant moment(@Nullable String from, List<Mistake> mistakes) {
        try {
            var moment = moment(from == null ? "" : from.strip());
            if (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
            mistakes.add(Mistake.of("from", "time.deadline.from-range"));
        } catch (DateTimeException _) {
            mistakes.add(Mistake.of("from", "time.deadline.from"));
        }
        return null;
    }

    /** Without an offset it is Vietnamese time; a plus that came as a blank was not encoded in the address. */
    private static Instant moment(String from) {
        try {
            return LocalDateTime.parse(from).atZone(WorkingTime.ZONE).toInstant();
        } catch (DateTimeException _) {
            return OffsetDateTime.parse(from.replace(' ', '+'))
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant();
        }
    }

    private static int count(@Nullable String quantity, List<Mistake> mistakes) {
        if (quantity != null && quantity.matches("[0-9]{1,4}") && Integer.parseInt(quantity) <= MAX_QUANTITY) {
            return Integer.parseInt(quantity);
        }
        mistakes.add(Mistake.of("quantity", "time.deadline.quantity", MAX_QUANTITY));
        return 0;
    }

    private static Limit.@Nullable Unit unit(@Nullable String unit, List<Mistake> mistakes) {
        for (var known : Limit.Unit.values()) {
            if (known.name().equals(unit)) {
                return known;
            }
        }
        mistakes.add(Mistake.of("unit", "time.deadline.unit"));
        return null;
    }

    private static @Nullable AgencyCode agency(@Nullable String agency, List<Mistake> mistakes) {
        if (agency == null || agency.isEmpty()) {
            return null;
        }
        try {
            return new AgencyCode(agency);
        } catch (IllegalArgumentException _) {
            mistakes.add(Mistake.of("agency", "time.deadline.agency"));
            return null;
        }
    }

    /** Vietnamese unless the asker names English first. */
    private static Locale locale(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            for (var locale : Collections.list(request.getLocales())) {
                if (locale.getLanguage().equals("vi") || locale.getLanguage().equals("en")) {
                    return locale.getLanguage().equals("vi") ? Messages.VIETNAMESE : Locale.ENGLISH;
                }
            }
        }
        return Messages.VIETNAMESE;
    }
}
