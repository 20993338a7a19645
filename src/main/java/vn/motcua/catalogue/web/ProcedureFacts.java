package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Case;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.web.ProcedurePage.Law;
import vn.motcua.catalogue.web.ProcedurePage.Line;
import vn.motcua.catalogue.web.ProcedurePage.Paper;
import vn.motcua.catalogue.web.ProcedurePage.Said;
import vn.motcua.catalogue.web.ProcedurePage.Section;
import vn.motcua.catalogue.web.ProcedurePage.Step;
import vn.motcua.catalogue.web.ProcedurePage.Way;
import vn.motcua.shared.Text;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;
import vn.motcua.web.Prose;

/** The parts of a procedure's record in one language, as strings ready to print; money as of one day. */
final class ProcedureFacts {

    /** A longer text stands below, not in the table. */
    private static final int MAX_NOTE = 240;

    /** A longer name of a paper is a text of its own, which folds. */
    private static final int MAX_PAPER = 200;

    private final Procedure procedure;
    private final LocalDate day;
    private final Frame frame;
    private final Locale locale;
    private final boolean translated;

    ProcedureFacts(Procedure procedure, LocalDate day, Frame frame) {
        this.procedure = procedure;
        this.day = day;
        this.frame = frame;
        this.locale = frame.locale();
        this.translated = procedure.name().otherThan(locale) == null;
    }

    /** Time, money, result, papers: the four answers under the name. */
    List<Line> facts() {
        var result = procedure.results().isEmpty()
                ? new Said(text("catalogue.procedure.result.none"), null)
                : said(procedure.results().getFirst().name());
        var note = said(procedure.feeNote());
        boolean brief = note.text().length() <= MAX_NOTE;
        return List.of(
                new Line(text("catalogue.procedure.time"), limits(), text("catalogue.procedure.time.note"), null),
                new Line(
                        text("catalogue.procedure.fee"),
                        fee(),
                        brief ? note.text() : text("catalogue.procedure.fee.below"),
                        brief ? note.lang() : null),
                new Line(
                        text("catalogue.procedure.result"),
                        result.text(),
                        text("catalogue.procedure.result.note"),
                        result.lang()),
                new Line(
                        text("catalogue.procedure.need"), papersNeeded(), text("catalogue.procedure.need.note"), null));
    }

    private Said said(Text text) {
        return new Said(text.in(locale), text.otherThan(locale));
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
        var papers = first().papers();
        long least = papers.stream()
                .filter(paper -> paper.required() && paper.when() == null)
                .count();
        return least == papers.size()
                ? text("catalogue.procedure.need.exactly", least)
                : text("catalogue.procedure.need.between", least, papers.size());
    }

    /** The first case that one chooses, with the parts that hold for all. */
    private CaseWords first() {
        return CaseWords.of(procedure, "", day, frame);
    }

    private CaseWords words(Case kase) {
        return new CaseWords(procedure, kase, day, Map.of(), frame);
    }

    /** In the first case, on the first way of handing in. */
    String fee() {
        return procedure.channels().isEmpty()
                ? first().fee()
                : first().fee(procedure.channels().getFirst().channel());
    }

    List<Section> papers() {
        boolean only = procedure.cases().size() == 1;
        return procedure.cases().stream()
                .map(kase -> new Section(
                        only ? new Said("", null) : said(kase.name()),
                        kase.components().stream()
                                .map(paper -> paper(paper, words(kase)))
                                .toList(),
                        kase.notes().stream().map(this::said).toList()))
                .toList();
    }

    private Paper paper(Offering.Component paper, CaseWords words) {
        var name = said(paper.name());
        boolean brief = name.text().length() <= MAX_PAPER;
        return new Paper(
                brief ? name : new Said(beginning(name.text()), name.lang()),
                brief ? "" : name.text(),
                paper.why() == null ? new Said("", null) : said(paper.why()),
                words.need(paper));
    }

    /** As far as a person reads in one breath, at the end of a word. */
    private static String beginning(String text) {
        int end = text.lastIndexOf(' ', MAX_PAPER / 2);
        return text.substring(0, end < 0 ? MAX_PAPER / 2 : end).replaceFirst("[,;:.]$", "") + " …";
    }

    /** One row for each way, or for each case of it where time or money differ. */
    List<Way> ways() {
        var cases = procedure.cases().stream()
                .filter(kase -> kase.kind() != Case.Kind.NOTE)
                .toList();
        var ways = new ArrayList<Way>();
        for (var channel : procedure.channels()) {
            var rows = cases.stream().map(kase -> way(channel, kase)).toList();
            boolean same = rows.stream()
                            .map(row -> row.limit() + "|" + row.fee())
                            .distinct()
                            .count()
                    <= 1;
            rows.stream()
                    .limit(same ? 1 : rows.size())
                    .map(row -> same
                            ? named(row, new Said(text("catalogue.procedure.channel." + channel.channel()), null))
                            : row)
                    .forEach(ways::add);
        }
        return ways;
    }

    private static Way named(Way way, Said name) {
        return new Way(name, way.limit(), way.fee(), way.todo(), way.lang(), way.folded());
    }

    private Way way(Procedure.Channel channel, Case kase) {
        var words = words(kase);
        var todo = said(channel.todo());
        return new Way(
                new Said(
                        words.channel(channel.channel()) + " · " + words.name(),
                        kase.name().otherThan(locale)),
                words.limit(channel.channel()),
                words.fee(channel.channel()),
                Prose.of(todo.text()),
                todo.lang(),
                todo.text().length() > MAX_NOTE);
    }

    /** Every amount that applied or will apply on other days than today, and what law says so. */
    List<Said> feeNotes() {
        var notes = procedure.fees().stream()
                .filter(fee -> !fee.isValidOn(day) || fee.validTo() != null)
                .map(fee -> said(fee.why()))
                .distinct();
        var longNote = procedure.feeNote().in(locale).length() > MAX_NOTE;
        return (longNote ? Stream.concat(Stream.of(said(procedure.feeNote())), notes) : notes).toList();
    }

    List<Step> steps() {
        return procedure.steps().stream()
                .map(step -> new Step(
                        step.name().in(locale),
                        Prose.of(step.text().in(locale)),
                        step.text().otherThan(locale)))
                .toList();
    }

    List<Law> laws() {
        return procedure.legalBasis().stream()
                .map(law -> new Law(
                        law.number(),
                        said(law.title()),
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
        return new Line(text(label), value, "", lang(value));
    }

    /** Values of the record are the law's own words where the record has them in Vietnamese only. */
    private @Nullable String lang(String value) {
        return translated || value.isEmpty() ? null : procedure.name().otherThan(locale);
    }

    /** Whether the record is in the language of the page. */
    boolean isTranslated() {
        return translated;
    }

    private String text(String key, Object... args) {
        return frame.text(key, args);
    }
}
