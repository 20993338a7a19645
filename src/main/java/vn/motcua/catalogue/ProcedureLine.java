package vn.motcua.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;

/**
 * One version of a procedure as lists and search know it. All lines are held in memory; the whole record is read when
 * somebody asks for it ({@link Procedures#find}).
 *
 * @param everyday empty in Vietnamese where nobody wrote what people call it, {@code summary} likewise
 * @param effectiveTo the first day on which it is not in force any more, null while no end is known
 * @param successors what replaced it when it was abolished
 */
public record ProcedureLine(
        ProcedureCode code,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        Text name,
        Text everyday,
        Text summary,
        List<String> keywords,
        Procedure.Field field,
        List<Procedure.Level> levels,
        List<Procedure.Audience> audiences,
        List<Procedure.LifeEvent> lifeEvents,
        AgencyCode promulgatingAgency,
        Text promulgatingAgencyName,
        List<Offering.Channel> channels,
        List<Text> results,
        List<ProcedureCode> successors) {

    public ProcedureLine {
        keywords = List.copyOf(keywords);
        levels = List.copyOf(levels);
        audiences = List.copyOf(audiences);
        lifeEvents = lifeEvents == null ? List.of() : List.copyOf(lifeEvents); // older versions say nothing of it
        channels = channels.stream().distinct().toList();
        results = List.copyOf(results);
        successors = successors == null ? List.of() : List.copyOf(successors);
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || day.isBefore(effectiveTo));
    }

    /** Whether it is a version that only says that there is none any more. */
    public boolean isEnd() {
        return effectiveTo != null && !effectiveTo.isAfter(effectiveFrom);
    }

    /** The same version with another end. */
    ProcedureLine until(LocalDate end) {
        return new ProcedureLine(
                code,
                version,
                effectiveFrom,
                end,
                name,
                everyday,
                summary,
                keywords,
                field,
                levels,
                audiences,
                lifeEvents,
                promulgatingAgency,
                promulgatingAgencyName,
                channels,
                results,
                successors);
    }
}
