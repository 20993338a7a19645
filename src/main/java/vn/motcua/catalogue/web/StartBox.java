package vn.motcua.catalogue.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.web.ProcedurePage.Option;
import vn.motcua.time.Deadline;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** The box in which one begins: case, agency, and by when the result would be there. */
final class StartBox {

    private StartBox() {}

    static ProcedurePage.@Nullable Start of(
            List<Offering> offerings, ProcedurePages.Choice choice, WorkingTime workingTime, Instant now, Frame frame) {
        if (offerings.isEmpty() || offerings.getFirst().hosting() == Offering.Hosting.AGENCY_PORTAL) {
            return null;
        }
        var locale = frame.locale();
        var offering = ProcedurePages.chosen(offerings, choice.agency());
        var kase = offering.cases().stream()
                .filter(c -> c.code().equals(choice.kase()))
                .findFirst()
                .orElse(offering.cases().getFirst());
        var limit = kase.limits().get(Offering.Channel.ONLINE);
        if (limit == null) {
            return null;
        }
        var due = workingTime.due(now, limit);
        return new ProcedurePage.Start(
                "/procedures/" + offering.procedure() + "/start",
                offering.cases().stream()
                        .map(c -> new Option(c.code(), c.name().in(locale), c == kase))
                        .toList(),
                offerings.stream()
                        .map(o -> new Option(o.agency().value(), o.agencyName().in(locale), o == offering))
                        .toList(),
                Formats.moment(locale, due.due()),
                due.explanation().stream().map(day -> day(day, frame)).toList(),
                frame.text("catalogue.procedure.start.level", offering.assurance()));
    }

    /** "thứ Tư 25/11/2026: …" with the reason that the calendar gives, a key with at most one argument after a bar. */
    private static String day(Deadline.Day day, Frame frame) {
        var why = day.why().split("\\|", 2);
        var reason = why.length == 2 ? frame.text(why[0], why[1]) : frame.text(why[0]);
        return frame.text("catalogue.procedure.start.day", Formats.day(frame.locale(), day.date()), reason);
    }
}
