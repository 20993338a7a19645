package vn.motcua.catalogue.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Offering;
import vn.motcua.catalogue.Procedure;
import vn.motcua.shared.Text;

/** What the public API says about procedures and services; words in the language of the request. */
final class ProcedureShapes {

    private ProcedureShapes() {}

    record Page<T>(List<T> items, @Nullable String next) {

        /** One page of a list that is known whole. */
        static <T> Page<T> of(List<T> all, int from, int limit) {
            int to = Math.min(all.size(), from + limit);
            return new Page<>(
                    from >= all.size() ? List.of() : all.subList(from, to),
                    to < all.size() ? Parameters.cursor(to) : null);
        }
    }

    record Item(
            String code,
            String name,
            String field,
            String promulgatingAgency,
            int level,
            Offering.Digital digital,
            double score) {}

    record Service(
            String service,
            String procedure,
            String agency,
            String agencyName,
            int level,
            Offering.Digital digital,
            Offering.Hosting hosting,
            int assurance,
            boolean presence) {

        static Service of(Offering offering, Locale locale) {
            return new Service(
                    offering.id().toString(),
                    offering.procedure().value(),
                    offering.agency().value(),
                    offering.agencyName().in(locale),
                    offering.level(),
                    offering.digital(),
                    offering.hosting(),
                    offering.assurance(),
                    offering.presence());
        }
    }

    /** @param form JSON Schema 2020-12 of the answers */
    record WholeOffering(
            String service,
            int version,
            String name,
            String agencyName,
            int level,
            Offering.Digital digital,
            Offering.Hosting hosting,
            int assurance,
            boolean presence,
            List<Case> cases,
            @JsonRawValue String form,
            List<Offering.Way> deliveries) {

        static WholeOffering of(Offering offering, Locale locale) {
            return new WholeOffering(
                    offering.id().toString(),
                    offering.version(),
                    offering.name().in(locale),
                    offering.agencyName().in(locale),
                    offering.level(),
                    offering.digital(),
                    offering.hosting(),
                    offering.assurance(),
                    offering.presence(),
                    ProcedureShapes.cases(offering.cases(), locale),
                    offering.form().schema(),
                    offering.deliveries());
        }
    }

    record Case(
            String code,
            Offering.Case.Kind kind,
            String name,
            List<String> notes,
            Map<Offering.Channel, TimeLimit> limits,
            List<Component> components) {}

    record TimeLimit(int quantity, String unit) {}

    record Component(
            String code,
            String name,
            boolean required,
            boolean present,
            Offering.Source source,
            @Nullable String when,
            @Nullable String why,
            int originals,
            int copies,
            @Nullable String form,
            @Nullable String resultOf) {}

    static List<Case> cases(List<Offering.Case> cases, Locale locale) {
        return cases.stream()
                .map(kase -> new Case(
                        kase.code(),
                        kase.kind(),
                        kase.name().in(locale),
                        texts(kase.notes(), locale),
                        limits(kase),
                        kase.components().stream()
                                .map(paper -> component(paper, locale))
                                .toList()))
                .toList();
    }

    private static Map<Offering.Channel, TimeLimit> limits(Offering.Case kase) {
        var limits = new java.util.EnumMap<Offering.Channel, TimeLimit>(Offering.Channel.class);
        kase.limits()
                .forEach((channel, limit) -> limits.put(
                        channel, new TimeLimit(limit.quantity(), limit.unit().name())));
        return limits;
    }

    private static Component component(Offering.Component paper, Locale locale) {
        return new Component(
                paper.code(),
                paper.name().in(locale),
                paper.required(),
                paper.present(),
                paper.source(),
                paper.when(),
                paper.why() == null ? null : paper.why().in(locale),
                paper.originals(),
                paper.copies(),
                paper.form(),
                paper.resultOf());
    }

    record Fee(
            String kind,
            String name,
            List<Offering.Channel> channels,
            List<String> cases,
            long amountVnd,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis,
            @Nullable String when) {}

    record Channel(Offering.Channel channel, String todo) {}

    record Named(@Nullable String code, String name) {}

    record Step(String name, String description) {}

    record Decision(String number, @Nullable LocalDate date, String agency) {}

    record LegalText(String number, String title, @Nullable LocalDate date, String issuer) {}

    record Whole(
            String code,
            int version,
            String name,
            String everydayName,
            String summary,
            @Nullable Decision decision,
            Named promulgatingAgency,
            List<Procedure.Level> levels,
            Procedure.Kind type,
            Named field,
            List<Procedure.Audience> audiences,
            List<Step> steps,
            List<Channel> channels,
            int sets,
            List<Case> cases,
            List<String> executingAgencies,
            String authority,
            String receivingAddress,
            List<Fee> fees,
            String feeNote,
            List<Named> results,
            List<LegalText> legalBasis,
            String conditions,
            List<String> keywords,
            List<String> related,
            List<String> successors,
            Map<String, String> gaps,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            List<Service> services) {

        static Whole of(Procedure p, List<Offering> offerings, Locale locale) {
            var decision = p.decision();
            return new Whole(
                    p.code().value(),
                    p.version(),
                    p.name().in(locale),
                    p.everyday().in(locale),
                    p.summary().in(locale),
                    decision == null
                            ? null
                            : new Decision(
                                    decision.number(),
                                    decision.date(),
                                    decision.agency().value()),
                    new Named(
                            p.promulgatingAgency().value(),
                            p.promulgatingAgencyName().in(locale)),
                    p.levels(),
                    p.kind(),
                    new Named(p.field().code(), p.field().name().in(locale)),
                    p.audiences(),
                    p.steps().stream()
                            .map(step ->
                                    new Step(step.name().in(locale), step.text().in(locale)))
                            .toList(),
                    p.channels().stream()
                            .map(c -> new Channel(c.channel(), c.todo().in(locale)))
                            .toList(),
                    p.sets(),
                    ProcedureShapes.cases(p.cases(), locale),
                    texts(p.executing(), locale),
                    p.authority().in(locale),
                    p.receiving().in(locale),
                    p.fees().stream().map(fee -> fee(fee, locale)).toList(),
                    p.feeNote().in(locale),
                    p.results().stream()
                            .map(result ->
                                    new Named(result.code(), result.name().in(locale)))
                            .toList(),
                    p.legalBasis().stream()
                            .map(law -> new LegalText(
                                    law.number(),
                                    law.title().in(locale),
                                    law.date(),
                                    law.issuer().name().in(locale)))
                            .toList(),
                    p.conditions().in(locale),
                    p.keywords(),
                    p.related().stream().map(Object::toString).toList(),
                    p.successors().stream().map(Object::toString).toList(),
                    ProcedureShapes.gaps(p, locale),
                    p.effectiveFrom(),
                    p.effectiveTo(),
                    offerings.stream().map(o -> Service.of(o, locale)).toList());
        }
    }

    private static Fee fee(Procedure.Fee fee, Locale locale) {
        return new Fee(
                fee.kind(),
                fee.name().in(locale),
                fee.channels(),
                fee.cases(),
                fee.amount().amount(),
                fee.validFrom(),
                fee.validTo(),
                fee.basis(),
                fee.when());
    }

    private static List<String> texts(List<Text> texts, Locale locale) {
        return texts.stream().map(text -> text.in(locale)).toList();
    }

    private static Map<String, String> gaps(Procedure procedure, Locale locale) {
        var gaps = new java.util.TreeMap<String, String>();
        procedure.gaps().forEach((part, reason) -> gaps.put(part, reason.in(locale)));
        return gaps;
    }
}
