package vn.motcua.time;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The portal's one clock for a tool that works beside it: the machine's, as far ahead as the sandbox has moved it. */
public final class ClockBeside {

    private ClockBeside() {}

    /**
     * Asked once: a tool works for moments.
     *
     * @param sql reaches the portal's database
     * @param machine the machine's clock; what a portal that was never moved shows
     */
    public static InstantSource of(JdbcClient sql, InstantSource machine) {
        return new ClockRow(sql)
                .read()
                .<InstantSource>map(shift -> new ShiftedClock(machine, shift.ahead()))
                .orElse(machine);
    }
}
