package vn.motcua.catalogue.editing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.identity.Official;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;

/** What imports could not read for certain, of the versions that are the latest, for the editors of their agencies. */
@Repository
public class Doubts {

    public static final int PAGE = 50;

    private static final String LATEST = """
            from catalogue.doubt d
            join catalogue.procedure_version v on v.procedure = d.procedure and v.number = d.number
            where v.number = (select max(number) from catalogue.procedure_version where procedure = d.procedure)
              and v.line ->> 'promulgatingAgency' = any (:agencies)
            """;

    private final JdbcClient sql;

    Doubts(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param said what the source says there */
    public record Doubt(ProcedureCode procedure, String name, String part, String kind, String said) {}

    /** How many there are of a kind at an agency. */
    public record Count(String kind, String agency, int count) {}

    public List<Count> counts(Official official) {
        Refusals.demandEditor(official);
        return sql.sql("select d.kind, v.line ->> 'promulgatingAgency' as agency, count(*) as count "
                        + LATEST
                        + " group by 1, 2 order by 3 desc, 1, 2 limit 500")
                .param("agencies", agencies(official))
                .query((row, _) -> new Count(row.getString("kind"), row.getString("agency"), row.getInt("count")))
                .list();
    }

    /** A page of them; empty words do not narrow. */
    public List<Doubt> page(Official official, String kind, String agency, int from) {
        Refusals.demandEditor(official);
        var narrowed = new ArrayList<String>();
        if (!kind.isEmpty()) {
            narrowed.add(" and d.kind = :kind");
        }
        if (!agency.isEmpty()) {
            narrowed.add(" and v.line ->> 'promulgatingAgency' = :agency");
        }
        return sql.sql("select d.procedure, v.line -> 'name' ->> 'vi' as name, d.part, d.kind, d.said "
                        + LATEST
                        + String.join("", narrowed)
                        + " order by d.procedure, d.place limit :limit offset :from")
                .param("agencies", agencies(official))
                .param("kind", kind)
                .param("agency", agency)
                .param("limit", PAGE + 1)
                .param("from", from)
                .query((row, _) -> new Doubt(
                        new ProcedureCode(row.getString("procedure")),
                        row.getString("name"),
                        row.getString("part"),
                        row.getString("kind"),
                        row.getString("said")))
                .list();
    }

    private static String[] agencies(Official official) {
        return official.agencies().stream().map(AgencyCode::value).toArray(String[]::new);
    }
}
