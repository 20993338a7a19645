package vn.motcua.catalogue;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.journal.Entry;
import vn.motcua.journal.Journal;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.time.WorkingTime;

/**
 * The one way in which a version becomes public, from a folder, an import or the back office: a row that is never changed
 * and its event, in one transaction. Every node shows it within seconds ({@link KeepCatalogueFresh}).
 */
@Repository
public class Publishing {

    /** Held by whoever publishes, until the transaction ends. */
    private static final int LOCK = 4713;

    private final Published published;
    private final JdbcClient sql;
    private final Journal journal;
    private final InstantSource clock;

    public Publishing(Published published, JdbcClient sql, Journal journal, InstantSource clock) {
        this.published = published;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /** Where a version was written. */
    public enum Origin {
        FOLDER,
        IMPORT,
        BACK_OFFICE
    }

    /** @param number of the version that now is the latest; {@code changed} whether this call made it */
    public record Outcome(int number, boolean changed) {}

    /** Waits for whoever is publishing: they publish one after the other, each until its transaction ends. */
    public void alone() {
        sql.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
    }

    /** The origin of the latest version; empty where there is none. */
    public Optional<Origin> origin(ProcedureCode code) {
        return published.origin(code);
    }

    /** The first day of the version that is in force now (Asia/Ho_Chi_Minh); empty where there is none. */
    Optional<LocalDate> begun(ProcedureCode code) {
        return published.begun(code, LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE));
    }

    /** The latest version as it was published, in force or not. */
    public Optional<Procedure> latest(ProcedureCode code) {
        return published.latestProcedure(code).flatMap(latest -> published.version(code, latest.number()));
    }

    /** A version as it was published; empty for one that never was. */
    public Optional<Procedure> version(ProcedureCode code, int number) {
        return published.version(code, number);
    }

    /**
     * Lets the online service of a procedure go on with a new version of its record: the same form, channels and agencies.
     * Without it a service ends where the version begins on which it does not stand. {@link #alone} comes first.
     *
     * @return whether there is a service that stood on the version before
     */
    public boolean carryService(ProcedureCode code, int before, int now) {
        record Row(int number, String content) {}
        var latest = sql.sql("""
                        select number, content::text as content from catalogue.service_version
                        where procedure = :code and procedure_version = :before
                          and number = (select max(number) from catalogue.service_version where procedure = :code)
                        """)
                .param("code", code.value())
                .param("before", before)
                .query(Row.class)
                .optional();
        latest.ifPresent(row -> {
            var record = published.latestProcedure(code).orElseThrow();
            var content = ServiceFormat.canonical(ServiceFormat.JSON.readTree(row.content()));
            addService(code, row.number() + 1, now, ServiceFormat.digest(record.digest() + content), content);
        });
        return latest.isPresent();
    }

    /**
     * Makes a version of it unless the latest one says the same. {@link #alone} comes first.
     *
     * @param procedure its {@code version} is not regarded: the next number is taken
     */
    public Outcome publish(Procedure procedure, Origin origin, PersonId actor) {
        var latest = latest(procedure.code());
        int number = latest.map(Procedure::version).orElse(0);
        if (latest.isPresent() && latest.get().equals(procedure.numbered(number))) {
            return new Outcome(number, false);
        }
        var content = ServiceFormat.content(procedure);
        add(procedure.numbered(number + 1), origin, content, actor);
        return new Outcome(number + 1, true);
    }

    /** @param content the record as canonical JSON */
    void add(Procedure version, Origin origin, String content, PersonId actor) {
        published.addProcedure(version, origin, ServiceFormat.digest(content), content, clock.instant());
        append(
                "procedure/" + version.code(),
                version.version(),
                "catalogue.Published",
                actor,
                Map.of(
                        "procedure", version.code().value(),
                        "number", version.version(),
                        "effectiveFrom", version.effectiveFrom().toString(),
                        "origin", origin.name()));
    }

    void addService(ProcedureCode code, int number, int procedureVersion, String digest, String content) {
        published.addService(code, number, procedureVersion, digest, content, clock.instant());
        append(
                "service/" + code,
                number,
                "catalogue.ServicePublished",
                PersonId.SYSTEM,
                Map.of(
                        "procedure", code.value(),
                        "number", number,
                        "procedureVersion", procedureVersion));
    }

    private void append(String stream, int version, String type, PersonId actor, Map<String, Object> data) {
        journal.append(new Entry(
                stream, version, type, 1, actor, null, ServiceFormat.JSON.writeValueAsString(data), Map.of()));
    }
}
