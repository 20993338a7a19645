package vn.motcua.catalogue.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.web.ProcedurePage.Said;
import vn.motcua.time.WorkingTime;
import vn.motcua.web.Frame;

/**
 * The procedure pages, ready as bytes: what stands between header and footer is the same for everybody, so it is printed
 * once per version, language and choice, and again each minute, because the estimated day moves with the clock.
 */
@Component
class ProcedurePages {

    /** More than people look at within a minute, agencies and languages included; then it starts over. */
    private static final long MAX_KEPT_BYTES = 32 << 20;

    private final Offerings offerings;
    private final Procedures procedures;
    private final WorkingTime workingTime;
    private final InstantSource clock;
    private final Beside beside;
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
    private final Map<Key, Printed> kept = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    ProcedurePages(
            Offerings offerings, Procedures procedures, WorkingTime workingTime, InstantSource clock, Beside beside) {
        this.offerings = offerings;
        this.procedures = procedures;
        this.workingTime = workingTime;
        this.clock = clock;
        this.beside = beside;
    }

    /** Which page: agency and case as chosen in the start box, empty for none. */
    record Choice(ProcedureLine line, LocalDate day, String agency, String kase) {}

    private record Key(String code, int version, LocalDate day, String language, String agency, String kase) {}

    /** @param of the version from which it was printed: a newly read catalogue holds other objects */
    private record Printed(ProcedureLine of, long minute, ProcedureBody body) {}

    ProcedureBody body(Choice choice, Frame frame) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        var key = new Key(
                choice.line().code().value(),
                choice.line().version(),
                choice.day(),
                frame.locale().getLanguage(),
                choice.agency(),
                choice.kase());
        var printed = kept.get(key);
        if (printed == null || printed.minute() != minute || printed.of() != choice.line()) {
            printed = new Printed(choice.line(), minute, print(page(choice, frame), frame));
            if (bytes.addAndGet(printed.body().html().length) > MAX_KEPT_BYTES) {
                kept.clear();
                bytes.set(printed.body().html().length);
            }
            var before = kept.put(key, printed);
            bytes.addAndGet(before == null ? 0 : -before.body().html().length);
        }
        return printed.body();
    }

    private ProcedureBody print(ProcedurePage page, Frame frame) {
        var html = new Utf8ByteOutput();
        engine.render("catalogue/procedure-body.jte", Map.of("frame", frame, "page", page), html);
        var bytes = new ByteArrayOutputStream(html.getContentLength());
        try {
            html.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProcedureBody(page.name().text(), bytes.toByteArray());
    }

    ProcedurePage page(Choice choice, Frame frame) {
        var procedure = procedures.whole(choice.line());
        var locale = frame.locale();
        var facts = new ProcedureFacts(procedure, choice.day(), frame);
        var current = procedures
                .line(procedure.code(), procedures.today())
                .filter(now -> now == choice.line())
                .isPresent();
        return new ProcedurePage(
                procedure.code().value(),
                new Said(procedure.name().in(locale), procedure.name().otherThan(locale)),
                frame.vietnamese() || !facts.isTranslated()
                        ? ""
                        : procedure.name().vi(),
                lead(procedure, facts, frame),
                new Said(
                        procedure.field().name().in(locale),
                        procedure.field().name().otherThan(locale)),
                procedure.promulgatingAgencyName().in(locale),
                current ? "" : notNow(choice, frame),
                current ? List.of() : successors(procedure, frame),
                facts.isTranslated(),
                facts.facts(),
                frame.text("catalogue.procedure.papers.sets", procedure.sets()),
                facts.papers(),
                facts.ways(),
                facts.feeNotes(),
                facts.steps(),
                facts.laws(),
                facts.record(),
                versions(choice.line(), frame),
                current ? beside.guides(procedure, frame) : List.of(),
                beside.questions(procedure, frame),
                beside.province(procedure, choice.agency(), choice.day(), frame),
                current
                        ? StartBox.of(offerings.of(procedure.code()), choice, workingTime, clock.instant(), frame)
                        : null);
    }

    /** What people call it, where somebody wrote that down, and for whom it is. */
    private static String lead(Procedure procedure, ProcedureFacts facts, Frame frame) {
        var locale = frame.locale();
        return procedure.everyday().vi().isBlank()
                ? frame.text("catalogue.procedure.lead.plain", facts.audiences())
                : frame.text(
                        "catalogue.procedure.lead",
                        procedure.everyday().in(locale),
                        facts.audiences(),
                        procedure.summary().in(locale));
    }

    private String notNow(Choice choice, Frame frame) {
        var line = choice.line();
        var today = procedures.today();
        if (line.effectiveFrom().isAfter(today)) {
            return frame.text("catalogue.procedure.not-yet", line.effectiveFrom());
        }
        var ended = line.effectiveTo() != null
                && procedures.line(line.code(), today).isEmpty();
        return ended
                ? frame.text("catalogue.procedure.ended", line.effectiveTo())
                : frame.text("catalogue.procedure.not-now", choice.day());
    }

    private List<ProcedurePage.Link> successors(Procedure procedure, Frame frame) {
        return procedures.successors(procedure.code()).stream()
                .map(next ->
                        new ProcedurePage.Link(next.name().in(frame.locale()), "/procedures/" + next.code(), false))
                .toList();
    }

    private List<ProcedurePage.Link> versions(ProcedureLine shown, Frame frame) {
        return procedures.versions(shown.code()).stream()
                .filter(version -> !version.isEnd())
                .map(version -> new ProcedurePage.Link(
                        version.effectiveTo() == null
                                ? frame.text("catalogue.procedure.version.open", version.effectiveFrom())
                                : frame.text(
                                        "catalogue.procedure.version.closed",
                                        version.effectiveFrom(),
                                        version.effectiveTo().minusDays(1)),
                        "/procedures/" + shown.code() + "?at=" + version.effectiveFrom(),
                        version == shown))
                .toList()
                .reversed();
    }

    /** The offering that the start box shows first; null where nobody offers it. */
    static Offering chosen(List<Offering> offerings, String agency) {
        return offerings.stream()
                .filter(offering -> offering.agency().value().equals(agency))
                .findFirst()
                .orElse(offerings.getFirst());
    }
}
