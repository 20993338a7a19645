package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Offering;
import vn.motcua.files.FileId;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Problem;
import vn.motcua.shared.ServiceId;
import vn.motcua.time.DueWork;
import vn.motcua.time.WorkingTime;

/** Drafts, each seen by the person who writes it and by nobody else. Old ones are deleted when their time is over. */
@Repository
public class Drafts implements DueWork {

    /** Nobody fills in more than this at a time. */
    private static final int MOST_OPEN = 50;

    private static final int DELETED_AT_ONCE = 200;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final DossierSettings settings;

    Drafts(JdbcClient sql, InstantSource clock, DossierSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** Begins one, or gives the open one for the same service and case: nobody fills in a thing twice. */
    @Transactional
    public Draft begin(PersonId person, Offering offering, String caseCode, Map<String, Object> known) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:person, 4713))")
                .param("person", person.toString())
                .query((row, number) -> true)
                .list();
        var open = open(person);
        for (var draft : open) {
            if (draft.service().equals(offering.id()) && draft.caseCode().equals(caseCode)) {
                return draft;
            }
        }
        if (open.size() >= MOST_OPEN) {
            throw Problem.invalid("draft", "dossier.draft.too-many", MOST_OPEN);
        }
        var now = clock.instant();
        var draft = new Draft(
                UUID.randomUUID(),
                person,
                offering.id(),
                offering.version(),
                caseCode,
                known,
                Map.of(),
                null,
                1,
                now,
                expiry(now),
                null);
        sql.sql("""
                insert into dossier.draft (id, person, service, service_version, case_code, answers, papers, version,
                    begun_at, saved_at, expires_at)
                values (:id, :person, :service, :service_version, :case_code, cast(:answers as jsonb), '{}', 1, :now, :now,
                    :expires)
                """)
                .param("id", draft.id())
                .param("person", person.value())
                .param("service", draft.service().toString())
                .param("service_version", draft.serviceVersion())
                .param("case_code", caseCode)
                .param("answers", EventJson.write(known))
                .param("now", Dossiers.time(now))
                .param("expires", Dossiers.time(draft.expires()))
                .update();
        return draft;
    }

    /** The person's own; somebody else's looks like none. */
    public Draft get(PersonId person, UUID id) {
        return sql.sql("select * from dossier.draft where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .query(Drafts::row)
                .optional()
                .orElseThrow(() -> Problem.notFound("dossier.draft.none"));
    }

    /** Those not handed in yet, the last touched first. */
    public List<Draft> open(PersonId person) {
        return sql.sql("""
                select * from dossier.draft where person = :person and dossier is null order by saved_at desc limit 100
                """).param("person", person.value()).query(Drafts::row).list();
    }

    /** Answers of one part; fields of the part that were left empty are cleared. */
    @Transactional
    public Draft answer(PersonId person, UUID id, Map<String, Object> part, List<String> cleared) {
        return change(person, id, draft -> draft.answered(part, cleared));
    }

    @Transactional
    public Draft addPaper(PersonId person, UUID id, String component, FileId file) {
        return change(person, id, draft -> {
            if (draft.files(component).size() >= Draft.MOST_FILES_PER_PAPER) {
                throw Problem.invalid("file", "dossier.draft.too-many-files", Draft.MOST_FILES_PER_PAPER);
            }
            return draft.withPaper(component, file);
        });
    }

    @Transactional
    public Draft removePaper(PersonId person, UUID id, String component, FileId file) {
        return change(person, id, draft -> draft.withoutPaper(component, file));
    }

    @Transactional
    public Draft deliver(PersonId person, UUID id, Submission.Delivery wish) {
        return change(person, id, draft -> draft.delivered(wish));
    }

    /** Marks what it became, in the transaction of the submission. */
    void becomes(UUID id, DossierCode code) {
        sql.sql("update dossier.draft set dossier = :code, answers = '{}', papers = '{}' where id = :id")
                .param("code", code.value())
                .param("id", id)
                .update();
    }

    @Transactional
    public void delete(PersonId person, UUID id) {
        sql.sql("delete from dossier.draft where id = :id and person = :person and dossier is null")
                .param("id", id)
                .param("person", person.value())
                .update();
    }

    private Draft change(PersonId person, UUID id, UnaryOperator<Draft> edit) {
        var current = sql.sql("select * from dossier.draft where id = :id and person = :person for update")
                .param("id", id)
                .param("person", person.value())
                .query(Drafts::row)
                .optional()
                .orElseThrow(() -> Problem.notFound("dossier.draft.none"));
        if (current.dossier() != null) {
            throw Problem.of(
                    Problem.Kind.NOT_ALLOWED_NOW,
                    "dossier.draft.handed-in",
                    current.dossier().value());
        }
        var next = edit.apply(current);
        var now = clock.instant();
        sql.sql("""
                update dossier.draft set answers = cast(:answers as jsonb), papers = cast(:papers as jsonb),
                    delivery_way = :way, delivery_address = :address, version = :version, saved_at = :now, expires_at = :expires
                where id = :id
                """)
                .param("answers", EventJson.write(next.answers()))
                .param("papers", EventJson.write(names(next.papers())))
                .param(
                        "way",
                        next.delivery() == null ? null : next.delivery().way().name())
                .param(
                        "address",
                        next.delivery() == null ? null : next.delivery().address())
                .param("version", next.version())
                .param("now", Dossiers.time(now))
                .param("expires", Dossiers.time(expiry(now)))
                .param("id", id)
                .update();
        return next;
    }

    private Instant expiry(Instant now) {
        return now.atZone(WorkingTime.ZONE).plus(settings.draftKept()).toInstant();
    }

    @Override
    public String name() {
        return "dossier.delete-old-drafts";
    }

    @Override
    public Optional<Instant> next() {
        return sql.sql("select expires_at from dossier.draft where dossier is null order by expires_at limit 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Override
    @Transactional
    public void run(Instant until) {
        sql.sql("""
                delete from dossier.draft where id in (
                    select id from dossier.draft where dossier is null and expires_at <= :until
                    order by expires_at limit :few for update skip locked)
                """)
                .param("until", Dossiers.time(until))
                .param("few", DELETED_AT_ONCE)
                .update();
    }

    private static Map<String, List<String>> names(Map<String, List<FileId>> papers) {
        var names = new HashMap<String, List<String>>();
        papers.forEach((component, files) ->
                names.put(component, files.stream().map(FileId::toString).toList()));
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Draft row(ResultSet row, int number) throws SQLException {
        var papers = new HashMap<String, List<FileId>>();
        Map<String, List<String>> names = EventJson.read(row.getString("papers"), Map.class);
        names.forEach((component, files) -> papers.put(
                component, new ArrayList<>(files.stream().map(FileId::of).toList())));
        var dossier = row.getString("dossier");
        var way = row.getString("delivery_way");
        return new Draft(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                ServiceId.parse(row.getString("service")),
                row.getInt("service_version"),
                row.getString("case_code"),
                EventJson.read(row.getString("answers"), Map.class),
                papers,
                way == null
                        ? null
                        : new Submission.Delivery(Offering.Way.valueOf(way), row.getString("delivery_address")),
                row.getInt("version"),
                row.getTimestamp("saved_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                dossier == null ? null : new DossierCode(dossier));
    }
}
