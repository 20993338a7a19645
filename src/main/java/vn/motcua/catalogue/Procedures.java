package vn.motcua.catalogue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/** The catalogue of procedures, in versions that never change. Held in memory. */
@Repository
public class Procedures {

    private final Published published;
    private final InstantSource clock;

    Procedures(Published published, InstantSource clock) {
        this.published = published;
        this.clock = clock;
    }

    /** Today in Asia/Ho_Chi_Minh. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
    }

    /** Every procedure in force today, by code. */
    public List<Procedure> all() {
        var today = today();
        var catalogue = published.catalogue();
        return catalogue.codes().stream()
                .flatMap(code -> catalogue.procedure(code, today).stream())
                .toList();
    }

    /** What happens in a life or a company, and leads to at least one procedure in force today. */
    public List<Procedure.LifeEvent> lifeEvents() {
        return all().stream()
                .flatMap(procedure -> procedure.lifeEvents().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The version in force on the day; empty before the first and after the last. */
    public Optional<Procedure> find(ProcedureCode code, LocalDate day) {
        return published.catalogue().procedure(code, day);
    }

    /** All versions, the oldest effect first; empty for an unknown code. */
    public List<Procedure> versions(ProcedureCode code) {
        return published.catalogue().versions(code);
    }
}
