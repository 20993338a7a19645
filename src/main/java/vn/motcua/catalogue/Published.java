package vn.motcua.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.agency.Agencies;
import vn.motcua.form.Form;
import vn.motcua.shared.ProcedureCode;

/** The published versions: rows that are added and never changed, their lines in memory, and their records when asked for. */
@Repository
public class Published {

    private final JdbcClient sql;
    private final Agencies agencies;
    private final Records records;
    private volatile @Nullable Catalogue current;

    public Published(JdbcClient sql, Agencies agencies) {
        this.sql = sql;
        this.agencies = agencies;
        this.records = new Records(sql);
    }

    /** A version's number and digest. */
    record Latest(int number, String digest) {}

    Optional<Latest> latestProcedure(ProcedureCode code) {
        return latest("procedure_version", code);
    }

    Optional<Latest> latestService(ProcedureCode code) {
        return latest("service_version", code);
    }

    private Optional<Latest> latest(String table, ProcedureCode code) {
        return sql.sql("select number, digest from catalogue." + table
                        + " where procedure = ? order by number desc limit 1")
                .param(code.value())
                .query(Latest.class)
                .optional();
    }

    /** The first day of the version that is in force on the day; empty before the first. */
    Optional<LocalDate> begun(ProcedureCode code, LocalDate day) {
        return sql.sql("""
                        select effective_from from catalogue.procedure_version
                        where procedure = ? and effective_from <= ? order by effective_from desc limit 1
                        """).params(code.value(), day).query(LocalDate.class).optional();
    }

    Optional<Publishing.Origin> origin(ProcedureCode code) {
        return sql.sql(
                        "select origin from catalogue.procedure_version where procedure = ? order by number desc limit 1")
                .param(code.value())
                .query(String.class)
                .optional()
                .map(Publishing.Origin::valueOf);
    }

    /** The digests of the folders' files as they were last published, by the name of the folder. */
    Map<String, String> folders() {
        return sql.sql("select procedure, digest from catalogue.folder").query(rows -> {
            var folders = new HashMap<String, String>();
            while (rows.next()) {
                folders.put(rows.getString(1), rows.getString(2));
            }
            return folders;
        });
    }

    void keepFolder(ProcedureCode code, String digest) {
        sql.sql("""
                insert into catalogue.folder (procedure, digest) values (?, ?)
                on conflict (procedure) do update set digest = excluded.digest
                """).params(code.value(), digest).update();
    }

    void addProcedure(Procedure version, Publishing.Origin origin, String digest, String content, Instant at) {
        sql.sql("""
                insert into catalogue.procedure_version
                    (procedure, number, effective_from, origin, digest, content, published_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)
                """)
                .params(
                        version.code().value(),
                        version.version(),
                        version.effectiveFrom(),
                        origin.name(),
                        digest,
                        content,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void addService(ProcedureCode code, int number, int procedureVersion, String digest, String content, Instant at) {
        sql.sql("""
                insert into catalogue.service_version (procedure, number, procedure_version, digest, content, published_at)
                values (?, ?, ?, ?, ?::jsonb, ?)
                """)
                .params(code.value(), number, procedureVersion, digest, content, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Catalogue catalogue() {
        var known = current;
        return known == null ? read() : known;
    }

    /** Reads all versions anew, builds their picture beside the old one and then shows it. */
    synchronized Catalogue read() {
        long edition = edition();
        var lines = sql.sql("""
                        select procedure, number, effective_from, line::text as line
                        from catalogue.procedure_version
                        order by procedure, effective_from, number
                        """).query((row, n) -> line(row)).list();
        var services = sql.sql("""
                        select procedure, number, procedure_version, digest, content::text as content
                        from catalogue.service_version
                        order by procedure, number
                        """).query((row, n) -> service(row)).list();
        var read = Catalogue.of(edition, lines, services, agencies);
        current = read;
        return read;
    }

    /** The record of a line; it ends when the line does. */
    Procedure whole(ProcedureLine line) {
        var procedure = records.find(line.code(), line.version()).orElseThrow();
        return line.effectiveTo() == null || line.effectiveTo().equals(procedure.effectiveTo())
                ? procedure
                : procedure.until(line.effectiveTo());
    }

    /** A version as it was published, without regard to those after it. */
    Optional<Procedure> version(ProcedureCode code, int number) {
        return records.find(code, number);
    }

    /** Grows with everything that is published on any node. */
    long edition() {
        return sql.sql("select number from catalogue.edition").query(Long.class).single();
    }

    private static ProcedureLine line(ResultSet row) throws SQLException {
        var tree = (ObjectNode) ServiceFormat.JSON.readTree(row.getString("line"));
        tree.put("code", row.getString("procedure"))
                .put("version", row.getInt("number"))
                .put("effectiveFrom", row.getString("effective_from"));
        return ServiceFormat.JSON.treeToValue(tree, ProcedureLine.class);
    }

    private Catalogue.Service service(ResultSet row) throws SQLException {
        var code = new ProcedureCode(row.getString("procedure"));
        var procedure = records.find(code, row.getInt("procedure_version")).orElseThrow();
        return service(procedure, row.getInt("number"), row.getString("digest"), row.getString("content"));
    }

    static Catalogue.Service service(Procedure procedure, int number, String digest, String content) {
        var tree = ServiceFormat.JSON.readTree(content);
        var sections = List.of(ServiceFormat.JSON.treeToValue(tree.at("/form/sections"), Form.Section[].class));
        return new Catalogue.Service(
                procedure,
                number,
                ServiceFormat.JSON.treeToValue(tree.path("service"), ServiceDefinition.class),
                Form.of(digest.substring(0, 12), sections));
    }
}
