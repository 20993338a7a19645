package vn.motcua.catalogue.editing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Offerings;
import vn.motcua.shared.ProcedureCode;

/** What else changes when a procedure does: the agencies that offer it online, and the records that name it. */
@Component
public class Touches {

    private static final int MOST_NAMED = 50;

    private final JdbcClient sql;
    private final Offerings offerings;

    Touches(JdbcClient sql, Offerings offerings) {
        this.sql = sql;
        this.offerings = offerings;
    }

    /**
     * @param agencies how many offer it online today
     * @param named the procedures whose latest version names it as related or as successor, at most 50
     */
    public record Touch(int agencies, List<ProcedureCode> named) {}

    public Touch of(ProcedureCode code) {
        var named = sql.sql("""
                        select v.procedure from catalogue.procedure_version v
                        where (v.content -> 'related' @> jsonb_build_array(:code::text)
                               or v.content -> 'successors' @> jsonb_build_array(:code::text))
                          and v.number = (select max(number) from catalogue.procedure_version
                                          where procedure = v.procedure)
                        order by v.procedure limit\s""" + MOST_NAMED)
                .param("code", code.value())
                .query((row, _) -> new ProcedureCode(row.getString("procedure")))
                .list();
        return new Touch(offerings.of(code).size(), named);
    }
}
