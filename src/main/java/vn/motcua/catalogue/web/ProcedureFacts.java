package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Case;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedure.Fee;
import vn.motcua.catalogue.web.ProcedurePage.Law;
import vn.motcua.catalogue.web.ProcedurePage.Line;
import vn.motcua.catalogue.web.ProcedurePage.Paper;
import vn.motcua.catalogue.web.ProcedurePage.Way;
import vn.motcua.shared.Text;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/** The parts of a procedure's record in one language, as strings ready to print; money as of one day. */
final class ProcedureFacts {

    private final Procedure procedure;
    private final LocalDate day;
    private final Frame frame;
    private final Locale locale;

    ProcedureFacts(Procedure procedure, LocalDate day, Frame frame) {
        this.procedure = procedure;
        this.day = day;
        this.frame = frame;
        this.locale = frame.locale();
    }

    /** Time, money, result, papers: the four answers under the name. */
    List<Line> facts() {
        var result = procedure.results().getFirst().name();
        return List.of(
                new Line(text("time"), limits(), text("time.note")),
                new Line(
                        text("fee"),
                        fee(Offering.Channel.ONLINE),
                        procedure.feeNote().in(locale)),
                new Line(text("result"), result.in(locale), text("result.note")),
                new Line(text("need"), papersNeeded(), text("need.note")));
    }

    private String limits() {
        return procedure.cases().stream()
                .flatMap(kase -> kase.limits().values().stream())
                .distinct()
                .map(limit -> Formats.limit(locale, limit))
                .collect(Collectors.joining(", "));
    }

    private String papersNeeded() {
        var components = procedure.cases().getFirst().components();
        long least = components.stream()
                .filter(c -> c.required() && c.when() == null)
                .count();
        return least == components.size()
                ? text("need.exactly", least)
                : text("need.between", least, components.size());
    }

    private String fee(Offering.Channel channel) {
        var fees = valid(channel).toList();
        if (fees.isEmpty()) {
            return text("fee.none");
        }
        return fees.stream()
                .map(fee -> Formats.money(locale, fee.amount()))
                .distinct()
                .collect(Collectors.joining(" + "));
    }

    private Stream<Fee> valid(Offering.Channel channel) {
        return procedure.fees().stream().filter(fee -> fee.channels().contains(channel) && fee.isValidOn(day));
    }

    List<Paper> papers() {
        return procedure.cases().stream()
                .flatMap(kase -> kase.components().stream())
                .map(paper -> new Paper(
                        paper.name().in(locale),
                        paper.why() == null ? "" : paper.why().in(locale),
                        text(need(paper))))
                .toList();
    }

    private static String need(Offering.Component paper) {
        if (paper.required()) {
            return paper.when() == null ? "paper.everyone" : "paper.some";
        }
        return "paper.if-any";
    }

    List<Way> ways() {
        var ways = new ArrayList<Way>();
        for (var channel : procedure.channels()) {
            for (var kase : procedure.cases()) {
                var limit = kase.limits().get(channel.channel());
                if (limit != null) {
                    ways.add(new Way(
                            name(channel, kase),
                            Formats.limit(locale, limit),
                            fee(channel.channel()),
                            channel.todo().in(locale)));
                }
            }
        }
        return ways;
    }

    private String name(Procedure.Channel channel, Case kase) {
        var name = text("channel." + channel.channel());
        return procedure.cases().size() == 1 ? name : name + " · " + kase.name().in(locale);
    }

    /** Every amount that applied or will apply on other days than today, and what law says so. */
    List<String> feeNotes() {
        return procedure.fees().stream()
                .filter(fee -> !fee.isValidOn(day) || fee.validTo() != null)
                .map(fee -> fee.why().in(locale))
                .distinct()
                .toList();
    }

    List<Line> steps() {
        return procedure.steps().stream()
                .map(step -> new Line(step.name().in(locale), step.text().in(locale), ""))
                .toList();
    }

    List<Law> laws() {
        return procedure.legalBasis().stream()
                .map(law -> new Law(
                        law.number(),
                        law.title().in(locale),
                        law.issuer().name().in(locale)
                                + (law.date() == null ? "" : ", " + Formats.date(locale, law.date()))))
                .toList();
    }

    /** The other mandatory parts, in the order of the national record. */
    List<Line> record() {
        var decision = procedure.decision();
        var number = decision == null
                ? gap("decision")
                : decision.number() + (decision.date() == null ? "" : ", " + Formats.date(locale, decision.date()));
        return List.of(
                line("record.code", procedure.code().value()),
                line("record.decision", number),
                line("record.agency", procedure.promulgatingAgencyName().in(locale)),
                line("record.levels", names("level", procedure.levels())),
                line("record.kind", text("kind." + procedure.kind())),
                line("record.field", procedure.field().name().in(locale)),
                line("record.audiences", names("audience", procedure.audiences())),
                line("record.executing", texts(procedure.executing())),
                line("record.authority", procedure.authority().in(locale)),
                line("record.receiving", procedure.receiving().in(locale)),
                line("record.sets", String.valueOf(procedure.sets())),
                line("record.results", results()),
                line("record.conditions", procedure.conditions().in(locale)),
                line("record.related", related()),
                line("record.since", Formats.date(locale, procedure.effectiveFrom())));
    }

    private String results() {
        return procedure.results().stream()
                .map(result -> result.name().in(locale) + " ("
                        + (result.code() == null ? gap("results.code") : result.code()) + ")")
                .collect(Collectors.joining("; "));
    }

    private String related() {
        return procedure.related().isEmpty()
                ? text("record.related.none")
                : procedure.related().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private String gap(String part) {
        var reason = procedure.gaps().get(part);
        return reason == null ? "" : reason.in(locale);
    }

    String audiences() {
        return names("audience", procedure.audiences());
    }

    private String names(String kind, List<? extends Enum<?>> values) {
        return values.stream().map(value -> text(kind + "." + value.name())).collect(Collectors.joining(", "));
    }

    private String texts(List<Text> texts) {
        return texts.stream().map(text -> text.in(locale)).collect(Collectors.joining("; "));
    }

    private Line line(String label, String value) {
        return new Line(text(label), value, "");
    }

    private String text(String key, Object... args) {
        return frame.text("catalogue.procedure." + key, args);
    }
}
