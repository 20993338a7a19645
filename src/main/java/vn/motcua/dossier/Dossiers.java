package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Offering.Way;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ServiceId;

/** Every dossier there is, and the only way to move one. */
@Repository
public class Dossiers {

    /** An event with the words that go with it, by name, for the journal's erasable secrets. */
    record Told(DossierEvent event, Map<String, String> words) {
        static Told of(DossierEvent event) {
            return new Told(event, Map.of());
        }
    }

    /** The beginning of an act that races with nobody: a reader of the journal, a job. */
    static final Instant NO_RACE = Instant.MAX;

    private final JdbcClient sql;
    private final Journal journal;
    private final InstantSource clock;

    Dossiers(JdbcClient sql, Journal journal, InstantSource clock) {
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    public Optional<Dossier> find(DossierCode code) {
        return sql.sql("select * from dossier.dossier where code = :code")
                .param("code", code.value())
                .query(Dossiers::row)
                .optional();
    }

    /** Those of one applicant, newest first. Somebody else's look like none. */
    public Mine of(PersonId person) {
        return new Mine(person);
    }

    /** The dossiers of one applicant, and those that were handed in on the person's behalf. */
    public final class Mine {

        private final PersonId person;

        private Mine(PersonId person) {
            this.person = person;
        }

        public Dossier get(DossierCode code) {
            return find(code)
                    .filter(dossier -> dossier.applicant().equals(person) || person.equals(dossier.onBehalfOf()))
                    .orElseThrow(Refusals::noSuchDossier);
        }

        /** At most {@code limit}, older than the cursor (a moment and a code). */
        public List<Dossier> list(@Nullable Instant before, String beforeCode, int limit) {
            return sql.sql("""
                    select * from dossier.dossier
                    where applicant = :person and (submitted_at, code) < (:before, :code)
                    order by submitted_at desc, code desc limit :limit
                    """)
                    .param("person", person.value())
                    .param("before", time(before == null ? Instant.MAX : before))
                    .param("code", before == null ? "" : beforeCode)
                    .param("limit", limit)
                    .query(Dossiers::row)
                    .list();
        }
    }

    /** What one draft or request of the person became, if it was handed in already. */
    Optional<Dossier> from(PersonId person, UUID draft) {
        return sql.sql("select * from dossier.dossier where applicant = :person and draft = :draft")
                .param("person", person.value())
                .param("draft", draft)
                .query(Dossiers::row)
                .optional();
    }

    /**
     * Moves a dossier on: its row and its journal entry commit together or not at all. The row is locked while
     * {@code decide} looks at it and says what happens.
     *
     * @param since when the asker began: who finds that another person moved it after that was not the fastest and hears so
     */
    @Transactional
    public Dossier move(DossierCode code, PersonId actor, Instant since, Function<Dossier, Told> decide) {
        var current = sql.sql("select * from dossier.dossier where code = :code for update")
                .param("code", code.value())
                .query(Dossiers::row)
                .optional()
                .orElseThrow(Refusals::noSuchDossier);
        var change = current.change();
        if (change.at().isAfter(since)
                && !change.by().equals(actor)
                && !change.by().equals(PersonId.SYSTEM)) {
            throw Refusals.stale(current);
        }
        var told = decide.apply(current);
        var next = after(current, told.event(), actor);
        save(next, current.version());
        journal.append(entry(next, told, actor));
        return next;
    }

    private Dossier after(Dossier current, DossierEvent event, PersonId actor) {
        try {
            return current.after(event, actor, clock.instant());
        } catch (IllegalTransition e) {
            throw Refusals.notNow(current);
        }
    }

    static Entry entry(Dossier next, Told told, PersonId actor) {
        return new Entry(
                next.code().stream(),
                next.version(),
                told.event().type(),
                EventJson.SCHEMA,
                actor,
                actor.equals(next.applicant()) ? next.onBehalfOf() : null,
                EventJson.write(told.event()),
                told.words());
    }

    private void save(Dossier next, int version) {
        int rows = sql.sql("""
                update dossier.dossier set
                    version = :version, agency = :agency, service = :service, status = :status, finance = :finance,
                    obligation = :obligation, holder = :holder, leader = :leader, decision = :decision,
                    delivery_state = :delivery, result = :result, acknowledge_by = :acknowledge_by,
                    accepted_at = :accepted_at, due_at = :due_at, finished_at = :finished_at,
                    changed_at = :changed_at, changed_by = :changed_by, act_by = :act_by
                where code = :code and version = :was
                """).params(columns(next)).param("was", version).update();
        if (rows != 1) {
            throw Refusals.stale(next);
        }
    }

    /** The changing columns, ready for a statement. */
    static Map<String, @Nullable Object> columns(Dossier dossier) {
        var columns = new java.util.HashMap<String, @Nullable Object>();
        columns.put("code", dossier.code().value());
        columns.put("version", dossier.version());
        columns.put("agency", dossier.agency().value());
        columns.put("service", dossier.service().toString());
        columns.put("status", dossier.status().name());
        columns.put("finance", dossier.finance().name());
        columns.put("obligation", dossier.obligation());
        columns.put("holder", id(dossier.desk().holder()));
        columns.put("leader", id(dossier.desk().leader()));
        columns.put(
                "decision",
                dossier.decision() == null ? null : dossier.decision().name());
        columns.put("delivery", dossier.delivery().name());
        columns.put("result", dossier.result());
        columns.put("acknowledge_by", time(dossier.times().acknowledgeBy()));
        columns.put("accepted_at", time(dossier.times().accepted()));
        columns.put("due_at", time(dossier.times().due()));
        columns.put("finished_at", time(dossier.times().finished()));
        columns.put("changed_at", time(dossier.change().at()));
        columns.put("changed_by", dossier.change().by().value());
        columns.put("act_by", time(dossier.actBy()));
        return columns;
    }

    static @Nullable UUID id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    /** For PostgreSQL, whose years end before Java's: the end of time is its infinity. */
    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.equals(Instant.MAX) ? OffsetDateTime.MAX : at.atOffset(ZoneOffset.UTC);
    }

    static Dossier row(ResultSet row, int number) throws SQLException {
        return new Dossier(
                new DossierCode(row.getString("code")),
                row.getInt("version"),
                ServiceId.parse(row.getString("service")),
                row.getInt("service_version"),
                row.getString("case_code"),
                new PersonId(row.getObject("applicant", UUID.class)),
                person(row, "on_behalf_of"),
                Status.valueOf(row.getString("status")),
                Dossier.Finance.valueOf(row.getString("finance")),
                row.getObject("obligation", UUID.class),
                new Dossier.Desk(person(row, "holder"), person(row, "leader")),
                row.getString("decision") == null ? null : DossierEvent.Decision.valueOf(row.getString("decision")),
                Way.valueOf(row.getString("delivery_way")),
                Dossier.DeliveryState.valueOf(row.getString("delivery_state")),
                row.getObject("result", UUID.class),
                new Dossier.Times(
                        row.getTimestamp("submitted_at").toInstant(),
                        instant(row, "acknowledge_by"),
                        instant(row, "accepted_at"),
                        instant(row, "due_at"),
                        instant(row, "finished_at")),
                new Dossier.Change(
                        row.getTimestamp("changed_at").toInstant(),
                        new PersonId(row.getObject("changed_by", UUID.class))));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
