package vn.motcua.time;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that falls due by the clock, such as closing a dossier that was never paid. The moments stand in the rows of the
 * room that owns the work; the runner asks every second, on every node, and also whenever the clock is moved.
 */
public interface DueWork {

    /** A name for logs and {@code doctor}, as in {@code dossier.close-unpaid}. */
    String name();

    /** The earliest moment at which something falls due, empty when nothing waits. One index look-up. */
    Optional<Instant> next();

    /**
     * Does what fell due at or before the moment, oldest first, each in a transaction of its own, with rows taken by
     * {@code for update skip locked} so that two nodes never do one thing twice.
     */
    void run(Instant until);
}
