package vn.motcua.catalogue;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.motcua.shared.ProcedureCode;

/** What was published, as the folders that it came from: for those who take them out again. Samples are kept beside the versions. */
final class KeptFolders {

    private final JdbcClient sql;

    KeptFolders(JdbcClient sql) {
        this.sql = sql;
    }

    List<ProcedureCode> codes() {
        return sql.sql("select distinct procedure from catalogue.procedure_version order by procedure")
                .query((row, n) -> new ProcedureCode(row.getString("procedure")))
                .list();
    }

    /** The folder of the latest version, also of one that is not in force yet. */
    Optional<ServiceFolder> latest(ProcedureCode code) {
        return content("procedure_version", code).map(procedure -> {
            var both = content("service_version", code).orElse(ServiceFormat.JSON.missingNode());
            return new ServiceFolder(code, procedure, both.path("service"), both.path("form"), samples(code));
        });
    }

    private Optional<JsonNode> content(String table, ProcedureCode code) {
        return sql.sql("select content::text from catalogue." + table
                        + " where procedure = ? order by number desc limit 1")
                .param(code.value())
                .query(String.class)
                .optional()
                .map(ServiceFormat.JSON::readTree);
    }

    private JsonNode samples(ProcedureCode code) {
        return sql.sql("select content::text from catalogue.sample where procedure = ?")
                .param(code.value())
                .query(String.class)
                .optional()
                .map(ServiceFormat.JSON::readTree)
                .orElse(ServiceFormat.JSON.missingNode());
    }

    /** @param content as JSON; empty where the folder has none */
    void keepSamples(ProcedureCode code, String content) {
        if (content.isEmpty()) {
            sql.sql("delete from catalogue.sample where procedure = ?")
                    .param(code.value())
                    .update();
            return;
        }
        sql.sql("""
                insert into catalogue.sample (procedure, content) values (?, ?::jsonb)
                on conflict (procedure) do update set content = excluded.content
                """).params(code.value(), content).update();
    }
}
