package vn.motcua.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements on {@code payment.attempt}. */
final class AttemptRows {

    private AttemptRows() {}

    /** An attempt with all that its own room knows of it. */
    record Row(
            String reference,
            UUID obligation,
            String channel,
            long amountVnd,
            Obligation.AttemptState state,
            @Nullable String redirectUrl,
            @Nullable String gatewayId,
            Instant at,
            Instant expiresAt,
            int asked) {}

    private static final RowMapper<Row> MAPPER = (row, _) -> new Row(
            row.getString("reference"),
            row.getObject("obligation", UUID.class),
            row.getString("channel"),
            row.getLong("amount_vnd"),
            Obligation.AttemptState.valueOf(row.getString("state")),
            row.getString("redirect_url"),
            row.getString("gateway_id"),
            row.getTimestamp("at").toInstant(),
            row.getTimestamp("expires_at").toInstant(),
            row.getInt("asked"));

    static Optional<Row> find(JdbcClient sql, String reference) {
        return sql.sql("select * from payment.attempt where reference = :reference")
                .param("reference", reference)
                .query(MAPPER)
                .optional();
    }

    static Optional<Row> requested(JdbcClient sql, UUID obligation, UUID clientToken) {
        return sql.sql("select * from payment.attempt where obligation = :obligation and client_token = :token")
                .param("obligation", obligation)
                .param("token", clientToken)
                .query(MAPPER)
                .optional();
    }

    static void insert(JdbcClient sql, Row row, UUID clientToken, Instant nextAsk) {
        sql.sql("""
                        insert into payment.attempt
                            (reference, obligation, channel, amount_vnd, state, client_token, at, expires_at, next_ask_at)
                        values (:reference, :obligation, :channel, :amount, 'PENDING', :token, :at, :expires, :ask)
                        """)
                .param("reference", row.reference())
                .param("obligation", row.obligation())
                .param("channel", row.channel())
                .param("amount", row.amountVnd())
                .param("token", clientToken)
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("expires", row.expiresAt().atOffset(ZoneOffset.UTC))
                .param("ask", nextAsk.atOffset(ZoneOffset.UTC))
                .update();
    }

    static void redirect(JdbcClient sql, String reference, String url) {
        sql.sql("update payment.attempt set redirect_url = :url where reference = :reference")
                .param("url", url)
                .param("reference", reference)
                .update();
    }

    static void clearing(JdbcClient sql, String reference) {
        sql.sql("update payment.attempt set state = 'CLEARING' where reference = :reference and state = 'PENDING'")
                .param("reference", reference)
                .update();
    }

    static void succeeded(JdbcClient sql, String reference, String gatewayId, Instant now) {
        sql.sql("""
                        update payment.attempt
                        set state = 'SUCCEEDED', gateway_id = :gatewayId, reason = null, ended_at = :now, next_ask_at = null
                        where reference = :reference
                        """)
                .param("gatewayId", gatewayId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("reference", reference)
                .update();
    }

    /** Ends a live attempt without money. The gateway is asked again for a while where it did not say so itself. */
    static void end(JdbcClient sql, String reference, Obligation.AttemptState state, String reason, Instant now) {
        sql.sql("""
                        update payment.attempt
                        set state = :state, reason = :reason, ended_at = :now, next_ask_at = :ask, asked = 0
                        where reference = :reference and state in ('PENDING', 'CLEARING')
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "ask",
                        Pauses.afterEnd(0)
                                .map(pause -> now.plus(pause).atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("reference", reference)
                .update();
    }

    static void askNoMore(JdbcClient sql, String reference) {
        sql.sql("update payment.attempt set next_ask_at = null where reference = :reference")
                .param("reference", reference)
                .update();
    }

    static Optional<Instant> nextAsk(JdbcClient sql) {
        return sql.sql("""
                        select next_ask_at from payment.attempt
                        where next_ask_at is not null order by next_ask_at limit 1
                        """).query((row, _) -> row.getTimestamp(1).toInstant()).optional();
    }

    /** Takes the oldest attempt that is to be asked for, moving its next time on, so that no other node takes it. */
    static Optional<Row> takeToAsk(JdbcClient sql, Instant until, Instant now) {
        var due = sql.sql("""
                        select * from payment.attempt
                        where next_ask_at <= :until
                        order by next_ask_at
                        limit 1
                        for update skip locked
                        """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(MAPPER)
                .optional();
        due.ifPresent(row -> postpone(sql, row, now));
        return due;
    }

    private static void postpone(JdbcClient sql, Row row, Instant now) {
        var next = row.state().live()
                ? Optional.of(Pauses.whileLive(row.asked() + 1, now, row.expiresAt()))
                : Pauses.afterEnd(row.asked() + 1).map(now::plus);
        sql.sql("update payment.attempt set asked = asked + 1, next_ask_at = :next where reference = :reference")
                .param("next", next.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .param("reference", row.reference())
                .update();
    }
}
