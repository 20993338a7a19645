package vn.motcua.catalogue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/** The catalogue of procedures, in versions that never change: their lines in memory, their records when asked for. */
@Repository
public class Procedures {

    private final Published published;
    private final InstantSource clock;
    private volatile @Nullable Day last;

    Procedures(Published published, InstantSource clock) {
        this.published = published;
        this.clock = clock;
    }

    /** @param known the last version of every procedure, also of those that ended or are to come */
    private record Day(
            Catalogue catalogue,
            LocalDate day,
            List<ProcedureLine> known,
            List<ProcedureLine> lines,
            List<Procedure.LifeEvent> lifeEvents) {

        static Day of(Catalogue catalogue, LocalDate day) {
            var known = catalogue.codes().stream()
                    .map(code -> catalogue.versions(code).getLast())
                    .toList();
            var lines = catalogue.codes().stream()
                    .flatMap(code -> catalogue.line(code, day).stream())
                    .toList();
            var events = lines.stream()
                    .flatMap(line -> line.lifeEvents().stream())
                    .distinct()
                    .sorted()
                    .toList();
            return new Day(catalogue, day, known, lines, events);
        }
    }

    /** Today in Asia/Ho_Chi_Minh. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
    }

    /** Every procedure in force today, by code. */
    public List<ProcedureLine> all() {
        return day().lines();
    }

    /** The last version of every procedure that was ever published; the same list until there is a new edition. */
    public List<ProcedureLine> known() {
        return day().known();
    }

    /** What happens in a life or a company, and leads to at least one procedure in force today. */
    public List<Procedure.LifeEvent> lifeEvents() {
        return day().lifeEvents();
    }

    private Day day() {
        var catalogue = published.catalogue();
        var today = today();
        var known = last;
        if (known == null || known.catalogue() != catalogue || !known.day().equals(today)) {
            known = Day.of(catalogue, today);
            last = known;
        }
        return known;
    }

    /** The line of the version in force on the day; empty before the first and after the last. */
    public Optional<ProcedureLine> line(ProcedureCode code, LocalDate day) {
        return published.catalogue().line(code, day);
    }

    /**
     * The version that a person is shown who asks today: the one in force, else the next to come, else the last there was,
     * because a procedure that ended stays where people look for it. Empty for an unknown code.
     */
    public Optional<ProcedureLine> shown(ProcedureCode code) {
        var today = today();
        var now = line(code, today);
        if (now.isPresent()) {
            return now;
        }
        var real = versions(code).stream().filter(line -> !line.isEnd()).toList();
        return real.stream()
                .filter(line -> line.effectiveFrom().isAfter(today))
                .findFirst()
                .or(() -> real.reversed().stream().findFirst());
    }

    /** What replaced the procedure when it ended; empty while it is in force and where nothing did. */
    public List<ProcedureLine> successors(ProcedureCode code) {
        var end = versions(code).isEmpty() ? null : versions(code).getLast();
        return end == null || end.isInForceOn(today())
                ? List.of()
                : end.successors().stream()
                        .flatMap(next -> shown(next).stream())
                        .toList();
    }

    /** The version in force on the day, whole; empty before the first and after the last. */
    public Optional<Procedure> find(ProcedureCode code, LocalDate day) {
        return line(code, day).map(this::whole);
    }

    /** The record of a line. */
    public Procedure whole(ProcedureLine line) {
        return published.whole(line);
    }

    /** All versions, the oldest effect first; empty for an unknown code. */
    public List<ProcedureLine> versions(ProcedureCode code) {
        return published.catalogue().versions(code);
    }
}
