package vn.motcua.signing;

import java.time.Duration;

/** What a certificate of ours is for, and for how long: a new one is made in time, so that a seal outlives its use by years. */
enum Role {
    ROOT("root", 365 * 30, 365 * 12),
    ISSUING("issuing", 365 * 16, 365 * 11),
    /** In use for about a year, then followed by the next; what it sealed can be checked for ten more. */
    SEAL("seal", 365 * 11, 365 * 10),
    TSA("time stamp", 365 * 11, 365 * 10);

    final String title;
    final Duration validity;
    /** With less than this left, the next generation is made. */
    final Duration renewal;

    Role(String title, int validDays, int renewDays) {
        this.title = title;
        this.validity = Duration.ofDays(validDays);
        this.renewal = Duration.ofDays(renewDays);
    }
}
