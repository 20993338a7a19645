package vn.motcua.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.ProcedureCode;
import vn.motcua.shared.Text;
import vn.motcua.shared.Vnd;

/**
 * What a province says beside the national record of a procedure: a fee of its council, an address, a route of its own. A
 * later value takes over on its first day; one that ends on the day it begins says that there is none any more.
 */
@Repository
public class ProvinceValues {

    /** What a province may say: a fee only where the national record leaves it open. */
    public enum Part {
        FEE,
        ADDRESS,
        ROUTE
    }

    /**
     * @param amount in đồng, null where the words say it all
     * @param basis the number of the legal text, or empty
     * @param validTo the first day on which it is not valid, null while no end is known
     * @param decision the number of the province's decision
     */
    public record Value(
            Part part,
            Text text,
            @Nullable Vnd amount,
            String basis,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String decision) {

        public Value {
            if (validTo != null && validTo.isBefore(validFrom)) {
                throw new IllegalArgumentException("A value ends before it begins: " + validFrom + " to " + validTo);
            }
        }
    }

    private final JdbcClient sql;
    private final InstantSource clock;

    ProvinceValues(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What the province says on the day, at most one value of each part, in their order. */
    public List<Value> of(ProcedureCode procedure, AgencyCode province, LocalDate day) {
        return sql
                .sql("""
                        select distinct on (part) part, content::text as content, valid_from, valid_to, number
                        from catalogue.province_value
                        where procedure = ? and agency = ? and valid_from <= ?
                        order by part, valid_from desc
                        """)
                .params(procedure.value(), province.value(), day)
                .query((row, _) -> value(row))
                .list()
                .stream()
                .filter(value -> value.validTo() == null || day.isBefore(value.validTo()))
                .sorted(java.util.Comparator.comparing(Value::part))
                .toList();
    }

    /** All values of a province, the latest first, also those to come. */
    public List<Value> history(ProcedureCode procedure, AgencyCode province) {
        return sql.sql("""
                        select part, content::text as content, valid_from, valid_to, number
                        from catalogue.province_value
                        where procedure = ? and agency = ?
                        order by valid_from desc, part limit 200
                        """)
                .params(procedure.value(), province.value())
                .query((row, _) -> value(row))
                .list();
    }

    /**
     * Whether a value from that day on would overlap one that is published: one that begins then or later, or one whose own
     * end lies after it. One without an end gives way.
     */
    public boolean overlaps(ProcedureCode procedure, AgencyCode province, Part part, LocalDate from) {
        return history(procedure, province).stream()
                .filter(value -> value.part() == part)
                .anyMatch(value -> !value.validFrom().isBefore(from)
                        || value.validTo() != null && value.validTo().isAfter(from));
    }

    /** Makes it public, in the transaction of the decision that says it. */
    public void publish(ProcedureCode procedure, AgencyCode province, Value value, UUID decision) {
        var content = ServiceFormat.JSON.createObjectNode();
        content.set("text", ServiceFormat.JSON.valueToTree(value.text()));
        content.put("basis", value.basis());
        if (value.amount() != null) {
            content.put("amount", value.amount().amount());
        }
        var params = new ArrayList<@Nullable Object>(List.of(
                procedure.value(),
                province.value(),
                value.part().name(),
                ServiceFormat.canonical(content),
                value.validFrom()));
        params.add(value.validTo());
        params.addAll(List.of(decision, value.decision(), clock.instant().atOffset(ZoneOffset.UTC)));
        sql.sql("""
                insert into catalogue.province_value
                    (procedure, agency, part, content, valid_from, valid_to, decision, number, published_at)
                values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                """).params(params).update();
    }

    private static Value value(ResultSet row) throws SQLException {
        var content = (ObjectNode) ServiceFormat.JSON.readTree(row.getString("content"));
        JsonNode amount = content.path("amount");
        return new Value(
                Part.valueOf(row.getString("part")),
                ServiceFormat.JSON.treeToValue(content.path("text"), Text.class),
                amount.isNumber() ? new Vnd(amount.asLong()) : null,
                content.path("basis").asString(""),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("number"));
    }
}
