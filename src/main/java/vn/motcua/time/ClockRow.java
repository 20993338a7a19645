package vn.motcua.time;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the nodes agree on about the clock. Which nodes live is told by the database's own time, the only one that they
 * share while the clock is being moved.
 */
final class ClockRow {

    /** A node that has not been seen for so long does not follow any more. */
    private static final int SILENT_AFTER_MILLIS = 3_000;

    record Shift(Duration ahead, long move) {}

    private final JdbcClient sql;

    ClockRow(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Shift> read() {
        return sql.sql("select ahead_micros, move from time.clock")
                .query((row, _) ->
                        new Shift(Duration.of(row.getLong("ahead_micros"), ChronoUnit.MICROS), row.getLong("move")))
                .optional();
    }

    /** Sets the clock at the very first start; does nothing at any later one. */
    Shift begin(Duration ahead) {
        sql.sql("insert into time.clock (id, ahead_micros) values (1, :ahead) on conflict do nothing")
                .param("ahead", micros(ahead))
                .update();
        return read().orElseThrow();
    }

    /** Moves the clock ahead, never back: of two movers the farther one wins. */
    Shift move(Duration ahead) {
        sql.sql("update time.clock set ahead_micros = :ahead, move = move + 1 where ahead_micros < :ahead")
                .param("ahead", micros(ahead))
                .update();
        return read().orElseThrow();
    }

    void seen(UUID node, long move) {
        sql.sql("""
                insert into time.clock_node (node, move, seen_at) values (:node, :move, clock_timestamp())
                on conflict (node) do update set move = excluded.move, seen_at = excluded.seen_at""").param("node", node).param("move", move).update();
    }

    void gone(UUID node) {
        sql.sql("delete from time.clock_node where node = :node or seen_at < clock_timestamp() - interval '1 hour'")
                .param("node", node)
                .update();
    }

    /** How many living nodes have not seen the move yet. */
    long behind(long move) {
        return sql.sql("""
                select count(*) from time.clock_node
                where move < :move and seen_at > clock_timestamp() - :silent * interval '1 millisecond'""")
                .param("move", move)
                .param("silent", SILENT_AFTER_MILLIS)
                .query(Long.class)
                .single();
    }

    private static long micros(Duration duration) {
        return duration.toSeconds() * 1_000_000 + duration.toNanosPart() / 1_000;
    }
}
