package vn.motcua.catalogue.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Offering.Case;
import vn.motcua.catalogue.Offering.Channel;
import vn.motcua.catalogue.Offering.Component;
import vn.motcua.catalogue.Procedure;
import vn.motcua.catalogue.Procedure.Fee;
import vn.motcua.form.Condition;
import vn.motcua.time.Limit;
import vn.motcua.web.Formats;
import vn.motcua.web.Frame;

/**
 * One case of a procedure in one language, as strings ready to print: its limits, fees and papers on one day, from the record
 * and nothing else.
 *
 * @param kase the case that applies, an {@code ALTERNATIVE} where the procedure has alternatives
 * @param answers what is known of the asker by the fields of the form; conditions of fees ask it
 */
public record CaseWords(Procedure procedure, Case kase, LocalDate day, Map<String, Object> answers, Frame frame) {

    /** The case that somebody asks for by its code; without one, or with an unknown one, the first to choose from. */
    public static CaseWords of(Procedure procedure, String code, LocalDate day, Frame frame) {
        var cases = alternatives(procedure);
        var chosen = cases.stream()
                .filter(kase -> kase.code().equals(code))
                .findFirst()
                .orElse(cases.getFirst());
        return new CaseWords(procedure, chosen, day, Map.of(), frame);
    }

    public CaseWords knowing(Map<String, Object> known) {
        return new CaseWords(procedure, kase, day, known, frame);
    }

    /** The cases among which an applicant chooses; all where the record has no alternatives, an empty one where it has none. */
    public static List<Case> alternatives(Procedure procedure) {
        if (procedure.cases().isEmpty()) {
            return List.of(new Case("", Case.Kind.ALTERNATIVE, procedure.name(), List.of(), List.of(), Map.of()));
        }
        var alternatives = procedure.cases().stream()
                .filter(kase -> kase.kind() == Case.Kind.ALTERNATIVE)
                .toList();
        return alternatives.isEmpty() ? procedure.cases() : alternatives;
    }

    /** The papers to hand in: those of the case, then those that every case has. */
    public List<Component> papers() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(kase),
                        procedure.cases().stream()
                                .filter(other -> other != kase
                                        && (other.kind() == Case.Kind.SECTION_SUBMIT
                                                || other.kind() == Case.Kind.SECTION_PRESENT)))
                .flatMap(part -> part.components().stream())
                .toList();
    }

    /** The ways of handing in, in the order of the record. */
    public List<Procedure.Channel> channels() {
        return procedure.channels();
    }

    public String channel(Channel channel) {
        return text("catalogue.procedure.channel." + channel);
    }

    public @Nullable Limit limitOn(Channel channel) {
        return kase.limits().get(channel);
    }

    public String limit(Channel channel) {
        var limit = limitOn(channel);
        return limit == null ? text("catalogue.procedure.time.unknown") : Formats.limit(frame.locale(), limit);
    }

    /** All limits of the case, each once. */
    public String limits() {
        var limits = procedure.channels().stream()
                .map(channel -> kase.limits().get(channel.channel()))
                .filter(Objects::nonNull)
                .distinct()
                .map(limit -> Formats.limit(frame.locale(), Objects.requireNonNull(limit)))
                .collect(Collectors.joining(", "));
        return limits.isEmpty() ? text("catalogue.procedure.time.unknown") : limits;
    }

    /** What is to pay on a way of handing in; several amounts stand side by side. */
    public String fee(Channel channel) {
        var amounts = fees(channel, fee -> fee.isValidOn(day)).stream()
                .map(fee -> Formats.money(frame.locale(), fee.amount()))
                .distinct()
                .collect(Collectors.joining(" + "));
        if (!amounts.isEmpty()) {
            return procedure.feesVary() ? text("catalogue.compare.fee.more", amounts) : amounts;
        }
        return text(procedure.feesVary() ? "catalogue.procedure.fee.varies" : "catalogue.procedure.fee.none");
    }

    /** What is to pay, by way of handing in where the ways differ. */
    public String fee() {
        var ways = procedure.channels().stream()
                .map(Procedure.Channel::channel)
                .distinct()
                .toList();
        if (ways.isEmpty()) {
            return text(procedure.feesVary() ? "catalogue.procedure.fee.varies" : "catalogue.procedure.fee.none");
        }
        return ways.stream().map(this::fee).distinct().count() == 1
                ? fee(ways.getFirst())
                : ways.stream().map(way -> channel(way) + ": " + fee(way)).collect(Collectors.joining("; "));
    }

    /** Until when an amount of today is in force, where the record names an end. */
    public List<String> feeEnds(Channel channel) {
        return fees(channel, fee -> fee.isValidOn(day) && fee.validTo() != null).stream()
                .map(fee -> text("catalogue.compare.fee.until", fee.amount(), Objects.requireNonNull(fee.validTo())))
                .distinct()
                .toList();
    }

    /** The amount that comes after today's, where the record knows it. */
    public List<String> feeComing(Channel channel) {
        return fees(channel, fee -> fee.validFrom().isAfter(day)).stream()
                .map(fee -> text("catalogue.compare.fee.from", fee.amount(), fee.validFrom()))
                .distinct()
                .toList();
    }

    private List<Fee> fees(Channel channel, Predicate<Fee> which) {
        return procedure.fees().stream()
                .filter(fee -> fee.isFor(kase.code(), channel))
                .filter(fee -> answers.isEmpty() || Condition.holds(fee.when(), answers, Map.of()))
                .filter(which)
                .toList();
    }

    /** How many originals and copies of a paper a set holds: "1 bản chính, 2 bản sao"; empty where the record does not say. */
    public String copies(Component paper) {
        var originals = paper.originals() == 0 ? "" : text("catalogue.checklist.originals", paper.originals());
        var copies = paper.copies() == 0 ? "" : text("catalogue.checklist.copies", paper.copies());
        return originals.isEmpty() || copies.isEmpty() ? originals + copies : originals + ", " + copies;
    }

    /** Whom a paper concerns, in a few words. */
    public String need(Component paper) {
        if (paper.required()) {
            return text(paper.when() == null ? "catalogue.procedure.paper.everyone" : "catalogue.procedure.paper.some");
        }
        return text("catalogue.procedure.paper.if-any");
    }

    public String name() {
        return kase.name().in(frame.locale());
    }

    /** The offering at an agency, the first where none is named; null where nobody offers it or only on its own portal. */
    public static @Nullable Offering chosen(List<Offering> offerings, String agency) {
        var here = offerings.stream()
                .filter(offering -> offering.hosting() != Offering.Hosting.AGENCY_PORTAL)
                .toList();
        return here.isEmpty() ? null : ProcedurePages.chosen(here, agency);
    }

    private String text(String key, Object... args) {
        return frame.text(key, args);
    }
}
