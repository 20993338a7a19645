package vn.motcua.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** The published versions: rows that are added and never changed, and their picture in memory. */
@Repository
class Published {

    private final JdbcClient sql;
    private final Agencies agencies;
    private volatile @Nullable Catalogue current;

    Published(JdbcClient sql, Agencies agencies) {
        this.sql = sql;
        this.agencies = agencies;
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

    void addProcedure(Procedure version, String digest, String content, Instant at) {
        sql.sql("""
                insert into catalogue.procedure_version (procedure, number, effective_from, digest, content, published_at)
                values (?, ?, ?, ?, ?::jsonb, ?)
                """)
                .params(
                        version.code().value(),
                        version.version(),
                        version.effectiveFrom(),
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
        var procedures = sql.sql("""
                        select procedure, number, content::text as content
                        from catalogue.procedure_version
                        order by procedure, effective_from, number
                        """)
                .query((row, n) -> procedure(row.getString("content"), row.getInt("number")))
                .list();
        var services = sql.sql("""
                        select procedure, number, procedure_version, digest, content::text as content
                        from catalogue.service_version
                        order by procedure, number
                        """)
                .query((row, n) -> service(
                        new ProcedureCode(row.getString("procedure")),
                        row.getInt("number"),
                        row.getInt("procedure_version"),
                        row.getString("digest"),
                        row.getString("content")))
                .list();
        var read = Catalogue.of(ended(procedures), services, agencies);
        current = read;
        return read;
    }

    /** Each version ends where the next one of its procedure begins. */
    private static List<Procedure> ended(List<Procedure> sorted) {
        var ended = new ArrayList<Procedure>(sorted);
        for (int i = 0; i + 1 < sorted.size(); i++) {
            var version = sorted.get(i);
            var next = sorted.get(i + 1);
            var own = version.effectiveTo();
            if (next.code().equals(version.code())
                    && (own == null || next.effectiveFrom().isBefore(own))) {
                ended.set(i, version.until(next.effectiveFrom()));
            }
        }
        return ended;
    }

    static Procedure procedure(String content, int number) {
        var tree = (ObjectNode) ServiceFormat.JSON.readTree(content);
        return ServiceFormat.JSON.treeToValue(tree.put("version", number), Procedure.class);
    }

    static Catalogue.Service service(
            ProcedureCode code, int number, int procedureVersion, String digest, String content) {
        var tree = ServiceFormat.JSON.readTree(content);
        var sections = List.of(ServiceFormat.JSON.treeToValue(tree.at("/form/sections"), Form.Section[].class));
        return new Catalogue.Service(
                code,
                number,
                procedureVersion,
                ServiceFormat.JSON.treeToValue(tree.path("service"), ServiceDefinition.class),
                Form.of(digest.substring(0, 12), sections));
    }
}
