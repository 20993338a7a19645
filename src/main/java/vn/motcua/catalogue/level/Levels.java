package vn.motcua.catalogue.level;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.catalogue.Offering.Digital;
import vn.motcua.catalogue.Offerings;
import vn.motcua.catalogue.ProcedureLine;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.ServiceFormat;
import vn.motcua.identity.Official;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ProcedureCode;

/** The level of every service with the decision that set it; what was decided is added to, never changed. */
@Repository
public class Levels {

    private final Procedures procedures;
    private final Offerings offerings;
    private final JdbcClient sql;
    private final Deciding deciding;

    Levels(Procedures procedures, Offerings offerings, JdbcClient sql, Deciding deciding) {
        this.procedures = procedures;
        this.offerings = offerings;
        this.sql = sql;
        this.deciding = deciding;
    }

    /** What one decision takes: its time, its transaction, its event. */
    @org.springframework.stereotype.Component
    static class Deciding {
        private final InstantSource clock;
        private final TransactionTemplate transaction;
        private final Journal journal;

        Deciding(InstantSource clock, TransactionTemplate transaction, Journal journal) {
            this.clock = clock;
            this.transaction = transaction;
            this.journal = journal;
        }
    }

    /**
     * A level from a day on.
     *
     * @param number 0 for what the folder ships, else the decision's place: 1, 2, 3 …
     * @param decision null for what the folder ships: nobody decided it yet
     * @param criteria the codes that were ticked
     */
    public record Standing(
            int number,
            int level,
            Digital digital,
            @Nullable Decision decision,
            LocalDate since,
            List<String> criteria,
            UpgradeRule.@Nullable Figures figures) {}

    /** @param number as in {@code 1025/QĐ-BCA} */
    public record Decision(String number, LocalDate date) {}

    /** Every level of the procedure, the latest first; only what a folder ships where nobody decided. */
    public List<Standing> history(ProcedureLine line) {
        var history = new ArrayList<>(sql.sql("""
                        select * from catalogue.level_decision where procedure = ? order by number desc
                        """)
                .param(line.code().value())
                .query((row, n) -> standing(row))
                .list());
        history.add(shipped(line));
        return history;
    }

    /** The level in force today: that of the last decision whose day has come. */
    public Standing current(ProcedureLine line) {
        return current(history(line));
    }

    /** The one in force today of a history that has the latest first. */
    public Standing current(List<Standing> history) {
        var today = procedures.today();
        return history.stream()
                .filter(standing ->
                        standing.decision() == null || !standing.since().isAfter(today))
                .findFirst()
                .orElseThrow();
    }

    private Standing shipped(ProcedureLine line) {
        var offered = offerings.of(line.code());
        return new Standing(
                0,
                offered.isEmpty() ? 1 : offered.getFirst().level(),
                offered.isEmpty() ? Digital.INFORMATION : offered.getFirst().digital(),
                null,
                line.effectiveFrom(),
                List.of(),
                null);
    }

    /** The procedures in force that somebody serves online or for which somebody decided a level, by code. */
    public List<ProcedureLine> services() {
        Set<String> decided =
                sql.sql("select distinct procedure from catalogue.level_decision").query(String.class).list().stream()
                        .collect(Collectors.toSet());
        return procedures.all().stream()
                .filter(line -> decided.contains(line.code().value()) || offerings.isOffered(line.code()))
                .toList();
    }

    /** A procedure in force today. */
    public Optional<ProcedureLine> line(ProcedureCode code) {
        return procedures.line(code, procedures.today());
    }

    /**
     * Adds a decision and its event. Refuses an official without the duty or of an agency that does not promulgate the
     * procedure, a level 4 without every criterion, a step up to 4 against the {@link UpgradeRule}, dates out of order.
     */
    public Standing decide(Official official, ProcedureCode code, Standing wish) {
        if (!official.is(Official.Duty.CATALOGUE_ADMIN)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.levels.no-duty");
        }
        var line = line(code).orElseThrow(() -> Problem.notFound("catalogue.procedure.unknown", code.value()));
        if (!official.covers(line.promulgatingAgency())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "catalogue.levels.not-yours", line.promulgatingAgencyName());
        }
        return java.util.Objects.requireNonNull(deciding.transaction.execute(status -> {
            sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 4714))")
                    .param(code.value())
                    .query()
                    .listOfRows();
            var history = history(line);
            refuseWrong(wish, history.getFirst());
            var next = numbered(wish, history.getFirst().number() + 1);
            insert(official, code, next);
            return next;
        }));
    }

    private void refuseWrong(Standing wish, Standing before) {
        var decision = java.util.Objects.requireNonNull(wish.decision());
        var mistakes = new ArrayList<Problem.Mistake>();
        if (decision.date().isAfter(procedures.today())) {
            mistakes.add(Problem.Mistake.of("decided", "catalogue.levels.decided.future"));
        }
        if (before.decision() != null && wish.since().isBefore(before.since())) {
            mistakes.add(Problem.Mistake.of("since", "catalogue.levels.since.before", before.since()));
        }
        boolean met = wish.criteria().containsAll(Criteria.SHIPPED.codes());
        if (wish.level() == 4 && !met) {
            mistakes.add(Problem.Mistake.of("criteria", "catalogue.levels.criteria.open"));
        }
        if (wish.level() == 4 && before.level() < 4 && !UpgradeRule.allows(wish.figures(), true)) {
            mistakes.add(
                    wish.figures() == null || wish.figures().all() == 0
                            ? Problem.Mistake.of("dossiers", "catalogue.levels.figures.missing")
                            : Problem.Mistake.of(
                                    "online",
                                    "catalogue.levels.figures.low",
                                    wish.figures().online(),
                                    wish.figures().all()));
        }
        if (!mistakes.isEmpty()) {
            throw Problem.invalid(mistakes);
        }
    }

    private static Standing numbered(Standing wish, int number) {
        return new Standing(
                number, wish.level(), wish.digital(), wish.decision(), wish.since(), wish.criteria(), wish.figures());
    }

    private void insert(Official official, ProcedureCode code, Standing next) {
        var decision = java.util.Objects.requireNonNull(next.decision());
        var figures = next.figures();
        sql.sql("""
                insert into catalogue.level_decision (procedure, number, level, digital, decision, decided_on, since,
                    criteria, year, online, dossiers, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(code.value())
                .param(next.number())
                .param(next.level())
                .param(next.digital().name())
                .param(decision.number())
                .param(decision.date())
                .param(next.since())
                .param(next.criteria().toArray(String[]::new))
                .param(figures == null ? null : figures.year())
                .param(figures == null ? null : figures.online())
                .param(figures == null ? null : figures.all())
                .param(official.id().value())
                .param(OffsetDateTime.ofInstant(deciding.clock.instant(), ZoneOffset.UTC))
                .update();
        deciding.journal.append(new Entry(
                "level/" + code,
                next.number(),
                "catalogue.LevelDecided",
                1,
                official.id(),
                null,
                ServiceFormat.JSON.writeValueAsString(Map.of(
                        "procedure", code.value(),
                        "level", next.level(),
                        "digital", next.digital().name(),
                        "decision", decision.number(),
                        "since", next.since().toString(),
                        "criteria", next.criteria())),
                Map.of()));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Array criteria = row.getArray("criteria");
        int year = row.getInt("year");
        boolean measured = !row.wasNull();
        return new Standing(
                row.getInt("number"),
                row.getInt("level"),
                Digital.valueOf(row.getString("digital")),
                new Decision(row.getString("decision"), row.getObject("decided_on", LocalDate.class)),
                row.getObject("since", LocalDate.class),
                List.of((String[]) criteria.getArray()),
                measured ? new UpgradeRule.Figures(year, row.getLong("online"), row.getLong("dossiers")) : null);
    }
}
