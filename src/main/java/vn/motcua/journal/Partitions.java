package vn.motcua.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps partitions ready for positions to come. */
final class Partitions {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);

    /** A fifth of a partition: with two ahead there is time for many tries. */
    private static final long LOOK_AFTER = 1_000_000;

    private final JdbcClient sql;
    private long nextLook;

    Partitions(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those for all positions drawn so far and two more; each holds five million. */
    void makeAhead() {
        sql.sql("select journal.make_partitions(last) from journal.look()")
                .query(Integer.class)
                .single();
    }

    /** Looks again once in a million positions, beside the water line's thread. */
    void after(long line) {
        if (line >= nextLook) {
            nextLook = line + LOOK_AFTER;
            Thread.ofVirtual().name("journal-partitions").start(() -> {
                try {
                    makeAhead();
                } catch (RuntimeException e) {
                    LOG.warn("No partition could be made ahead; tried again a million events later", e);
                }
            });
        }
    }
}
