package vn.motcua.time;

import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Working time as officials keep it: sessions, weekends, holidays, swaps and make-up days (domain rules §2.4). */
@Component
public class WorkingTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** When something received at {@code from} is due, counted in the default sessions 08:00–12:00, 13:30–17:30. */
    public Deadline due(Instant from, Limit limit) {
        throw new UnsupportedOperationException("to be written by the time room");
    }
}
