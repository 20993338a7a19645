package vn.motcua.time;

import java.time.LocalTime;

/** A stretch of working time within one day; both ends belong to it. */
record Session(LocalTime opens, LocalTime closes) {

    Session {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("A session opens before it closes, not " + opens + "–" + closes);
        }
    }

    boolean holds(LocalTime time) {
        return !time.isBefore(opens) && !time.isAfter(closes);
    }
}
