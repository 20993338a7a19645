package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Case;
import vn.motcua.catalogue.Procedure;
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
        var result = procedure.results().isEmpty()
                ? text("catalogue.procedure.result.none")
                : procedure.results().getFirst().name().in(locale);
        return List.of(
                new Line(text("catalogue.procedure.time"), limits(), text("catalogue.procedure.time.note")),
                new Line(
                        text("catalogue.procedure.fee"),
                        fee(),
                        procedure.feeNote().in(locale)),
                new Line(text("catalogue.procedure.result"), result, text("catalogue.procedure.result.note")),
                new Line(text("catalogue.procedure.need"), papersNeeded(), text("catalogue.procedure.need.note")));
    }

    String limits() {
        var limits = procedure.cases().stream()
                .flatMap(kase -> kase.limits().values().stream())
                .distinct()
                .map(limit -> Formats.limit(locale, limit))
                .collect(Collectors.joining(", "));
        return limits.isEmpty() ? text("catalogue.procedure.time.unknown") : limits;
    }

    private String papersNeeded() {
        var components = procedure.cases().getFirst().components();
        long least = components.stream()
                .filter(c -> c.required() && c.when() == null)
                .count();
        return least == components.size()
                ? text("catalogue.procedure.need.exactly", least)
                : text("catalogue.procedure.need.between", least, components.size());
    }

    /** On the first way of handing in, in the first case. */
    String fee() {
        return procedure.channels().isEmpty() || procedure.cases().isEmpty()
                ? text(procedure.feesVary() ? "catalogue.procedure.fee.varies" : "catalogue.procedure.fee.none")
                : fee(
                        procedure.cases().getFirst(),
                        procedure.channels().getFirst().channel());
    }

    private String fee(Case kase, Offering.Channel channel) {
        var fees = procedure.fees().stream()
                .filter(fee -> fee.isFor(kase.code(), channel) && fee.isValidOn(day))
                .toList();
        if (fees.isEmpty()) {
            return text(procedure.feesVary() ? "catalogue.procedure.fee.varies" : "catalogue.procedure.fee.none");
        }
        return fees.stream()
                .map(fee -> Formats.money(locale, fee.amount()))
                .distinct()
                .collect(Collectors.joining(" + "));
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
            return paper.when() == null ? "catalogue.procedure.paper.everyone" : "catalogue.procedure.paper.some";
        }
        return "catalogue.procedure.paper.if-any";
    }

    List<Way> ways() {
        var ways = new ArrayList<Way>();
        for (var channel : procedure.channels()) {
            for (var kase : procedure.cases()) {
                var limit = kase.limits().get(channel.channel());
                ways.add(new Way(
                        name(channel, kase),
                        limit == null ? text("catalogue.procedure.time.unknown") : Formats.limit(locale, limit),
                        fee(kase, channel.channel()),
                        channel.todo().in(locale)));
            }
        }
        return ways;
    }

    private String name(Procedure.Channel channel, Case kase) {
        var name = text("catalogue.procedure.channel." + channel.channel());
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
                line("catalogue.procedure.record.code", procedure.code().value()),
                line("catalogue.procedure.record.decision", number),
                line(
                        "catalogue.procedure.record.agency",
                        procedure.promulgatingAgencyName().in(locale)),
                line("catalogue.procedure.record.levels", names("catalogue.procedure.level", procedure.levels())),
                line("catalogue.procedure.record.kind", text("catalogue.procedure.kind." + procedure.kind())),
                line(
                        "catalogue.procedure.record.field",
                        procedure.field().name().in(locale)),
                line(
                        "catalogue.procedure.record.audiences",
                        names("catalogue.procedure.audience", procedure.audiences())),
                line("catalogue.procedure.record.executing", texts(procedure.executing())),
                line(
                        "catalogue.procedure.record.authority",
                        procedure.authority().in(locale)),
                line(
                        "catalogue.procedure.record.receiving",
                        procedure.receiving().in(locale)),
                line("catalogue.procedure.record.sets", String.valueOf(procedure.sets())),
                line("catalogue.procedure.record.results", results()),
                line(
                        "catalogue.procedure.record.conditions",
                        procedure.conditions().in(locale)),
                line("catalogue.procedure.record.related", related()),
                line("catalogue.procedure.record.since", Formats.date(locale, procedure.effectiveFrom())));
    }

    private String results() {
        return procedure.results().stream()
                .map(result -> result.name().in(locale) + " ("
                        + (result.code() == null ? gap("results.code") : result.code()) + ")")
                .collect(Collectors.joining("; "));
    }

    private String related() {
        return procedure.related().isEmpty()
                ? text("catalogue.procedure.record.related.none")
                : procedure.related().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private String gap(String part) {
        var reason = procedure.gaps().get(part);
        return reason == null ? "" : reason.in(locale);
    }

    String audiences() {
        return names("catalogue.procedure.audience", procedure.audiences());
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
        return frame.text(key, args);
    }
}
