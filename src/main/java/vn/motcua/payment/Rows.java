package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.motcua.shared.AgencyCode;
import vn.motcua.shared.PersonId;
import vn.motcua.shared.Vnd;

/** Obligations as they are read from their rows, with their attempts, in one query. */
final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SELECT = """
            select o.id, o.version, o.payable, o.agency, o.payer, o.amount_vnd, o.lines, o.state, o.made_at, o.pay_by, o.paid_at,
                   a.reference, a.channel, a.state as attempt_state, a.at
            from payment.obligation o left join payment.attempt a on a.obligation = o.id
            """;

    private Rows() {}

    record LineRow(String kind, String name, long amountVnd, String basis) {}

    static String write(List<Obligation.Line> lines) {
        return JSON.writeValueAsString(lines.stream()
                .map(line -> new LineRow(line.kind(), line.name(), line.amount().amount(), line.basis()))
                .toList());
    }

    private static List<Obligation.Line> readLines(String json) {
        return List.of(JSON.readValue(json, LineRow[].class)).stream()
                .map(row -> new Obligation.Line(row.kind(), row.name(), new Vnd(row.amountVnd()), row.basis()))
                .toList();
    }

    /** All obligations that fit the condition, oldest first, each with its attempts, newest first. */
    static List<Obligation> where(JdbcClient sql, String condition, String name, Object value) {
        var found = new LinkedHashMap<UUID, Obligation>();
        var attempts = new LinkedHashMap<UUID, List<Obligation.Attempt>>();
        sql.sql(SELECT + " where " + condition + " order by o.made_at, o.id, a.at desc")
                .param(name, value)
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var list = attempts.computeIfAbsent(id, _ -> new ArrayList<>());
                    if (!found.containsKey(id)) {
                        found.put(id, obligation(row, id, list));
                    }
                    if (row.getString("reference") != null) {
                        list.add(new Obligation.Attempt(
                                row.getString("reference"),
                                row.getString("channel"),
                                Obligation.AttemptState.valueOf(row.getString("attempt_state")),
                                row.getTimestamp("at").toInstant()));
                    }
                });
        return List.copyOf(found.values());
    }

    private static Obligation obligation(ResultSet row, UUID id, List<Obligation.Attempt> attempts)
            throws SQLException {
        return new Obligation(
                id,
                row.getInt("version"),
                new PayableRef(row.getString("payable")),
                new AgencyCode(row.getString("agency")),
                new PersonId(row.getObject("payer", UUID.class)),
                new Vnd(row.getLong("amount_vnd")),
                readLines(row.getString("lines")),
                Obligation.State.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("pay_by").toInstant(),
                instant(row, "paid_at"),
                attempts);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
