package vn.motcua.catalogue.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.catalogue.RecordTree;
import vn.motcua.shared.ProcedureCode;

/** The drafts that decisions carry. Who may see or change a decision's is decided with the decision. */
@Repository
public class Items {

    private final JdbcClient sql;

    Items(JdbcClient sql) {
        this.sql = sql;
    }

    /** In the order in which they were added. */
    public List<Item> of(UUID decision) {
        return sql.sql("""
                        select procedure, kind, base, content::text as content, version, published
                        from catalogue.decision_item where decision = ? order by place
                        """).param(decision).query(Items::item).list();
    }

    public Optional<Item> find(UUID decision, ProcedureCode procedure) {
        return of(decision).stream()
                .filter(item -> item.procedure().equals(procedure))
                .findFirst();
    }

    void add(UUID decision, Item item) {
        sql.sql("""
                insert into catalogue.decision_item (decision, procedure, place, kind, base, content, version)
                values (:decision, :procedure,
                        (select coalesce(max(place), 0) + 1 from catalogue.decision_item where decision = :decision),
                        :kind, :base, :content::jsonb, 1)
                """)
                .param("decision", decision)
                .param("procedure", item.procedure().value())
                .param("kind", item.kind().name())
                .param("base", item.base())
                .param("content", RecordTree.json(item.content()))
                .update();
    }

    /** Whether the last thing that was done to it came from this very form. */
    boolean isLast(UUID decision, ProcedureCode procedure, UUID token) {
        return sql.sql("select token = ? from catalogue.decision_item where decision = ? and procedure = ?")
                .params(token, decision, procedure.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Refuses when somebody else was faster. */
    void save(UUID decision, Item item, UUID token) {
        int rows = sql.sql("""
                update catalogue.decision_item set base = ?, content = ?::jsonb, version = version + 1, token = ?
                where decision = ? and procedure = ? and version = ?
                """)
                .params(
                        item.base(),
                        RecordTree.json(item.content()),
                        token,
                        decision,
                        item.procedure().value(),
                        item.version())
                .update();
        if (rows != 1) {
            throw Refusals.stale();
        }
    }

    void remove(UUID decision, ProcedureCode procedure) {
        sql.sql("delete from catalogue.decision_item where decision = ? and procedure = ?")
                .params(decision, procedure.value())
                .update();
    }

    void published(UUID decision, ProcedureCode procedure, int number) {
        sql.sql("update catalogue.decision_item set published = ? where decision = ? and procedure = ?")
                .params(number, decision, procedure.value())
                .update();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                new ProcedureCode(row.getString("procedure")),
                Item.Kind.valueOf(row.getString("kind")),
                row.getInt("base"),
                RecordTree.parse(row.getString("content")),
                row.getInt("version"),
                row.getObject("published", Integer.class));
    }
}
