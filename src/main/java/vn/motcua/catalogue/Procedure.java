package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.form.Condition;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;
import vn.motcua.shared.Vnd;

/**
 * One version of an administrative procedure: every part that the national database asks for (domain rules §1.2). It is in
 * force from {@code effectiveFrom} until {@code effectiveTo}, the first day on which it is not, null while no end is known.
 *
 * @param name the official name; {@code everyday} what people call it; {@code summary} one sentence
 * @param lifeEvents empty where it belongs to none
 * @param decision the promulgating decision; a part that our sources do not give is null and explained in {@code gaps}
 * @param sets how many sets of papers are handed in
 * @param feesVary whether there is more to pay than {@code fees} can list, because the amount depends on the place or the matter
 * @param feeNote the fees in one sentence, also why there are none
 * @param successors what replaced it when it was abolished
 * @param gaps mandatory parts that are missing, with the reason, by name ({@code decision}, {@code results.code})
 */
public record Procedure(
        ProcedureCode code,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Text name,
        Text everyday,
        Text summary,
        List<String> keywords,
        @Nullable Decision decision,
        AgencyCode promulgatingAgency,
        Text promulgatingAgencyName,
        List<Level> levels,
        Kind kind,
        Field field,
        List<Audience> audiences,
        List<LifeEvent> lifeEvents,
        Text authority,
        List<Text> executing,
        Text receiving,
        List<Step> steps,
        List<Channel> channels,
        int sets,
        List<Offering.Case> cases,
        List<Fee> fees,
        boolean feesVary,
        Text feeNote,
        List<Result> results,
        List<LegalText> legalBasis,
        Text conditions,
        List<ProcedureCode> related,
        List<ProcedureCode> successors,
        Map<String, Text> gaps) {

    /** @param agency who promulgated it, by code */
    public record Decision(String number, @Nullable LocalDate date, AgencyCode agency) {}

    /** Cấp thực hiện. */
    public enum Level {
        MINISTRY,
        PROVINCE,
        COMMUNE,
        OTHER
    }

    /** Loại thủ tục. */
    public enum Kind {
        ASSIGNED_REGULATION,
        LOCAL_REGULATION,
        OTHER
    }

    /** Đối tượng thực hiện. */
    public enum Audience {
        CITIZEN,
        FOREIGNER,
        OVERSEAS_VIETNAMESE,
        ENTERPRISE,
        FOREIGN_INVESTED_ENTERPRISE,
        ORGANISATION,
        FOREIGN_ORGANISATION,
        COOPERATIVE,
        OFFICIAL
    }

    /** What happens in a life or a company when one needs it. */
    public enum LifeEvent {
        BIRTH,
        STUDY,
        MARRIAGE,
        RESIDENCE,
        IDENTITY,
        VEHICLE,
        HOME,
        BUILDING,
        WORK,
        HEALTH,
        RETIREMENT,
        DEATH,
        ABROAD,
        JUSTICE,
        BUSINESS_START,
        BUSINESS_CHANGE,
        PRODUCT,
        TRADE,
        TAX,
        ELECTRICITY,
        BUSINESS_CLOSE
    }

    /** Lĩnh vực; {@code code} as in {@code G02-CT19}, null where our sources do not give it. */
    public record Field(@Nullable String code, Text name) {}

    public record Step(Text name, Text text) {}

    /** A way to hand in, with what the applicant must do on it. Its time limits stand in the cases. */
    public record Channel(Offering.Channel channel, Text todo) {}

    /**
     * An amount to pay, valid on the days from {@code validFrom} up to and including {@code validTo} (null: no end known).
     *
     * @param kind PHI (for a service), LE_PHI (a charge) or OTHER
     * @param channels the ways of handing in to which it applies
     * @param cases the codes of the cases to which it applies; empty for all
     * @param when a CEL condition over {@code answers}; null = always
     * @param basis the number of the legal text; empty where the source names none
     */
    public record Fee(
            String kind,
            Text name,
            List<Offering.Channel> channels,
            List<String> cases,
            @Nullable String when,
            Vnd amount,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis,
            Text why) {

        public Fee {
            channels = List.copyOf(channels);
            cases = cases == null ? List.of() : List.copyOf(cases);
            if (amount.amount() < 0) {
                throw new IllegalArgumentException("A fee is not negative: " + amount);
            }
            if (validTo != null && validTo.isBefore(validFrom)) {
                throw new IllegalArgumentException("A fee ends before it begins: " + validFrom + " to " + validTo);
            }
            if (when != null) {
                Condition.of(when);
            }
        }

        /** Whether it is asked for in this case on this way of handing in. */
        public boolean isFor(String kase, Offering.Channel channel) {
            return channels.contains(channel) && (cases.isEmpty() || cases.contains(kase));
        }

        public boolean isValidOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }

    /** @param code the national code of the result, {@code KQ.G01.000185} */
    public record Result(@Nullable String code, Text name) {}

    /** A legal text, by its number; {@code title} as the text is called, {@code date} where our sources give it. */
    public record LegalText(
            String number, Text title, @Nullable LocalDate date, AgencyOrBody issuer) {}

    /** Who issued a legal text; not every body has an agency's code. */
    public record AgencyOrBody(@Nullable AgencyCode code, Text name) {}

    public Procedure {
        keywords = List.copyOf(keywords);
        levels = List.copyOf(levels);
        audiences = List.copyOf(audiences);
        lifeEvents = lifeEvents == null ? List.of() : List.copyOf(lifeEvents); // older versions say nothing of it
        executing = List.copyOf(executing);
        steps = List.copyOf(steps);
        channels = List.copyOf(channels);
        cases = List.copyOf(cases);
        fees = List.copyOf(fees);
        results = List.copyOf(results);
        legalBasis = List.copyOf(legalBasis);
        related = List.copyOf(related);
        successors = successors == null ? List.of() : List.copyOf(successors); // nor of this
        gaps = Map.copyOf(gaps);
    }

    /** The same version with another end. */
    Procedure until(LocalDate end) {
        return with(version, end);
    }

    /** The same record under another number. */
    Procedure numbered(int number) {
        return with(number, effectiveTo);
    }

    /** The same record with other explanations of what is missing in it. */
    public Procedure explained(Map<String, Text> gaps) {
        return with(version, effectiveTo, gaps);
    }

    private Procedure with(int number, @Nullable LocalDate end) {
        return with(number, end, gaps);
    }

    private Procedure with(int number, @Nullable LocalDate end, Map<String, Text> gaps) {
        return new Procedure(
                code,
                number,
                effectiveFrom,
                end,
                name,
                everyday,
                summary,
                keywords,
                decision,
                promulgatingAgency,
                promulgatingAgencyName,
                levels,
                kind,
                field,
                audiences,
                lifeEvents,
                authority,
                executing,
                receiving,
                steps,
                channels,
                sets,
                cases,
                fees,
                feesVary,
                feeNote,
                results,
                legalBasis,
                conditions,
                related,
                successors,
                gaps);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || day.isBefore(effectiveTo));
    }
}
